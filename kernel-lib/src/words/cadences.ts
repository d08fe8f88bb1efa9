/** A unit of time that people count in. */
export type TimeUnit =
  | "millisecond"
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "working day"
  | "week"
  | "month"
  | "quarter"
  | "half year"
  | "year";

/** One step of a series: so many units; null for one that has no regular step. */
export interface Step {
  readonly count: number;
  readonly unit: TimeUnit;
}

const NAMED: Readonly<Record<string, TimeUnit>> = {
  hourly: "hour",
  daily: "day",
  "business-daily": "working day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  "half-yearly": "half year",
  yearly: "year",
};

const SHORT: Readonly<Record<string, TimeUnit>> = {
  ms: "millisecond",
  s: "second",
  min: "minute",
  h: "hour",
  d: "day",
};

/** The step that a cadence's label names: `30min` is 30 minutes; null for `irregular` and where there is none. */
export function stepOf(label: string): Step | null {
  if (Object.hasOwn(NAMED, label)) return { count: 1, unit: NAMED[label] };
  const [, count, unit] = /^([\d.]+)([a-z]+)$/.exec(label) ?? [];
  return unit !== undefined && Object.hasOwn(SHORT, unit) ? { count: Number(count), unit: SHORT[unit] } : null;
}

const DAY = 86_400_000;
const MONTHS: Partial<Record<TimeUnit, number>> = { month: 1, quarter: 3, "half year": 6, year: 12 };
const FIXED: Partial<Record<TimeUnit, number>> = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
};

/** The moment one step after another (before it, with -1). Working days leave out Saturday and Sunday. */
export function nextMoment(time: number, { count, unit }: Step, direction: 1 | -1 = 1): number {
  const months = MONTHS[unit];
  const date = new Date(time);
  if (months !== undefined) {
    const monthEnd = new Date(time + DAY).getUTCDate() === 1;
    const month = date.getUTCMonth() + direction * months * count;
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
    const day = monthEnd ? last : Math.min(date.getUTCDate(), last);
    return Date.UTC(date.getUTCFullYear(), month, day) + (time % DAY);
  }
  const fixed = FIXED[unit];
  if (fixed !== undefined) return time + direction * count * fixed;
  let next = time + direction * DAY;
  while ([0, 6].includes(new Date(next).getUTCDay())) next += direction * DAY;
  return next;
}

const LARGER: Partial<Record<TimeUnit, { readonly of: number; readonly unit: TimeUnit }>> = {
  millisecond: { of: 1000, unit: "second" },
  second: { of: 60, unit: "minute" },
  minute: { of: 60, unit: "hour" },
};

/**
 * So many steps as one length of time, in the largest unit that keeps it whole, or half from two on: 12 of 30 minutes are
 * 6 hours, 5 of them 2.5 hours, 3 of them 90 minutes.
 */
export function lengthOf(steps: number, step: Step): Step {
  let length: Step = { count: steps * step.count, unit: step.unit };
  for (let larger = LARGER[length.unit]; larger && isTold(length.count / larger.of); larger = LARGER[length.unit])
    length = { count: length.count / larger.of, unit: larger.unit };
  return length;
}

const isTold = (count: number): boolean => count % 1 === 0 || (count > 2 && (2 * count) % 1 === 0);
