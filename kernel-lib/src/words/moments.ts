/** How exactly moments of a series are told. */
export interface MomentScale {
  /** False where the file has no dates: the row stands in for the moment. */
  readonly dated: boolean;
  readonly unit: "second" | "minute" | "day" | "month" | "quarter" | "year";
  /** Whether the year is told: the series spans more than one. */
  readonly year: boolean;
}

/** The parts of a moment, read as UTC. */
export interface MomentParts {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  /** From 0, Sunday. */
  readonly weekday: number;
  /** `14:00` or `14:00:05`; empty where only the day is told. */
  readonly clock: string;
}

/** Words of a language for moments. */
export interface MomentStyle {
  /** By itself: `Tue 1 Jul 2025, 14:00`. */
  moment(parts: MomentParts, scale: MomentScale): string;
  /** In a sentence, with its preposition: `on 1 Jul 2025 at 14:00`, `in March 2024`. */
  at(parts: MomentParts, scale: MomentScale): string;
  /** From one moment to another, without what both share: `from 11 to 14 Sep 2001`. */
  span(from: MomentParts, to: MomentParts, scale: MomentScale): string;
  /** Near it, with its preposition: `around Tue 1 Jul 2025`, `around March 2024`. */
  around(parts: MomentParts, scale: MomentScale): string;
  row(row: number): string;
  atRow(row: number): string;
  rows(from: number, to: number): string;
}

const DAY = 86_400_000;

/** Cadences that are told by the month, quarter or year. */
const BY_CALENDAR: Readonly<Record<string, MomentScale["unit"]>> = {
  monthly: "month",
  quarterly: "quarter",
  "half-yearly": "month",
  yearly: "year",
};

/**
 * How moments of a series are told: to the second only where times need it, by the month in a monthly series, with the year
 * where it spans more than one. O(points) at worst.
 *
 * @param cadence label of the cadence; empty when there is none
 */
export function momentScale(times: ArrayLike<number>, dated: boolean, cadence: string): MomentScale {
  const last = times.length - 1;
  const years = last >= 0 && yearOf(times[0]) !== yearOf(times[last]);
  const unit = BY_CALENDAR[cadence];
  if (unit) return { dated, unit, year: true };
  let exact: "day" | "minute" = "day";
  for (let i = 0; i <= last && dated; i++) {
    // Seconds that are the same everywhere tell nothing.
    if (times[i] % 60_000 !== times[0] % 60_000) return { dated, unit: "second", year: years };
    if (times[i] % DAY !== 0) exact = "minute";
  }
  return { dated, unit: exact, year: years };
}

/** The parts of a moment in milliseconds since 1970-01-01. */
export function momentParts(time: number, { unit }: MomentScale): MomentParts {
  const date = new Date(time);
  const digits = (value: number): string => String(value).padStart(2, "0");
  const minutes = `${digits(date.getUTCHours())}:${digits(date.getUTCMinutes())}`;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    clock: unit === "second" ? `${minutes}:${digits(date.getUTCSeconds())}` : unit === "minute" ? minutes : "",
  };
}

function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}
