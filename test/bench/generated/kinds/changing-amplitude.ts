import { correlatedNoise } from "../noise.js";
import { between, HOUR, places, put, sign, type Kind } from "./kind.js";

/** Events in a day whose height changes slowly. */
export const changingAmplitude: Kind = (random) => {
  const rows = 1500 + random.integer(1200);
  const [slow, spread] = [correlatedNoise(random, rows, 0.995, "normal"), between(random, 4, 9)];
  const series = {
    values: Float64Array.from(
      { length: rows },
      (_, i) => 300 + 40 * Math.exp(0.5 * slow[i]) * Math.sin((2 * Math.PI * i) / 24) + spread * random.normal(),
    ),
    labels: new Uint8Array(rows),
    step: HOUR,
    cycle: 24,
  };
  for (const place of places(random, rows - 12, 2, 4)) {
    const size = sign(random) * between(random, 6, 11) * spread;
    put(series, place, 1 + random.integer(5), (old) => old + size);
  }
  return series;
};
