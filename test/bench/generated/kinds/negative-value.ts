import { places, put, usualKpi, type Kind } from "./kind.js";

/** Single values below zero where none may be. */
export const negativeValue: Kind = (random) => {
  const usual = usualKpi(random);
  for (const place of places(random, usual.values.length, 1, 3)) put(usual, place, 1, (old) => -old);
  return usual;
};
