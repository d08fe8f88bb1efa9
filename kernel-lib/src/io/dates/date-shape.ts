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
