import type { Catalogue } from "../catalogue.js";
import { calendar } from "./insights.js";

/** Was eine einzige Änderung der Konfiguration richtig stellt. */
export const fixes: Catalogue["fixes"] = {
  "missing code": ({ value, columns, cells }, write) => ({
    found: `${write.number(value)} steht in ${columns.length === 1 ? write.quoted(columns[0]) : `${write.count(columns.length)} Spalten`} wohl für „kein Wert“.`,
    effect: cells === 1 ? "Diese Zelle als fehlend lesen." : `Diese ${write.count(cells)} Zellen als fehlend lesen.`,
    action: "Als fehlend lesen",
  }),
  totals: ({ by, rows }, write) => ({
    found: `Sieht nach Einzelvorgängen aus: ${write.counted(rows, "Zeile", "Zeilen")}, mehrere ${by === "day" ? "am selben Tag" : "in derselben Stunde"}.`,
    effect: by === "day" ? "Für jeden Tag zusammenzählen." : "Für jede Stunde zusammenzählen.",
    action: by === "day" ? "Summe je Tag" : "Summe je Stunde",
  }),
  segments: ({ column, values }, write) => ({
    found: `${write.quoted(column)} teilt die Zeilen in ${write.list(values, 4)}.`,
    effect: "Jedes Segment neben der Summe beurteilen.",
    action: `Nach ${column} aufteilen`,
  }),
  holidays: ({ dates, incidents, days, given }, write) => ({
    found: `${write.counted(incidents, "Vorfall kehrt", "Vorfälle kehren")} jedes Jahr wieder: ${write.list(dates.map(calendar.date), 4)}.`,
    effect: given
      ? `${write.counted(days, "solchen Tag als bekanntes Ereignis", "solche Tage als bekannte Ereignisse")} erwarten.`
      : `${write.counted(days, "solchen Tag", "solche Tage")} erwarten, oder alle Feiertage eines Landes.`,
    action: "Diese Tage erwarten",
  }),
  "month ends": ({ which, months, incidents }, write) => ({
    found: `${write.counted(incidents, "Vorfall liegt", "Vorfälle liegen")} auf dem ${which === "last" ? "letzten" : "ersten"} Tag von ${write.counted(months, "Monat", "Monaten")}.`,
    effect: `Das am ${which === "last" ? "letzten" : "ersten"} Tag jedes Monats erwarten.`,
    action: "Erwarten",
  }),
};
