import { pearson } from "../numeric/statistics.js";
import type { Series } from "../table.js";

/** How two KPIs of the same records move together. */
export interface Correlation {
  readonly first: string;
  readonly second: string;
  /** Pearson's correlation of the values at the same moment. */
  readonly same: number;
  /** Correlation of the changes from point to point, at the shift where it is strongest. */
  readonly shifted: number;
  /** Points by which the second follows the first; negative when it leads. */
  readonly lag: number;
}

const MOST_KPIS = 12;
const LONGEST_LAG = 24;
/** The lag is looked for in the latest points only: as many tell as much as all. */
const MOST_POINTS = 20_000;

/** Each pair of the first twelve KPIs, strongest first. The lag is searched up to 24 points either way,
 * in the latest 20,000 points. O(n) a pair and lag. */
export function correlations(series: readonly Series[]): Correlation[] {
  const shown = series.slice(0, MOST_KPIS);
  const changes = shown.map(({ values }) =>
    values.map((value, index) => (index === 0 ? NaN : value - values[index - 1])),
  );
  const found = shown.flatMap((a, i) =>
    shown.slice(i + 1).map((b, offset): Correlation => {
      const { lag, shifted } = bestLag(
        changes[i].subarray(-MOST_POINTS),
        changes[i + 1 + offset].subarray(-MOST_POINTS),
      );
      return { first: a.kpi, second: b.kpi, same: pearson(a.values, b.values), shifted, lag };
    }),
  );
  return found.sort((a, b) => strength(b) - strength(a));
}

function strength({ same, shifted }: Correlation): number {
  return Math.max(Math.abs(same) || 0, Math.abs(shifted) || 0);
}

function bestLag(first: Float64Array, second: Float64Array): { lag: number; shifted: number } {
  const longest = Math.min(LONGEST_LAG, Math.floor(first.length / 10));
  let best = { lag: 0, shifted: pearson(first, second) };
  for (let lag = -longest; lag <= longest; lag++) {
    const shifted =
      lag >= 0
        ? pearson(first.subarray(0, first.length - lag), second.subarray(lag))
        : pearson(first.subarray(-lag), second.subarray(0, second.length + lag));
    if (Math.abs(shifted) > Math.abs(best.shifted) + 1e-9) best = { lag, shifted };
  }
  return best;
}
