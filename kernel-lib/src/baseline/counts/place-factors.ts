/** Deviations of chi-square beyond its expectation below which places of a cycle are alike. */
const BEYOND_CHANCE = 2.5;

/** Whether an excess (chi-square per place, less 1) over `period` places is more than chance. */
export const differs = (excess: number, period: number): boolean => excess > BEYOND_CHANCE * Math.sqrt(2 / period);

/** Sum of a column over the rows at each place of the cycle. */
export function sumByPlace(column: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  for (let i = 0, place = 0; i < column.length; i++) {
    sums[place] += column[i];
    if (++place === period) place = 0;
  }
  return sums;
}
