import type { SkipSentences } from "../catalogue.js";

/** Warum ein Detektor nicht lief. */
export const skips: SkipSentences = {
  no_values: () => "Es gibt keinen Wert zum Vergleichen.",
  too_few_rows: ({ needed, rows }, write) =>
    `Nötig sind mindestens ${write.count(needed)} Zeilen mit Merkmalen; es gibt ${write.count(rows)}.`,
  too_much_memory: ({ gigabytes, most, rows, features }, write) =>
    `Für ${write.count(rows)} Zeilen mit ${write.count(features)} Merkmalen wären ${write.count(gigabytes)} GB nötig; möglich sind ${most}.`,
  too_many_points: ({ most }, write) => `Mehr als ${write.count(most)} Werte würden zu lange dauern.`,
  no_season: ({ needed }) => `Die Reihe ist konstant oder hat weniger als ${needed} Werte.`,
  too_few_cycles: () => "Es gibt zu wenige ganze Zyklen.",
  no_counts: () => "Die Werte sind weder kleine Anzahlen noch meistens 0.",
  no_dates: ({ years }) => `Kein Datum, das die Werte verändert, kehrt in ${years} Jahren wieder.`,
  no_other_kpi: () => "Es gibt keinen anderen KPI zum Vergleichen.",
  nothing_expected: () => "Für diesen KPI lässt sich nichts erwarten: Er ist konstant oder hat zu wenige Werte.",
  no_related_kpi: () => "Kein anderer KPI verläuft ähnlich genug.",
  own: ({ text }) => text,
};
