import { between, places, put, sign, usualKpi, type Kind } from "./kind.js";

/** A slow drift over several cycles that is mended in one row. */
export const slowLeak: Kind = (random) => {
  const usual = usualKpi(random);
  const [place] = places(random, usual.values.length - 12 * usual.cycle, 1, 1);
  const [rows, size] = [usual.cycle * (5 + random.integer(6)), sign(random) * between(random, 4, 8)];
  put(usual, place, rows, (old, k) => old + (size * usual.noise(place + k) * (k + 1)) / rows);
  return usual;
};
