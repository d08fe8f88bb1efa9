/** Where each of some moments stands in its month and year. */
export interface CalendarDays {
  /** Months since January of the first moment's year. */
  readonly month: Int32Array;
  /** Days since the first of the month. */
  readonly day: Uint8Array;
  /** Days until the last of the month. */
  readonly daysLeft: Uint8Array;
  /** Months from the first moment to the last. */
  readonly months: number;
}

/** The calendar of ascending moments, in milliseconds since 1970-01-01; at least one. O(n). */
export function calendarDays(time: Float64Array): CalendarDays {
  const n = time.length;
  const [month, day, daysLeft] = [new Int32Array(n), new Uint8Array(n), new Uint8Array(n)];
  const firstYear = new Date(time[0]).getUTCFullYear();
  let length = 0;
  for (let i = 0; i < n; i++) {
    const date = new Date(time[i]);
    month[i] = (date.getUTCFullYear() - firstYear) * 12 + date.getUTCMonth();
    day[i] = date.getUTCDate() - 1;
    if (i === 0 || month[i] !== month[i - 1])
      length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    daysLeft[i] = length - date.getUTCDate();
  }
  return { month, day, daysLeft, months: month[n - 1] - month[0] };
}
