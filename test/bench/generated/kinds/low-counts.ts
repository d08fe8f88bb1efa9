import { poisson } from "../noise.js";
import { between, DAY, HOUR, places, put, type Kind } from "./kind.js";

/** Bursts in counts of a few a row. */
export const lowCounts: Kind = (random) => {
  const rows = 700 + random.integer(1300);
  const [mean, daily] = [between(random, 0.4, 4), random.next() < 0.5];
  const cycle = daily ? 7 : 24;
  const usual = (i: number): number => mean * (1 + 0.5 * Math.sin((2 * Math.PI * i) / cycle));
  const series = {
    values: Float64Array.from({ length: rows }, (_, i) => poisson(random, usual(i))),
    labels: new Uint8Array(rows),
    step: daily ? DAY : HOUR,
    cycle,
  };
  for (const place of places(random, rows - 10, 1, 3)) {
    const more = 6 * Math.sqrt(mean) + 4;
    put(series, place, 1 + random.integer(4), (old) => old + poisson(random, more));
  }
  return series;
};
