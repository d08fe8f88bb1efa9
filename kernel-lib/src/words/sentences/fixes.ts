import type { InEveryLanguage } from "./in-every-language.js";
import type { Catalogue } from "../catalogue.js";
import { inSentence } from "../en/calendar.js";
import { calendar as germanCalendar } from "../de/calendar.js";

/** What one change of the configuration would set right. */
export const fixes: InEveryLanguage<Catalogue["fixes"]> = {
  "missing code": {
    en: ({ value, columns, cells }, write) => ({
      found: `${write.number(value)} looks like "no value" in ${columns.length === 1 ? write.quoted(columns[0]) : write.counted(columns.length, "column", "columns")}.`,
      effect: `Treat ${cells === 1 ? "that cell" : `these ${write.count(cells)} cells`} as missing.`,
      action: "Treat as missing",
    }),
    de: ({ value, columns, cells }, write) => ({
      found: `${write.number(value)} steht in ${columns.length === 1 ? write.quoted(columns[0]) : `${write.count(columns.length)} Spalten`} wohl für „kein Wert“.`,
      effect: cells === 1 ? "Diese Zelle als fehlend lesen." : `Diese ${write.count(cells)} Zellen als fehlend lesen.`,
      action: "Als fehlend lesen",
    }),
  },
  totals: {
    en: ({ by, rows, summed, averaged }, write) => {
      const found = `${write.counted(rows, "row", "rows")}, several for one ${by}.`;
      if (!summed)
        return {
          found: `Looks like single measurements: ${found}`,
          effect: `Take their average for each ${by}.`,
          action: by === "day" ? "Average per day" : "Average per hour",
        };
      const but = averaged.length > 0 ? `, but average ${write.list(averaged, 4)}` : "";
      return {
        found: `Looks like transactions: ${found}`,
        effect: `Add them up for each ${by}${but}.`,
        action: by === "day" ? "Total per day" : "Total per hour",
      };
    },
    de: ({ by, rows, summed, averaged }, write) => {
      const found = `${write.counted(rows, "Zeile", "Zeilen")}, mehrere ${by === "day" ? "am selben Tag" : "in derselben Stunde"}.`;
      const each = by === "day" ? "Für jeden Tag" : "Für jede Stunde";
      if (!summed)
        return {
          found: `Sieht nach einzelnen Messungen aus: ${found}`,
          effect: `${each} den Mittelwert nehmen.`,
          action: by === "day" ? "Mittelwert je Tag" : "Mittelwert je Stunde",
        };
      const but = averaged.length > 0 ? `, aber mitteln: ${write.list(averaged, 4)}` : "";
      return {
        found: `Sieht nach Einzelvorgängen aus: ${found}`,
        effect: `${each} zusammenzählen${but}.`,
        action: by === "day" ? "Summe je Tag" : "Summe je Stunde",
      };
    },
  },
  segments: {
    en: ({ column, values }, write) => ({
      found: `${write.quoted(column)} splits the rows into ${write.list(values, 4)}.`,
      effect: "Judge each of them beside the total.",
      action: `Split by ${column}`,
    }),
    de: ({ column, values }, write) => ({
      found: `${write.quoted(column)} teilt die Zeilen in ${write.list(values, 4)}.`,
      effect: "Jedes Segment neben der Summe beurteilen.",
      action: `Nach ${column} aufteilen`,
    }),
  },
  holidays: {
    en: ({ dates, incidents, days, given }, write) => ({
      found: `${write.counted(incidents, "incident returns", "incidents return")} each year on ${write.list(dates.map(inSentence), 4)}.`,
      effect: `Expect ${write.counted(days, "such day", "such days")}${given ? " as known events" : ", or all public holidays of a country"}.`,
      action: "Expect these dates",
    }),
    de: ({ dates, incidents, days, given }, write) => ({
      found: `${write.counted(incidents, "Vorfall kehrt", "Vorfälle kehren")} jedes Jahr wieder: ${write.list(dates.map(germanCalendar.date), 4)}.`,
      effect: given
        ? `${write.counted(days, "solchen Tag als bekanntes Ereignis", "solche Tage als bekannte Ereignisse")} erwarten.`
        : `${write.counted(days, "solchen Tag", "solche Tage")} erwarten, oder alle Feiertage eines Landes.`,
      action: "Diese Tage erwarten",
    }),
  },
  "month ends": {
    en: ({ which, months, incidents }, write) => ({
      found: `${write.counted(incidents, "incident is", "incidents are")} on the ${which} day of ${write.counted(months, "month", "months")}.`,
      effect: `Expect it on the ${which} day of each month.`,
      action: "Expect it",
    }),
    de: ({ which, months, incidents }, write) => ({
      found: `${write.counted(incidents, "Vorfall liegt", "Vorfälle liegen")} auf dem ${which === "last" ? "letzten" : "ersten"} Tag von ${write.counted(months, "Monat", "Monaten")}.`,
      effect: `Das am ${which === "last" ? "letzten" : "ersten"} Tag jedes Monats erwarten.`,
      action: "Erwarten",
    }),
  },
};
