import type { InEveryLanguage } from "./in-every-language.js";
import type { Catalogue } from "../catalogue.js";
import { warnings } from "./warnings/index.js";
import type { Writer } from "../writer.js";
import * as german from "../de/assumption-terms.js";
import * as english from "../en/assumption-terms.js";

/** What deserves a look in a file. */
export const alerts: InEveryLanguage<Catalogue["alerts"]> = {
  warning: {
    en: ({ warning }, write) =>
      (warnings[warning.code].en as (facts: unknown, write: Writer) => string)(warning.facts, write),
    de: ({ warning }, write) =>
      (warnings[warning.code].de as (facts: unknown, write: Writer) => string)(warning.facts, write),
  },
  unsorted: {
    en: () => "The rows are not in the order of time; they are sorted before anything else.",
    de: () => "Die Zeilen stehen nicht in zeitlicher Reihenfolge; sie werden zuerst sortiert.",
  },
  repeated: {
    en: ({ rows }, write) => `${write.counted(rows, "row repeats", "rows repeat")} a moment that is there already.`,
    de: ({ rows }, write) =>
      `${write.counted(rows, "Zeile wiederholt", "Zeilen wiederholen")} einen Zeitpunkt, den es schon gibt.`,
  },
  empty: {
    en: ({ of }, write) => `${write.series(of)} has no value at all.`,
    de: ({ of }, write) => `${write.series(of)} hat gar keinen Wert.`,
  },
  constant: {
    en: ({ of, value }, write) => `${write.series(of)} never changes; it is ${write.number(value)} throughout.`,
    de: ({ of, value }, write) => `${write.series(of)} ändert sich nie und ist immer ${write.number(value)}.`,
  },
  missing: {
    en: ({ of, share }, write) => `${write.series(of)} is missing in ${write.wholePercent(share)} of its points.`,
    de: ({ of, share }, write) => `${write.series(of)} fehlt bei ${write.wholePercent(share)} der Werte.`,
  },
  zeros: {
    en: ({ of, share }, write) =>
      `${write.series(of)} is zero in ${write.wholePercent(share)} of its points; spikes will look larger than they are.`,
    de: ({ of, share }, write) =>
      `${write.series(of)} ist bei ${write.wholePercent(share)} der Werte 0; Spitzen wirken dadurch größer, als sie sind.`,
  },
  "one value": {
    en: ({ of, value, others, time, dated, cadence }, write) =>
      `One value of ${write.series(of)} stands out by far: ${write.number(value)} (${dated ? write.when(time, cadence) : `row ${write.count(time + 1)}`}); all others are near ${write.number(others)}.`,
    de: ({ of, value, others, time, dated, cadence }, write) =>
      `Ein Wert von ${write.series(of)} ragt weit heraus: ${write.number(value)} (${dated ? write.when(time, cadence) : `Zeile ${write.count(time + 1)}`}); alle anderen liegen bei ${write.number(others)}.`,
  },
  skewed: {
    en: ({ of, skew }, write) =>
      `${write.series(of)} has a few values far ${skew > 0 ? "above" : "below"} all others (skew ${write.number(skew)}).`,
    de: ({ of, skew }, write) =>
      `${write.series(of)} hat einige Werte weit ${skew > 0 ? "über" : "unter"} allen anderen (Schiefe ${write.number(skew)}).`,
  },
  still: {
    en: ({ of, value, points, more }, write) =>
      `${write.series(of)} is stuck at ${write.number(value)} for ${write.count(points)} points in a row${more > 0 ? `, and ${write.counted(more, "time", "times")} more for long` : ""}.`,
    de: ({ of, value, points, more }, write) =>
      `${write.series(of)} steht ${write.count(points)} Werte lang auf ${write.number(value)}${more > 0 ? `, und noch ${write.count(more)}-mal für länger` : ""}.`,
  },
  "level shift": {
    en: ({ of, before, after, time, passage, madeUp, dated, cadence }, write) => {
      const [from, to] = write.apart(before, after);
      const when = (moment: number): string => (dated ? write.when(moment, cadence) : `row ${write.count(moment + 1)}`);
      const around = dated ? write.around(time, cadence) : `around ${when(time)}`;
      const moves = `moves from about ${from} to ${to} ${passage ? `from ${when(passage.from)} to ${when(passage.to)}` : around}`;
      return `${write.series(of)} ${moves}${madeUp === undefined ? " and stays there" : `; half of that is made up for by ${when(madeUp)}`}.`;
    },
    de: ({ of, before, after, time, passage, madeUp, dated, cadence }, write) => {
      const [from, to] = write.apart(before, after);
      const when = (moment: number): string =>
        dated ? write.when(moment, cadence) : `Zeile ${write.count(moment + 1)}`;
      const around = dated ? write.around(time, cadence) : `um ${when(time)}`;
      const moves = `geht ${passage ? `von ${when(passage.from)} bis ${when(passage.to)}` : around} von etwa ${from} auf ${to}`;
      return `${write.series(of)} ${moves}${madeUp === undefined ? " und bleibt dort" : `; die Hälfte davon ist bis ${when(madeUp)} wettgemacht`}.`;
    },
  },
  // What is striking to the model alone is not yet an incident: no count that detection would contradict.
  "stands out": {
    en: ({ of, time, dated, cadence }, write) =>
      `${write.series(of)} is farthest from what is normal for it ${dated ? write.around(time, cadence) : `around row ${write.count(time + 1)}`}; detection says whether that is an incident.`,
    de: ({ of, time, dated, cadence }, write) =>
      `${write.series(of)} ist ${dated ? write.around(time, cadence) : `um Zeile ${write.count(time + 1)}`} am weitesten vom Üblichen entfernt; ob das ein Vorfall ist, sagt die Erkennung.`,
  },
  "nearly the same": {
    en: ({ kpis }, write) => `${write.list(kpis)} say nearly the same (correlation above 0.98); one of them is enough.`,
    de: ({ kpis }, write) => `${write.list(kpis)} sagen fast dasselbe (Korrelation über 0,98); einer davon genügt.`,
  },
};

