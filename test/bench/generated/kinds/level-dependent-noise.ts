import { between, HOUR, places, put, sign, type Kind } from "./kind.js";

/** Events in noise that grows with the level: as many deviations at night as at noon. */
export const levelDependentNoise: Kind = (random) => {
  const rows = 1500 + random.integer(1200);
  const spread = between(random, 0.06, 0.14);
  const level = (i: number): number =>
    100 * (1.3 + Math.sin((2 * Math.PI * i) / 24)) * (1 + 0.3 * Math.sin((2 * Math.PI * i) / 168));
  const series = {
    values: Float64Array.from({ length: rows }, (_, i) => level(i) * (1 + spread * random.normal())),
    labels: new Uint8Array(rows),
    step: HOUR,
    cycle: 24,
  };
  for (const place of places(random, rows - 12, 2, 4)) {
    const size = sign(random) * between(random, 6, 9) * spread;
    put(series, place, 1 + random.integer(4), (old, k) => old + size * level(place + k));
  }
  return series;
};
