import { places, put, salesByDay, type Kind } from "./kind.js";

/** A weekend day and a working day that changed places. */
export const weekdaysSwapped: Kind = (random) => {
  const usual = salesByDay(random);
  for (const place of places(random, usual.values.length - 7, 2, 4)) {
    const week = place - (place % 7);
    const [working, free] = [week + random.integer(5), week + 5 + random.integer(2)];
    const [first, second] = [usual.values[working], usual.values[free]];
    put(usual, working, 1, () => second);
    put(usual, free, 1, () => first);
  }
  return usual;
};
