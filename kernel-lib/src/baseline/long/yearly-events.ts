/** Years to each side in which the same date is looked at. */
const MOST_YEARS = 20;

/**
 * Gives back the events of more than half a unit that come on the same date, on the same side, in at least half of the other
 * years: these are season, and the years without them are the odd ones. Changes `event`. O(n) for each year.
 *
 * @returns whether there were any
 *
 * @param z deviations, whose sign tells the side; @param near rows by which a date may move from year to year, half a unit
 */
export function keepYearlyEvents(event: Uint8Array, z: Float64Array, rowsPerYear: number, near: number): boolean {
  const n = event.length;
  // Rows with an event above (below) among those before, for each: whether there is one near a date is a difference.
  const [above, below] = [1, -1].map((side) => {
    const sums = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) sums[i + 1] = sums[i] + Number(event[i] === 1 && z[i] * side > 0);
    return sums;
  });
  const given = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    if (event[i] !== 1) continue;
    const sums = z[i] > 0 ? above : below;
    let [years, twins] = [0, 0];
    for (let year = -MOST_YEARS; year <= MOST_YEARS; year++) {
      const then = Math.round(i + year * rowsPerYear);
      if (year === 0 || then < 0 || then >= n) continue;
      years++;
      if (sums[Math.min(n, then + near + 1)] > sums[Math.max(0, then - near)]) twins++;
    }
    if (years > 0 && twins >= Math.max(1, years / 2)) given[i] = 1;
  }
  // What is shorter than a unit is a date, which is learnt as such: half of the rows of some unit around must come back too.
  const returning = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) returning[i + 1] = returning[i] + given[i];
  const width = 2 * near + 1;
  const lasts = (i: number): boolean => {
    for (let from = Math.max(0, i - width + 1); from <= Math.min(i, n - width); from++)
      if (2 * (returning[from + width] - returning[from]) > width) return true;
    return false;
  };
  let any = false;
  for (let i = 0; i < n; i++) {
    if (given[i] !== 1 || !lasts(i)) continue;
    event[i] = 0;
    any = true;
  }
  return any;
}
