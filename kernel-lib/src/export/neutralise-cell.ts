/** A number as files write it, so that -5 or +3,2 % stays what it is. */
const NUMBER = /^[+-]?[\d\s.,'’ ]+(e[+-]?\d+)?\s*%?$/i;

/** What starts a formula, full-width forms included, also behind white space that programs leave out; tab or return at the start. */
const FORMULA = /^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/**
 * A cell that a spreadsheet would run as a formula with an apostrophe before it; numbers and all other cells unchanged.
 * Source: OWASP, "CSV Injection".
 */
export function neutraliseCell(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell.trim()) ? `'${cell}` : cell;
}
