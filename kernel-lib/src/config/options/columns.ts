import { nullable, section, type OptionNode } from "./option.js";

export const columns: OptionNode = section(
  {
    title: "ColumnsConfig",
    description: "Which columns to use; null means: find it in the file.",
    translations: { de: "Welche Spalten verwendet werden; null heißt: in der Datei suchen." },
  },
  {
    date: nullable("string", {
      description: "Date column; two names joined by + when date and time are apart.",
      translations: { de: "Datumsspalte; zwei Namen mit + verbunden, wenn Datum und Uhrzeit getrennt stehen." },
      commandLine: {
        flag: "--date <column>",
        help: {
          en: "the date column; two names joined by + when date and time stand apart",
          de: "die Datumsspalte; zwei Namen mit + dazwischen, wenn Datum und Uhrzeit getrennt stehen",
        },
      },
    }),
    kpis: nullable("array", {
      description: "KPI columns, in the order to show them.",
      translations: { de: "Spalten der Kennzahlen, in der Reihenfolge der Anzeige." },
      items: { type: "string" },
      commandLine: {
        flag: "--kpi <column>",
        as: "repeated",
        help: {
          en: "a KPI column; give it several times, in the order to show them",
          de: "eine Spalte mit einer Kennzahl; mehrmals angeben, in der gewünschten Reihenfolge",
        },
      },
    }),
    key: nullable("string", {
      description: "Column that splits a long-format file into one series a value.",
      translations: { de: "Spalte, deren Werte eine Datei im Langformat in einzelne Reihen teilen." },
      commandLine: {
        flag: "--key <column>",
        help: {
          en: "the column that says which series a row belongs to, for example store",
          de: "die Spalte, die sagt, zu welcher Reihe eine Zeile gehört, zum Beispiel Filiale",
        },
      },
    }),
    segments: nullable("array", {
      description: "Columns whose values, or combinations of values, become a series each, beside their total.",
      translations: { de: "Spalten, deren Werte oder Wertekombinationen je eine Reihe werden, neben ihrer Summe." },
      items: { type: "string" },
      minItems: 1,
      commandLine: {
        flag: "--segments <columns>",
        as: "list",
        help: {
          en: "columns to split the KPIs by, with commas between; the total stands beside its parts",
          de: "Spalten, nach denen geteilt wird, mit Kommas dazwischen; die Summe steht neben ihren Teilen",
        },
      },
    }),
  },
);
