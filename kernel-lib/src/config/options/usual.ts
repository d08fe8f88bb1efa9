import { nullable, type OptionNode } from "./option.js";

/** What is taken for usual. */
export const usual: Readonly<Record<string, OptionNode>> = {
  baseline: {
    type: "string",
    enum: ["history", "past"],
    default: "history",
    description:
      "What is usual is taken from all of the file (history), or as if live from earlier points only (past).",
    translations: {
      de: "Was üblich ist, wird der ganzen Datei entnommen (history) oder, wie im laufenden Betrieb, nur früheren Werten (past).",
    },
    commandLine: {
      flag: "--baseline <which>",
      help: {
        en: "what is usual: from the whole file (history), or from earlier rows only, as if live (past)",
        de: "was üblich ist: aus der ganzen Datei (history) oder wie im Betrieb nur aus früheren Zeilen (past)",
      },
    },
    setting: {
      en: "What is usual is taken from all of the file (history), or as if live, from earlier rows only (past).",
      de: "Was üblich ist, aus der ganzen Datei (history) oder wie im laufenden Betrieb nur aus früheren Zeilen (past).",
    },
  },
  coverage: {
    type: "number",
    exclusiveMinimum: 0.5,
    exclusiveMaximum: 1,
    default: 0.99,
    description: "Share of usual points that lie inside the usual range.",
    translations: { de: "Anteil der üblichen Werte, die im üblichen Bereich liegen." },
    commandLine: {
      flag: "--coverage <share>",
      help: {
        en: "share of usual values that lie inside the usual range",
        de: "Anteil der üblichen Werte, die im üblichen Bereich liegen",
      },
    },
  },
  season: nullable("array", {
    description:
      "Periods after which the KPIs repeat, for example [week, year], or [24] for 24 rows; [] for no season; null: found in the data.",
    translations: {
      de: "Zeiträume, nach denen sich die Kennzahlen wiederholen, zum Beispiel [week, year] oder [24] für 24 Zeilen; [] für keine Saison; null: aus den Daten ermittelt.",
    },
    items: {
      title: "NamedPeriod",
      anyOf: [
        { type: "string", enum: ["day", "week", "month", "year"] },
        { type: "integer", minimum: 2 },
      ],
      description: "day, week, month, year, or a number of rows.",
      translations: { de: "day, week, month, year oder eine Anzahl von Zeilen." },
    },
    uniqueItems: true,
    commandLine: {
      flag: "--season <periods>",
      as: "periods",
      help: {
        en: "after what the KPIs repeat: day, week, month, year or a number of rows, with commas between; none",
        de: "wonach sich die Kennzahlen wiederholen: day, week, month, year oder eine Zahl von Zeilen, mit Kommas dazwischen; none",
      },
    },
  }),
};
