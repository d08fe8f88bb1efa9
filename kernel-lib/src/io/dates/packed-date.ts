import { DAY, dateMilliseconds, daysInMonth } from "./calendar.js";
import type { DayOf } from "./date-order.js";
import { DateOrder, type NumericDateReader } from "./numeric-date.js";

/** Room for the time of day beside year, month and day in the 53 bits of a number; a zone may move it by a day. */
export const TIME_ROOM: number = 1 << 28;

/** The three numbers (year in 14 bits, others in 5; two-digit dates in 7 each) above the time of day. Numbers too large become 0: no date. */
export function pack({ order, first, second, third, time }: NumericDateReader, target: Float64Array, at: number): void {
  let parts = 0;
  if (order === DateOrder.twoDigits) parts = (first * 128 + second) * 128 + third;
  else if (order === DateOrder.yearLast) parts = (third * 32 + small(first)) * 32 + small(second);
  else if (order === DateOrder.monthYear) parts = (second * 32 + small(first)) * 32 + 1;
  else if (order === DateOrder.ordinal) parts = first * 1024 + second;
  else if (order !== DateOrder.time) parts = (first * 32 + small(second)) * 32 + small(third);
  target[at] = parts * TIME_ROOM + time + DAY;
}

function small(part: number): number {
  return part > 31 ? 0 : part;
}

/** The three numbers as they stood; of a month without a day, year, month and 1; of an ordinal date, year and day. */
export function unpack(packed: number, order: number, parts: Uint16Array, at: number): void {
  const body = Math.floor(packed / TIME_ROOM);
  if (order === DateOrder.twoDigits) {
    parts[at] = body >> 14;
    parts[at + 1] = (body >> 7) & 127;
    parts[at + 2] = body & 127;
    return;
  }
  const yearPlace = order === DateOrder.yearLast ? 2 : 0;
  parts[at + yearPlace] = body >> 10;
  parts[at + (yearPlace === 2 ? 0 : 1)] = order === DateOrder.ordinal ? body & 1023 : (body >> 5) & 31;
  parts[at + (yearPlace === 2 ? 1 : 2)] = body & 31;
}

/** Midnight of a date whose numbers can stand in one order only. */
export function fixedDay(order: number, parts: Uint16Array, dayOf: DayOf): number {
  if (order === DateOrder.time) return 0;
  if (order === DateOrder.ordinal) {
    const day = parts[1];
    const length = daysInMonth(parts[0], 2) + 337;
    return day < 1 || day > length ? NaN : dateMilliseconds(parts[0], 1, 1) + (day - 1) * DAY;
  }
  return dayOf(parts[0], parts[1], parts[2]);
}
