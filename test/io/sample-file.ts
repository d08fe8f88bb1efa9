/** Rows of a daily file, `row(i, date)` for each day from 1 January 2024 (or every `step` milliseconds from there). */
export function sampleRows(
  count: number,
  row: (i: number, date: Date) => string,
  step = 86_400_000,
  start: number = Date.UTC(2024, 0, 1),
): string {
  return Array.from({ length: count }, (_, i) => `${row(i, new Date(start + i * step))}\n`).join("");
}

/** An ordinary value: a weekly swing around 100. */
export function sampleValue(i: number): string {
  return (100 + 10 * Math.sin((i / 7) * 2 * Math.PI) + ((i * 7919) % 13) / 5).toFixed(2);
}

/** `2024-01-31` */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Two digits. */
export function two(number: number): string {
  return String(number).padStart(2, "0");
}
