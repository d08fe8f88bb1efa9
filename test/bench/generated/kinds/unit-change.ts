import { places, put, usualKpi, type Kind } from "./kind.js";

/** Some rows in another unit: thousands, cents, percent as a share. */
export const unitChange: Kind = (random) => {
  const usual = usualKpi(random);
  const [place] = places(random, usual.values.length - 3 * usual.cycle, 1, 1);
  const factor = [1000, 100, 0.01, 0.001][random.integer(4)];
  put(usual, place, 3 + random.integer(2 * usual.cycle), (old) => factor * old);
  return usual;
};
