import { nullable, section, type OptionNode } from "./option.js";

export const aggregate: OptionNode = section(
  {
    title: "AggregateConfig",
    description: "Put records together before anything is detected, for example transactions by day.",
    translations: { de: "Zeilen vor der Analyse zusammenfassen, zum Beispiel Buchungen nach Tagen." },
  },
  {
    by: nullable("string", {
      description: "Period of the calendar; weeks start on Monday.",
      translations: { de: "Kalenderzeitraum; Wochen beginnen am Montag." },
      enum: ["hour", "day", "week", "month", null],
      commandLine: {
        flag: "--aggregate <period>",
        help: {
          en: "one value for each hour, day, week or month; weeks start on Monday",
          de: "ein Wert je Stunde, Tag, Woche oder Monat (hour, day, week, month); Wochen beginnen am Montag",
        },
      },
    }),
    how: {
      type: "object",
      additionalProperties: { type: "string", enum: ["sum", "mean", "count", "distinct", "median"] },
      default: {},
      description:
        "How a column is put together, by name: sum, mean, count, distinct or median. Left out: summed, or averaged when the name says that it is a rate.",
      translations: {
        de: "Wie eine Spalte zusammengefasst wird, nach Namen: sum, mean, count, distinct oder median. Ohne Angabe: summiert, oder gemittelt, wenn der Name auf eine Quote deutet.",
      },
      commandLine: {
        flag: "--how <column=way>",
        as: "pairs",
        help: {
          en: "how a column is put together: sum, mean, count, distinct or median; when left out, rates are averaged and all else is summed",
          de: "wie eine Spalte zusammengefasst wird: sum, mean, count, distinct oder median; ohne Angabe werden Quoten gemittelt, alles andere summiert",
        },
      },
    },
    keepUnfinished: {
      type: "boolean",
      default: false,
      description: "Keep a first or last period that the file cuts off.",
      translations: { de: "Einen ersten oder letzten Zeitraum behalten, den die Datei abschneidet." },
      commandLine: {
        flag: "--keep-unfinished",
        help: {
          en: "keep a first or last period that the file cuts off",
          de: "einen ersten oder letzten Zeitraum behalten, den die Datei abschneidet",
        },
      },
    },
  },
);
