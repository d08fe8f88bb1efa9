import { places, put, usualKpi, type Kind } from "./kind.js";

/** A day that was loaded twice. */
export const doubledDay: Kind = (random) => {
  const usual = usualKpi(random);
  const day = usual.cycle === 24 ? 24 : 1;
  for (const place of places(random, usual.values.length - 30, 1, 3))
    put(usual, place - (place % day), day, (old) => 2 * old);
  return usual;
};
