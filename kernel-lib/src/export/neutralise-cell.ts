/** A number as files write it, so that -5 or +3,2 % stays what it is. */
const NUMBER = /^[+-]?[\d\s.,'’ ]+(e[+-]?\d+)?\s*%?$/i;

/**
 * A cell that a spreadsheet would run as a formula (`= + - @`, tab or carriage return at the start) with an apostrophe
 * before it; numbers and all other cells unchanged. Source: OWASP, "CSV Injection".
 */
export function neutraliseCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}
