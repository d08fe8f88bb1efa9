import { demandByHour, places, put, sign, type Kind } from "./kind.js";

/** A clock that is an hour off for some days. */
export const clockShifted: Kind = (random) => {
  const usual = demandByHour(random);
  const before = usual.values.slice();
  for (const place of places(random, before.length - 240, 1, 2)) {
    const [from, by] = [place - (place % 24), sign(random)];
    put(usual, from, 24 * (2 + random.integer(6)), (old, k) => before[from + k - by] ?? old);
  }
  return usual;
};
