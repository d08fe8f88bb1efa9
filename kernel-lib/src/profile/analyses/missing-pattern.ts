import type { Series } from "../../table.js";
import type { Gap } from "../time-profile.js";

/** Where values are missing, KPI by KPI, along the file. */
export interface MissingPattern {
  /** Value of the key column of the series it is about; empty without a key. */
  readonly series: string;
  /** Equal stretches of rows, in order of time: time of the first row of each (its number without dates). */
  readonly starts: Float64Array;
  readonly dated: boolean;
  /** Share of missing values in each stretch, 0 to 1. */
  readonly kpis: readonly {
    readonly kpi: string;
    readonly missing: number;
    readonly points: number;
    /** Most missing values in a row, and the time of the first of them. */
    readonly longest: number;
    readonly from: number;
    readonly shares: Float64Array;
  }[];
  /** KPIs that are missing in the same rows (nine in ten of those of either), where there are several. */
  readonly together: readonly (readonly string[])[];
  /** Moments between the rows that the file has no row for. */
  readonly rowsLacking: number;
}

const STRETCHES = 60;
const ALIKE = 0.9;

/** Missing values of series that share their rows. O(n · KPIs + n · pairs of KPIs that miss any). */
export function missingPattern(series: readonly Series[], gaps: readonly Gap[]): MissingPattern {
  const points = series[0]?.values.length ?? 0;
  const stretches = Math.min(STRETCHES, points);
  const start = (stretch: number): number => Math.floor((stretch * points) / stretches);
  const kpis = series.map(({ kpi, values, time }) => {
    const shares = Float64Array.from({ length: stretches }, (_, stretch) => {
      const part = values.subarray(start(stretch), start(stretch + 1));
      return missingIn(part) / part.length;
    });
    const { longest, first } = longestRun(values);
    return { kpi, missing: missingIn(values), points, longest, from: longest > 0 ? time[first] : 0, shares };
  });
  return {
    series: series[0]?.key ?? "",
    starts: Float64Array.from({ length: stretches }, (_, stretch) => series[0].time[start(stretch)]),
    dated: series[0]?.dated ?? false,
    kpis,
    together: groupsOf(series.filter((_, i) => kpis[i].missing > 0 && kpis[i].missing < points)),
    rowsLacking: gaps.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function missingIn(values: Float64Array): number {
  let count = 0;
  for (const value of values) if (Number.isNaN(value)) count++;
  return count;
}

function longestRun(values: Float64Array): { longest: number; first: number } {
  let [longest, first, run] = [0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    run = Number.isNaN(values[i]) ? run + 1 : 0;
    if (run > longest) [longest, first] = [run, i - run + 1];
  }
  return { longest, first };
}

function groupsOf(series: readonly Series[]): string[][] {
  const groups: Series[][] = [];
  for (const each of series) {
    const group = groups.find(([one]) => overlap(one.values, each.values) >= ALIKE);
    if (group) group.push(each);
    else groups.push([each]);
  }
  return groups.filter(({ length }) => length > 1).map((group) => group.map(({ kpi }) => kpi));
}

/** Rows that both miss, as a share of those that either misses. */
function overlap(a: Float64Array, b: Float64Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [Number.isNaN(a[i]), Number.isNaN(b[i])];
    if (one && other) both++;
    if (one || other) either++;
  }
  return both / either;
}
