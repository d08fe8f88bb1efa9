import type { Series } from "../kernel-lib/src/table.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";

const HOUR = 3_600_000;

/** A seeded hourly KPI with a day's rhythm, from Monday 2024-01-01 00:00. */
export function hourlySeries(length: number, seed = 1): Series {
  const random = createRandom(seed);
  return {
    kpi: "load",
    key: "",
    dated: true,
    records: Uint32Array.from({ length }, (_, i) => i),
    time: Float64Array.from({ length }, (_, i) => Date.UTC(2024, 0, 1) + i * HOUR),
    values: Float64Array.from({ length }, (_, i) => 100 + 20 * Math.sin((2 * Math.PI * i) / 24) + random.normal()),
    cadence: { seconds: 3600, label: "hourly", regularity: 1 },
  };
}
