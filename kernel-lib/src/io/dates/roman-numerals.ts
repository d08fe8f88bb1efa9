const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** The number of a month or a quarter in Roman numerals, 1 to 12; 0 for other text. */
export function romanNumber(numeral: string): number {
  return NUMERALS.indexOf(numeral) + 1;
}
