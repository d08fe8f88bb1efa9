import { dateMilliseconds } from "./calendar.js";
import type { ShortDate } from "./named-date.js";
import { stepRegularity } from "./step-regularity.js";

/** A year that has every day; only the distances of days are looked at. */
const LEAP_YEAR = 2000;
/** So many different numbers beside one and the same month are days. */
const DAYS_OF_ONE_MONTH = 4;

/**
 * Whether the numbers beside months (`24-Jan`, `Jan 09`) are days of a year that is not written. A number above 31, or 0, is a
 * year; one of a single digit is a day; otherwise the reading with the more regular steps wins.
 * @param cells in the order of the file
 */
export function areDays(cells: readonly ShortDate[]): boolean {
  if (cells.length === 0 || cells.some(({ number }) => number > 31 || number === 0)) return false;
  if (cells.some(({ single }) => single)) return true;
  const days = regularity(cells.map(({ month, number }) => dateMilliseconds(LEAP_YEAR, month, number)));
  const years = regularity(cells.map(({ month, number }) => dateMilliseconds(LEAP_YEAR + number, month, 1)));
  if (days !== years) return days > years;
  const months = new Set(cells.map(({ month }) => month)).size;
  const numbers = new Set(cells.map(({ number }) => number)).size;
  return months === 1 && numbers >= DAYS_OF_ONE_MONTH;
}

function regularity(times: readonly number[]): number {
  return stepRegularity(Float64Array.from(times));
}
