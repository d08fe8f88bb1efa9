import type { Random } from "../../../kernel-lib/src/numeric/random.js";

/** Noise by the name of its distribution, scaled to deviation 1 or near it. */
export const noises = {
  normal: (random: Random) => random.normal(),
  student4: (random: Random) =>
    random.normal() /
    Math.sqrt((random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2) / 4) /
    Math.SQRT2,
  student3: (random: Random) =>
    random.normal() /
    Math.sqrt((random.normal() ** 2 + random.normal() ** 2 + random.normal() ** 2) / 3) /
    Math.sqrt(3),
  laplace: (random: Random) => (random.next() < 0.5 ? 1 : -1) * (Math.log(1 - random.next()) / Math.SQRT2),
  lognormal: (random: Random) => (Math.exp(0.6 * random.normal()) - 1.2) / 0.8,
} as const;

export type NoiseName = keyof typeof noises;

/** First-order autoregressive noise of deviation 1. */
export function correlatedNoise(random: Random, length: number, memory: number, shock: NoiseName): Float64Array {
  const values = new Float64Array(length);
  let last = random.normal();
  for (let i = 0; i < length; i++)
    values[i] = last = memory * last + Math.sqrt(1 - memory * memory) * noises[shock](random);
  return values;
}

/** Poisson count: product of uniforms for small means, rounded normal for large ones. */
export function poisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count++;
  return count;
}
