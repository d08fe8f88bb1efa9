import type { Detector } from "../../kernel-lib/src/detectors/detector.js";
import { defineDetector } from "../../kernel-lib/src/detectors/detector.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import type { Config } from "../../kernel-lib/src/config/config.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { Table } from "../../kernel-lib/src/table.js";

/** A table of daily KPIs from memory. */
export function dailyTable(
  kpis: Readonly<Record<string, ArrayLike<number>>>,
  first: number = Date.UTC(2024, 0, 1),
): Table {
  const records = Object.values(kpis)[0].length;
  return {
    kind: "table",
    source: { file: "made.csv", bytes: 0, encoding: "utf-8", delimiter: ",", decimal: ".", header: true },
    records,
    columns: Object.entries(kpis).map(([name, values]) => ({
      kind: "number",
      name,
      role: "kpi",
      values: Float64Array.from(values),
      decimals: 2,
    })),
    time: {
      columns: ["date"],
      format: "YYYY-MM-DD",
      zone: "naive",
      values: Float64Array.from({ length: records }, (_, i) => first + i * 86_400_000),
    },
    cadence: { seconds: 86_400, label: "daily", regularity: 1 },
    key: null,
    lines: Uint32Array.from({ length: records }, (_, i) => i + 2),
    warnings: [],
  };
}

/** Normal numbers around 100 with a deviation of 1, and a few that are not. */
export function noisyValues(
  length: number,
  planted: Readonly<Record<number, number>> = {},
  seed: number = 1,
): Float64Array {
  const random = createRandom(seed);
  const values = Float64Array.from({ length }, () => 100 + random.normal());
  for (const [index, value] of Object.entries(planted)) values[Number(index)] = value;
  return values;
}

/** Distance from 100: knows the truth, needs no chance. */
export const distance: Detector = defineDetector({
  title: "Distance from 100",
  summary: "Knows what is normal.",
  family: "point",
  params: {},
  threshold: { kind: "fixed", value: 6 },
  fit:
    () =>
    ({ series }) =>
      series.values.map((value) => Math.abs(value - 100)),
});

/** A new random score for each point in each fit. */
export const dice: Detector = defineDetector({
  title: "Dice",
  summary: "Pure noise.",
  family: "point",
  params: {},
  threshold: { kind: "fixed", value: 0.95 },
  fit:
    (_sample, _params, { random }) =>
    ({ series }) =>
      series.values.map((value) => (Number.isNaN(value) ? NaN : random.next())),
});

/** A configuration in which only these detectors run, and vote. */
export function only(ids: readonly string[], config: Config = {}): Config {
  return {
    mode: "vote",
    consensus: 1,
    ...config,
    detectors: Object.fromEntries([
      ...Object.keys(detectors).map((id) => [id, { enabled: ids.includes(id) }]),
      ...ids.map((id) => [id, { enabled: true }]),
    ]),
  };
}
