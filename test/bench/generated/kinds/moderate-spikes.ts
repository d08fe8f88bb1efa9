import { between, places, put, sign, usualKpi, type Kind } from "./kind.js";

/** Single spikes and dips of 4 to 8 deviations. */
export const moderateSpikes: Kind = (random) => {
  const usual = usualKpi(random);
  for (const place of places(random, usual.values.length, 2, 5)) {
    const size = sign(random) * between(random, 4, 8) * usual.noise(place);
    put(usual, place, 1, (old) => old + size);
  }
  return usual;
};
