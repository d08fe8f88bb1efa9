import type { Period } from "../config/config.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** 1970-01-05, the first Monday of Unix time. */
const FIRST_MONDAY = 4 * DAY;

/** Start of the period that holds a moment, both in milliseconds since 1970-01-01. */
export function periodStart(time: number, period: Period): number {
  if (period === "hour") return Math.floor(time / HOUR) * HOUR;
  if (period === "day") return Math.floor(time / DAY) * DAY;
  if (period === "week") return Math.floor((time - FIRST_MONDAY) / (7 * DAY)) * 7 * DAY + FIRST_MONDAY;
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** Start of the period after the one that starts here. */
export function nextPeriod(start: number, period: Period): number {
  if (period === "hour") return start + HOUR;
  if (period === "day") return start + DAY;
  if (period === "week") return start + 7 * DAY;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