/** The summary of a profile. */
export const profile: InEveryLanguage<Catalogue["profile"]> = {
  size: {
    en: ({ file, rows, kpis, key }, write) =>
      `${file} holds ${write.counted(rows, "row", "rows")} of ${write.counted(kpis, "KPI", "KPIs")}${key === null ? "" : ` in ${write.count(key.series)} series, one for each ${key.column}`}.`,
    de: ({ file, rows, kpis, key }, write) =>
      `${file} enthält ${write.counted(rows, "Zeile", "Zeilen")} mit ${write.counted(kpis, "KPI", "KPIs")}${key === null ? "" : ` in ${write.counted(key.series, "Reihe", "Reihen")}, eine je ${key.column}`}.`,
  },
  time: {
    en: ({ columns, first, last, order, duplicates, gapCount, gaps, cadence, regularity, scale }, write) => {
      if (!scale.dated) return "It has no dates, so the row number stands in for time.";
      if (!Number.isFinite(first)) return `No moment of ${columns.join(" + ")} could be read.`;
      const rate = cadence === null ? null : write.rate(cadence);
      const usual =
        rate === null
          ? ", at irregular intervals"
          : `, one value ${rate}${regularity === 1 ? "" : ` (${write.wholePercent(regularity)} of the steps exactly so)`}`;
      const oddities = [
        ...(order === "ascending" ? [] : [order === "descending" ? "newest first" : "not in the order of time"]),
        ...(duplicates > 0
          ? [`${write.counted(duplicates, "moment stands", "moments stand")} there twice or more often`]
          : []),
        ...(gapCount > 0
          ? [
              gapCount > 1 && gaps[0].missing === 1
                ? `${write.count(gapCount)} gaps of one value each`
                : `${write.counted(gapCount, "gap", "gaps")}${gapCount > 1 ? ", the longest" : ""} of ${write.counted(gaps[0].missing, "value", "values")} after ${write.moment(gaps[0].from, scale)}`,
            ]
          : []),
      ];
      const clean = rate === null ? ", without repetitions" : ", without gaps or repetitions";
      const rest = oddities.length > 0 ? `; ${oddities.join("; ")}` : clean;
      return `It runs ${write.span(first, last, scale)}${usual}${rest}.`;
    },
    de: ({ columns, first, last, order, duplicates, gapCount, gaps, cadence, regularity, scale }, write) => {
      if (!scale.dated) return "Es gibt kein Datum; die Nummer der Zeile steht für die Zeit.";
      if (!Number.isFinite(first)) return `Kein Zeitpunkt in ${columns.join(" + ")} war lesbar.`;
      const rate = cadence === null ? null : write.rate(cadence);
      const usual =
        rate === null
          ? ", in unregelmäßigen Abständen"
          : `, ein Wert ${rate}${regularity === 1 ? "" : ` (${write.wholePercent(regularity)} der Schritte genau so)`}`;
      const oddities = [
        ...(order === "ascending"
          ? []
          : [order === "descending" ? "die neuesten zuerst" : "nicht in zeitlicher Reihenfolge"]),
        ...(duplicates > 0 ? [`${write.counted(duplicates, "Zeitpunkt steht", "Zeitpunkte stehen")} mehrfach da`] : []),
        ...(gapCount > 0
          ? [
              gapCount > 1 && gaps[0].missing === 1
                ? `${write.count(gapCount)} Lücken von je einem Wert`
                : `${write.counted(gapCount, "Lücke", "Lücken")}${gapCount > 1 ? ", die längste" : ""} von ${write.counted(gaps[0].missing, "Wert", "Werten")} nach ${write.moment(gaps[0].from, scale)}`,
            ]
          : []),
      ];
      const clean = rate === null ? ", ohne Wiederholungen" : ", ohne Lücken und Wiederholungen";
      const rest = oddities.length > 0 ? `; ${oddities.join("; ")}` : clean;
      return `Die Werte reichen ${write.span(first, last, scale)}${usual}${rest}.`;
    },
  },
  seasons: {
    en: ({ found }, write) => {
      if (found.length > 1) return english.seasons({ byHand: null, found, refused: [] }, write);
      const [{ periods, contained } = { periods: [], contained: [] }] = found;
      const named = (labels: readonly string[]): string =>
        write.list(labels.map((label) => english.period(label, write)));
      return periods.length === 0
        ? "No repeating pattern was found."
        : `It repeats every ${named(periods)}${contained.length > 0 ? ` (which includes the ${named(contained)})` : ""}.`;
    },
    de: ({ found }, write) =>
      found.some(({ periods }) => periods.length > 0)
        ? german.seasons({ byHand: null, found, refused: [] }, write)
        : "Kein wiederkehrendes Muster gefunden.",
  },
  alerts: {
    en: ({ count }, write) =>
      count === 0
        ? "Its rows and columns are in order; which of its values are not normal, detection says."
        : `${count === 1 ? "One thing deserves" : `${write.count(count)} things deserve`} a look.`,
    de: ({ count }, write) =>
      count === 0
        ? "Zeilen und Spalten sind in Ordnung; welche Werte nicht normal sind, sagt die Erkennung."
        : `${count === 1 ? "Eine Sache ist" : `${write.count(count)} Dinge sind`} einen Blick wert.`,
  },
};
