/** No series counts for more: one in which all that recurs alarms would speak for all others. */
export const MOST_OF_ONE = 5;

/**
 * With which power of the length counts grow, the most likely of 0, .05, ... 1.2 under Poisson laws with a mean of their own for
 * each height at which they were counted.
 */
export function growthOf(counts: readonly (readonly number[])[], lengths: readonly number[]): number {
  let [best, most] = [0, -Infinity];
  for (let step = 0; step <= 24; step++) {
    const growth = step / 20;
    const whole = lengths.reduce((sum, length) => sum + length ** growth, 0);
    const likely = counts.reduce((sum, own) => {
      const all = own.reduce((total, count) => total + count, 0);
      // The mean of each height drops out: what is left is how the counts are spread over the series.
      return (
        sum + own.reduce((total, count, k) => total + count * growth * Math.log(lengths[k]), 0) - all * Math.log(whole)
      );
    }, 0);
    if (likely > most) [best, most] = [growth, likely];
  }
  return best;
}

export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : NaN;
}

export function digits(value: number, after: number): number {
  return Number(value.toFixed(after));
}
