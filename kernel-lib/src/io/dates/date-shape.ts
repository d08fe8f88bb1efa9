import { DateOrder } from "./numeric-date.js";
import { periodMonths } from "./period-length.js";

/** A form dates are written in: what distinguishes it, and how often it was seen. */
export interface DateShape {
  readonly order: number;
  readonly separator: number;
  readonly timeSeparator: number;
  readonly timeMark: number;
  readonly timeParts: number;
  readonly twelveHours: boolean;
  readonly zoned: boolean;
  /** Format of a date with letters in it; empty for numeric ones. */
  readonly named: string;
  readonly languages: readonly string[];
  /** Its cells are months with a year or a day of two digits, `24-Jan`. */
  readonly short: boolean;
  unpadded: boolean;
  unpaddedHour: boolean;
  /** Some second number is above 12. */
  largeSecond: boolean;
  count: number;
}

/** A form of which nothing has been seen. */
export function emptyShape(): DateShape {
  return {
    order: -1,
    separator: 0,
    timeSeparator: 0,
    timeMark: 0,
    timeParts: 0,
    twelveHours: false,
    zoned: false,
    named: "",
    languages: [],
    short: false,
    unpadded: false,
    unpaddedHour: false,
    largeSecond: false,
    count: 0,
  };
}

/** Months that a cell of this form stands for; 0 for a day or a moment. */
export function periodMonthsOf(shape: DateShape): number {
  if (shape.named !== "") return periodMonths(shape.named);
  return shape.order === DateOrder.yearMonth || shape.order === DateOrder.monthYear ? 1 : 0;
}

/** What tells forms apart in a list of formats. */
export function formatOf(shape: DateShape): string {
  return shape.named === "" ? String(groupOf(shape)) : shape.named;
}

/** Order and separator as one number. */
export function groupOf(shape: DateShape): number {
  return shape.order * 256 + shape.separator;
}
