import { createRandom } from "../kernel-lib/src/numeric/random.js";
import type { Incident, Report, SeriesReport } from "../kernel-lib/src/report.js";
import type { Segmentation } from "../kernel-lib/src/table.js";
import { reportOf, seriesReport } from "./plots/hand-made-report.js";

/** From where to where (inclusive) a series is off, and by how many standard deviations. */
export type Planted = readonly [start: number, end: number, deviations: number];

/** What a made series may differ in. */
export interface PlantedOptions {
  readonly length?: number;
  readonly level?: number;
  readonly noise?: number;
  readonly series?: string;
}

/** A hundred days around 100 with noise of 1, incidents where planted, and the known expected value. */
export function plantedSeries(
  kpi: string,
  seed: number,
  planted: readonly Planted[],
  { length = 100, level = 100, noise = 1, series = "" }: PlantedOptions = {},
): SeriesReport {
  const random = createRandom(seed);
  const values = Float64Array.from({ length }, () => level + noise * random.normal());
  const flags = new Uint8Array(length);
  for (const [start, end, deviations] of planted)
    for (let i = start; i <= Math.min(end, length - 1); i++)
      [values[i], flags[i]] = [values[i] + deviations * noise, 1];
  const expected = new Float64Array(length).fill(level);
  const made = seriesReport(values, [], {
    kpi,
    series,
    expected,
    lower: expected.map((value) => value - 3 * noise),
    upper: expected.map((value) => value + 3 * noise),
    flags,
  });
  const incidents = planted.map(
    ([start, end, deviations], place): Incident =>
      incidentOf(made, start, Math.min(end, length - 1), deviations, place),
  );
  const incidentOfPoint = new Uint32Array(length);
  for (const { rank, start, end } of incidents) incidentOfPoint.fill(rank, start, end + 1);
  return { ...made, incidents, incidentOf: incidentOfPoint };
}

function incidentOf(
  { values, expected }: SeriesReport,
  start: number,
  end: number,
  deviations: number,
  place: number,
): Incident {
  return {
    rank: place + 1,
    start,
    end,
    peak: start,
    points: end - start + 1,
    score: Math.abs(deviations),
    severity: Math.min(100, Math.round(10 * Math.abs(deviations)) - place),
    direction: deviations > 0 ? "up" : "down",
    actual: values[start],
    expected: expected[start],
    votes: 1,
    detectors: [],
    kind: null,
    explanation: null,
  };
}

/** A report of made series. */
export function manyReport(
  series: readonly SeriesReport[],
  segments?: Segmentation,
  parts: Partial<Report> = {},
): Report {
  return reportOf(series, { ...(segments ? { segments, key: segments.keys.join(" / ") } : {}), ...parts });
}
