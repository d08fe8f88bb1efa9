import { cbrt } from "../numeric/math.js";
import { rowDistances, rowParts, type RowDistances } from "../numeric/neighbours/row-distances.js";
import { pairCorrelations } from "../numeric/linear-algebra/pair-correlations.js";
import { shrunkCorrelation } from "../numeric/linear-algebra/shrunk-correlation.js";
import { ROUNDING } from "../numeric/rounding.js";
import { median, medianAbsoluteDeviation, quantile } from "../numeric/statistics.js";
import type { Series } from "../table.js";
import { defineDetector, type Companion, type Detector, type Sample } from "./detector.js";

const params = {
  companions: {
    type: "integer",
    default: 12,
    minimum: 1,
    maximum: 100,
    description: "Most other KPIs to compare with: those that usually move with this one most closely.",
    translations: {
      de: "Höchstzahl anderer Kennzahlen zum Vergleich: die, die sich sonst am engsten mit dieser bewegen.",
    },
  },
  leastCorrelation: {
    type: "number",
    default: 0.3,
    minimum: 0,
    maximum: 1,
    description: "Another KPI counts from this correlation of the remainders on, in either direction.",
    translations: { de: "Eine andere Kennzahl zählt ab dieser Korrelation der Reste, in beiden Richtungen." },
  },
  threshold: {
    type: "number",
    default: 5,
    exclusiveMinimum: 0,
    description: "Robust deviations of the joint distance from which a point is flagged.",
    translations: { de: "Robuste Abweichungen des gemeinsamen Abstands, ab denen ein Wert markiert wird." },
  },
} as const;

/** Share of the rows, the most distant ones, that the second fit leaves out. */
const TRIMMED = 0.05;

/** Rows known in both that a relation is learnt from, and the share of a KPI's own rows that another one must know. */
const LEAST_ROWS = 30;
const LEAST_SHARE = 0.7;

const NO_ROWS = new Uint8Array(0);

/**
 * Whether a KPI still moves with the KPIs it usually moves with: it sees orders rise while revenue stays, where each alone
 * looks normal. On what trend and season leave, the distance of each row from the usual relation (Mahalanobis, correlations
 * shrunk towards none and fitted again without the most distant 5 %), as a normal deviate (Wilson and Hilferty 1931) in
 * robust deviations, times the root of the KPI's own part in it. So a KPI is not blamed for what another one did; whose
 * parts they are, `attributions` tells exactly. A part that speaks against the deviation counts as none.
 * O(rows × KPIs + rows × companions²).
 */
export const correlated: Detector<typeof params> = defineDetector({
  title: "Broken relation",
  summary: "Whether a KPI still moves with the KPIs that it usually moves with.",
  translations: {
    de: {
      title: "Gestörter Zusammenhang",
      summary: "Ob eine Kennzahl noch mit denen geht, mit denen sie sich sonst bewegt.",
    },
  },
  family: "series",
  params,
  companions: true,
  share: { rule: "floor", weight: 0.2 },
  threshold: ({ threshold }) => ({ kind: "fixed", value: threshold }),
  fit(sample, { companions, leastCorrelation }) {
    if (!sample.companions?.length) return { skipped: { code: "no_other_kpi", facts: {} } };
    const own = remainderAt(sample, sample.series.time);
    if (own.every(Number.isNaN)) return { skipped: { code: "nothing_expected", facts: {} } };
    const related = closest(sample, own, companions, leastCorrelation);
    if (related.length === 0) return { skipped: { code: "no_related_kpi", facts: {} } };
    const matrix = learn([own, ...related.map((one) => remainderAt(one, sample.series.time))]);
    const names = related.map(({ series }) => nameOf(series));
    return Object.assign((other: Sample) => scoresOf(rowDistances(columnsOf(other, names), matrix)), {
      attributions(other: Sample, point: number) {
        const columns = columnsOf(other, names);
        const parts = rowParts(columns, matrix, point).map((part) => Math.max(0, part));
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const share = (k: number): number => (whole > 0 ? parts[k] / whole : 0);
        return [
          { name: nameOf(other.series), share: share(0) },
          ...names.map((name, k) => ({
            name,
            share: share(k + 1),
            apart: apart(columns[0][point], columns[k + 1][point], matrix[k + 1]),
          })),
        ];
      },
    });
  },
});

/**
 * By how many deviations one of two lies off what the other makes likely, the nearer way round: two that fell together are not
 * apart, however far they fell.
 */
function apart(one: number, other: number, correlation: number): number {
  const off = Math.min(Math.abs(one - correlation * other), Math.abs(other - correlation * one));
  return Number.isNaN(off) ? 0 : off / Math.sqrt(Math.max(ROUNDING, 1 - correlation * correlation));
}

function nameOf({ kpi, key }: Series): string {
  return key === "" ? kpi : `${kpi} · ${key}`;
}

/** The remainder at the given times; NaN where unknown. */
function remainderAt({ series, remainder }: Pick<Sample, "series" | "remainder">, times: Float64Array): Float64Array {
  if (remainder && series.time === times) return remainder;
  let at = 0;
  return Float64Array.from(times, (time) => {
    while (at < series.time.length && series.time[at] < time) at++;
    return series.time[at] === time ? (remainder?.[at] ?? NaN) : NaN;
  });
}

/** The companions that move with the KPI most closely, and know enough of its rows. */
function closest({ series, companions = [] }: Sample, own: Float64Array, most: number, least: number): Companion[] {
  const rows = own.filter((value) => !Number.isNaN(value)).length;
  const correlations = pairCorrelations(
    own,
    companions.map((companion) => remainderAt(companion, series.time)),
  );
  return companions
    .map((companion, place) => ({
      companion,
      pairs: correlations[place].pairs,
      size: Math.abs(correlations[place].correlation),
    }))
    .filter(({ pairs, size }) => pairs >= Math.max(LEAST_ROWS, LEAST_SHARE * rows) && size >= least)
    .sort((a, b) => b.size - a.size)
    .slice(0, most)
    .map(({ companion }) => companion);
}

/** Correlations, fitted again without the most distant rows. */
function learn(columns: readonly Float64Array[]): Float64Array {
  const first = shrunkCorrelation(columns, NO_ROWS).matrix;
  const { squares } = rowDistances(columns, first);
  const limit = quantile(squares, 1 - TRIMMED);
  return shrunkCorrelation(
    columns,
    Uint8Array.from(squares, (square) => (square > limit ? 1 : 0)),
  ).matrix;
}

function columnsOf(sample: Sample, names: readonly string[]): Float64Array[] {
  const { time } = sample.series;
  const others = names.map((name) => sample.companions?.find(({ series }) => nameOf(series) === name));
  return [sample, ...others].map((one) => (one ? remainderAt(one, time) : new Float64Array(time.length).fill(NaN)));
}

function scoresOf({ squares, known, own }: RowDistances): Float64Array {
  const deviates = squares.map((square, row) => normalDeviate(square, known[row]));
  const middle = median(deviates);
  const spread = medianAbsoluteDeviation(deviates, true);
  return deviates.map((deviate, row) => {
    if (Number.isNaN(deviate) || known[row] < 2) return NaN;
    const part = Math.max(0, Math.min(1, own[row] / squares[row] || 0));
    return spread > 0 ? Math.max(0, (deviate - middle) / spread) * Math.sqrt(part) : 0;
  });
}

/** A squared distance over so many columns as the normal deviate of the same rarity. */
function normalDeviate(square: number, columns: number): number {
  const spread = 2 / (9 * columns);
  return (cbrt(square / columns) - (1 - spread)) / Math.sqrt(spread);
}
