import { between, demandByHour, places, put, type Kind } from "./kind.js";

/** A job that starts about the same hour each day is usual; a day on which it runs three times as hard is not. */
export const jitteredRecurringSpikes: Kind = (random) => {
  const usual = demandByHour(random);
  const [hour, size] = [3 + random.integer(18), between(random, 6, 10)];
  const { values } = usual;
  for (let day = 0; 24 * day + 24 <= values.length; day++) {
    const at = 24 * day + hour + random.integer(3) - 1;
    values[at] += size * (0.8 + 0.4 * random.next()) * usual.noise(at);
  }
  for (const place of places(random, values.length - 24, 1, 3)) {
    const at = place - (place % 24) + ((hour + 8) % 24);
    put(usual, at, 2, (old) => old + 2 * size * usual.noise(at));
  }
  return usual;
};
