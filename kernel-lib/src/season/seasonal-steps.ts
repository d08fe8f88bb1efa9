import type { Series } from "../table.js";

const DAY = 86400;

/**
 * How many points back "the one before", "a day ago", "a week ago" or "a year ago" lie at this series' cadence,
 * as far as they make sense: hourly gives 1, 24, 168; daily 1, 7; business-daily 1, 5; monthly 1, 12.
 * Steps longer than a quarter of the series are left out, for they would cost more rows than they explain.
 */
export function seasonalSteps(series: Series): number[] {
  const longest = Math.max(1, Math.floor(series.values.length / 4));
  return candidates(series).filter((step, index, all) => step <= longest && all.indexOf(step) === index);
}

function candidates(series: Series): number[] {
  const label = series.cadence?.label;
  if (label === "business-daily") return [1, 5];
  if (label === "weekly") return [1, 4, 52];
  if (label === "monthly") return [1, 12];
  if (label === "quarterly") return [1, 4];
  const seconds = series.cadence?.seconds;
  if (!series.dated || !seconds || seconds > 2 * DAY) return [1];
  return [1, Math.max(1, Math.round(DAY / seconds)), Math.max(1, Math.round((7 * DAY) / seconds))];
}
