import { exp } from "../math.js";
import { logGammaFactor, logLowerGamma, logUpperGamma } from "./incomplete-gamma.js";
import { exactNormalQuantile } from "./normal.js";
import { smallestCount } from "./smallest-count.js";

/** ln of the chance of exactly `count` events where `mean` are usual. */
export const poissonLogMass = (count: number, mean: number): number =>
  count < 0 ? -Infinity : count === 0 ? -mean : logGammaFactor(count, mean);

/** ln of the chance of at most `count` events. */
export const poissonLogCdf = (count: number, mean: number): number =>
  count < 0 ? -Infinity : logUpperGamma(Math.floor(count) + 1, mean);

/** ln of the chance of more than `count` events. */
export const poissonLogTail = (count: number, mean: number): number =>
  count < 0 ? 0 : logLowerGamma(Math.floor(count) + 1, mean);

/** The smallest count that is not exceeded with the chance `below` at least. */
export function poissonQuantile(below: number, mean: number): number {
  const z = exactNormalQuantile(below);
  const guess = mean + z * Math.sqrt(mean) + (z * z - 1) / 6;
  return smallestCount(
    below,
    guess,
    (count) => exp(poissonLogCdf(count, mean)),
    (count) => exp(poissonLogMass(count, mean)),
  );
}
