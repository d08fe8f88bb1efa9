import type { ResolvedConfig } from "../../kernel-lib/src/config/config.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { Detection, Incident, Report, SeriesReport } from "../../kernel-lib/src/report.js";

const config: ResolvedConfig = {
  ...resolveConfig({ mode: "vote", contamination: 0.1, incidentGap: 1 }),
  features: {},
  detectors: {},
};

/** A detection whose flags follow from its scores. */
export function detection(
  detector: string,
  scores: Float64Array,
  threshold: number,
  title: string = detector,
): Detection {
  return {
    detector,
    title,
    scores,
    threshold,
    flags: Uint8Array.from(scores, (score) => (score >= threshold ? 1 : 0)),
    votes: true,
    weight: 0,
    skipped: null,
  };
}

/** A series report around values and detections: flagged where two detectors agree, one incident a point. */
export function seriesReport(
  values: Float64Array,
  detections: readonly Detection[],
  parts: Partial<SeriesReport> = {},
): SeriesReport {
  const count = values.length;
  const votes = Uint8Array.from({ length: count }, (_, i) => detections.filter(({ flags }) => flags[i] === 1).length);
  const flags = votes.map((each) => (each >= 2 ? 1 : 0));
  const flagged = [...flags.keys()].filter((i) => flags[i] === 1);
  const incidents = flagged.map(
    (index, place): Incident => ({
      rank: place + 1,
      start: index,
      end: index,
      peak: index,
      points: 1,
      score: 1,
      severity: 90 - place,
      direction: "up",
      actual: values[index],
      expected: NaN,
      votes: votes[index],
      detectors: detections.filter((each) => each.flags[index] === 1).map((each) => each.detector),
      kind: null,
      explanation: null,
    }),
  );
  const ranks = Uint32Array.from({ length: count }, (_, i) => flagged.indexOf(i) + 1);
  const nothing = (): Float64Array => new Float64Array(count).fill(NaN);
  const time = Float64Array.from({ length: count }, (_, i) => Date.UTC(2024, 0, 1 + i));
  return {
    kpi: "sales",
    series: "",
    records: Uint32Array.from({ length: count }, (_, i) => i),
    lines: Uint32Array.from({ length: count }, (_, i) => i + 2),
    time,
    values,
    expected: nothing(),
    lower: nothing(),
    upper: nothing(),
    usual: nothing(),
    usualLower: nothing(),
    usualUpper: nothing(),
    detections,
    scores: nothing(),
    threshold: NaN,
    combined: nothing(),
    pattern: null,
    votes,
    flags,
    incidentOf: ranks,
    incidents,
    notJudged: 0,
    decimals: 2,
    cadence: "daily",
    ...parts,
  };
}

/** A report around series. */
export function reportOf(series: readonly SeriesReport[], parts: Partial<Report> = {}): Report {
  return {
    kind: "report",
    version: "0.0.0",
    source: { file: "sales.csv", bytes: 0, encoding: "utf-8", delimiter: ",", decimal: ".", header: true },
    records: series[0]?.values.length ?? 0,
    date: { columns: ["date"], format: "YYYY-MM-DD", zone: "naive" },
    cadence: { seconds: 86400, label: "daily", regularity: 1 },
    key: null,
    config,
    assumptions: [],
    warnings: [],
    series,
    timings: {},
    ...parts,
  };
}

/** Half a year of daily sales with a week in them, three spikes, a gap, a band, and three detectors of which one is noise. */
export function salesReport(): Report {
  const random = createRandom(7);
  const base = Float64Array.from({ length: 180 }, (_, i) => 100 + 15 * Math.sin((2 * Math.PI * i) / 7));
  const values = base.map((value) => value + 2 * random.normal());
  values[40] += 60;
  values[90] -= 55;
  values[91] -= 50;
  values[140] = NaN;
  const distance = values.map((value, i) => Math.abs(value - base[i]));
  const detections = [
    detection("near", distance, 12, "Near"),
    detection(
      "far",
      distance.map((value) => value ** 2 + 3 * random.next()),
      400,
      "Far",
    ),
    detection(
      "noise",
      values.map((value) => (Number.isNaN(value) ? NaN : random.next())),
      0.97,
      "Noise",
    ),
  ];
  return reportOf([
    seriesReport(values, detections, {
      expected: base,
      lower: base.map((value) => value - 6),
      upper: base.map((value) => value + 6),
    }),
  ]);
}
