/** A share that rounding left this much too small is reached all the same. */
const ROUNDING = 1e-13;

/**
 * The smallest count whose chance of not being exceeded reaches `below`, looked for from a guess on, step by step.
 *
 * @param reached chance of at most so many, @param mass chance of exactly so many
 */
export function smallestCount(
  below: number,
  guess: number,
  reached: (count: number) => number,
  mass: (count: number) => number,
): number {
  if (!(below > 0)) return 0;
  if (!(below < 1)) return Infinity;
  const target = below * (1 - ROUNDING);
  let count = Math.max(0, Math.floor(guess));
  let sum = reached(count);
  if (sum < target) {
    while (sum < target) sum += mass(++count);
    return count;
  }
  while (count > 0) {
    const rest = sum - mass(count);
    if (rest < target) break;
    sum = rest;
    count--;
  }
  return count;
}
