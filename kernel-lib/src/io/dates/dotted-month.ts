import { dateMilliseconds } from "./calendar.js";
import { stepRegularity } from "./step-regularity.js";

const MONTH_YEAR = /^\s*(0?[1-9]|1[0-2])\.((?:19|20)\d{2})\s*$/;
const YEAR_MONTH = /^\s*((?:19|20)\d{2})\.(0[1-9]|1[0-2])\s*$/;
/** Fewer cells than this can be months by chance. */
const LEAST = 3;
/** Share of the steps that are one and the same number of months. */
const REGULAR = 0.7;
/** Share of the steps that go the same way. */
const ORDERLY = 0.8;

/** A month with a dot, `03.2024` or `2024.03`, which is a number first of all; null for other text. */
export function readDottedMonth(text: string): { readonly milliseconds: number; readonly format: string } | null {
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear)
    return { milliseconds: dateMilliseconds(Number(monthYear[2]), Number(monthYear[1]), 1), format: "MM.YYYY" };
  const yearMonth = YEAR_MONTH.exec(text);
  return (
    yearMonth && { milliseconds: dateMilliseconds(Number(yearMonth[1]), Number(yearMonth[2]), 1), format: "YYYY.MM" }
  );
}

/** Whether all cells of a column are months with a dot that follow each other as months do; no number does that by chance. */
export function isDottedMonths(cells: readonly string[]): boolean {
  const present = cells.filter((cell) => cell.trim() !== "");
  if (present.length < LEAST) return false;
  const times: number[] = [];
  for (const cell of present) {
    const month = readDottedMonth(cell);
    if (!month) return false;
    times.push(month.milliseconds);
  }
  return new Set(times).size >= LEAST && isOrderly(times) && stepRegularity(Float64Array.from(times)) >= REGULAR;
}

/** Most steps go one way; where several series stand below each other, few go back. */
function isOrderly(times: readonly number[]): boolean {
  const up = times.filter((time, i) => i > 0 && time > times[i - 1]).length;
  const down = times.filter((time, i) => i > 0 && time < times[i - 1]).length;
  return Math.max(up, down) >= (up + down) * ORDERLY;
}
