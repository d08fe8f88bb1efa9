import { between, places, put, salesByDay, type Kind } from "./kind.js";

/** Some days of a promotion that ebbs away. */
export const promotionBump: Kind = (random) => {
  const usual = salesByDay(random);
  for (const place of places(random, usual.values.length - 10, 2, 4)) {
    const [lift, days] = [between(random, 0.25, 0.7), 3 + random.integer(5)];
    put(usual, place, days, (old, k) => old * (1 + lift * (1 - (0.5 * k) / days)));
  }
  return usual;
};
