import { exp } from "../numeric/math.js";
import type { JudgedChanges } from "./long/judged-changes.js";
import type { Transform } from "./transform.js";
import type { LevelChange } from "./types.js";

/** Share of a year that growth is told from at least. */
const LEAST_YEAR = 0.5;

/** Part of the year over which the level is averaged at both ends. */
const ENDS = 12;

/**
 * How the level has grown over the last year, or the whole series where it is shorter, per year: as a factor less 1 on a
 * logarithm, else in the units of the series. The last twelfth is compared with the same twelfth a year before, so that a
 * season of the year that the level holds cancels. Null below half a year.
 *
 * @param steps sum of the lasting changes up to each row
 */
export function growthPerYear(
  level: Float64Array,
  steps: Float64Array,
  transform: Transform,
  rowsPerYear: number,
): number | null {
  const n = level.length;
  const rows = Math.min(n - 1, Math.round(rowsPerYear));
  if (rows < LEAST_YEAR * rowsPerYear) return null;
  const width = Math.max(1, Math.floor(rows / ENDS));
  const first = Math.max(0, n - rows - width);
  const last = n - width;
  const meanFrom = (start: number): number => {
    let sum = 0;
    for (let i = start; i < start + width; i++) sum += level[i] + steps[i];
    return sum / width;
  };
  const years = (last - first) / rowsPerYear;
  const [before, after] = [meanFrom(first), meanFrom(last)];
  if (transform.name === "logarithm") return exp((after - before) / years) - 1;
  return (transform.inverse(after) - transform.inverse(before)) / years;
}

/**
 * The changes as facts, by row. One that falls into a gap is told on the first known row after it: nobody saw it before.
 *
 * @param mean expected values on the scale of the transform, lasting changes included
 * @param values the series, NaN where missing
 */
export function levelChanges(
  { lasting, temporary }: Pick<JudgedChanges, "lasting" | "temporary">,
  mean: Float64Array,
  transform: Transform,
  values: Float64Array,
): LevelChange[] {
  const seen = (row: number): number => {
    let next = row;
    while (next < values.length && !Number.isFinite(values[next])) next++;
    return next < values.length ? next : row;
  };
  const staying = lasting.map(({ row: found, size, log10p }) => {
    const row = seen(found);
    return {
      row,
      end: null,
      from: transform.inverse(mean[row] - size),
      to: transform.inverse(mean[row]),
      size,
      log10p,
    };
  });
  const passing = temporary.map(({ start, end, size, log10p }) => {
    const row = seen(start);
    return {
      row,
      end: Math.max(row + 1, seen(end)),
      from: transform.inverse(mean[row]),
      to: transform.inverse(mean[row] + size),
      size,
      log10p,
    };
  });
  return [...staying, ...passing].sort((a, b) => a.row - b.row);
}
