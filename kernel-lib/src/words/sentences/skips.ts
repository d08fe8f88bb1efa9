import type { InEveryLanguage } from "./in-every-language.js";
import type { SkipSentences } from "../catalogue.js";

/** Why a detector did not run. */
export const skips: InEveryLanguage<SkipSentences> = {
  no_values: { en: () => "there is no value to compare with.", de: () => "Es gibt keinen Wert zum Vergleichen." },
  too_few_rows: {
    en: ({ needed, rows }, write) =>
      `it needs at least ${write.count(needed)} rows with features; there ${rows === 1 ? "is 1" : `are ${write.count(rows)}`}.`,
    de: ({ needed, rows }, write) =>
      `Nötig sind mindestens ${write.count(needed)} Zeilen mit Merkmalen; es gibt ${write.count(rows)}.`,
  },
  too_much_memory: {
    en: ({ gigabytes, most, rows, features }, write) =>
      `it would need ${write.count(gigabytes)} GB for ${write.count(rows)} rows with ${write.count(features)} features; it can use ${most}.`,
    de: ({ gigabytes, most, rows, features }, write) =>
      `Für ${write.count(rows)} Zeilen mit ${write.count(features)} Merkmalen wären ${write.count(gigabytes)} GB nötig; möglich sind ${most}.`,
  },
  too_many_points: {
    en: ({ most }, write) => `more than ${write.count(most)} points would take too long.`,
    de: ({ most }, write) => `Mehr als ${write.count(most)} Werte würden zu lange dauern.`,
  },
  no_season: {
    en: ({ needed }) => `the series is constant or has fewer than ${needed} points.`,
    de: ({ needed }) => `Die Reihe ist konstant oder hat weniger als ${needed} Werte.`,
  },
  too_few_cycles: { en: () => "there are too few whole cycles.", de: () => "Es gibt zu wenige ganze Zyklen." },
  no_counts: {
    en: () => "the values are neither small counts nor mostly zero.",
    de: () => "Die Werte sind weder kleine Anzahlen noch meistens 0.",
  },
  no_dates: {
    en: ({ years }) => `no date that changes the values returns in ${years} years.`,
    de: ({ years }) => `Kein Datum, das die Werte verändert, kehrt in ${years} Jahren wieder.`,
  },
  no_other_kpi: {
    en: () => "there is no other KPI to compare with.",
    de: () => "Es gibt keinen anderen KPI zum Vergleichen.",
  },
  nothing_expected: {
    en: () => "nothing can be expected of this KPI: it is constant, or has too few points.",
    de: () => "Für diesen KPI lässt sich nichts erwarten: Er ist konstant oder hat zu wenige Werte.",
  },
  no_related_kpi: {
    en: () => "no other KPI moves with this one closely enough.",
    de: () => "Kein anderer KPI verläuft ähnlich genug.",
  },
  own: { en: ({ text }) => text, de: ({ text }) => text },
};
