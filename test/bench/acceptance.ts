import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { calibrationFor, leastScale } from "../../kernel-lib/src/decide/evidence/calibration.js";
import { hasSay } from "../../kernel-lib/src/detectors/detector.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { areaUnderPrecisionRecall } from "../../kernel-lib/src/evaluate/metrics.js";
import { prepare, type Prepared } from "./calibrate/evidence-of.js";
import { incidentsOf, ratedBy, scoredBy } from "./calibrate/learn.js";
import { digits, mean } from "./calibrate/growth.js";
import { subjectOf } from "./calibrate/subject.js";
import { anomalousSeries } from "./generated/anomalous-series.js";
import { everydaySeries } from "./generated/everyday-series.js";
import { kindSeries } from "./generated/kinds/index.js";
import { nullSeries } from "./generated/null-series.js";
import { wildNullSeries } from "./generated/wild-null-series.js";

/*
 * npm run bench -- acceptance [--seed 3] [--each 60]: what each detector that has a say brings on generated series: event F1,
 * ranking and silent series with it, less the same without it. Written to test/bench/acceptance.generated.json, which a test
 * compares with the register.
 */

const FILE = "test/bench/acceptance.generated.json";

const { values: options } = parseArgs({
  options: { seed: { type: "string", default: "3" }, each: { type: "string", default: "60" } },
});
const [seed, each] = [Number(options.seed), Number(options.each)];

/** How good a decision is on these series. */
interface Quality {
  readonly eventF1: number;
  readonly ranking: number;
  readonly silent: number;
}

const from =
  (source: string) =>
  (item: Omit<Prepared["item"], "source">): Prepared["item"] => ({ ...item, source });
const items = [
  ...(["operations", "business", "heldBack"] as const).flatMap((group) =>
    anomalousSeries(group, each, seed).map(from(group)),
  ),
  ...(["watched", "services", "faults"] as const).flatMap((group) =>
    everydaySeries(group, each, seed).map(from(group)),
  ),
  ...kindSeries(Math.ceil(each / 5), seed).map(from("kinds")),
];
const calm = [...nullSeries(8 * each, seed), ...wildNullSeries(5 * each, seed)].map(from("calm"));

const config = resolveConfig({ mode: "auto" });
const taking = Object.entries(detectors)
  .filter(([, detector]) => hasSay(detector) && !detector.companions)
  .map(([id]) => id);

const found = new Map<string, { f1: Map<string, number[]>; ranking: Map<string, number[]>; silent: number[] }>();
for (const item of [...items, ...calm]) {
  const prepared = await prepare(item, config);
  for (const without of ["", ...taking]) {
    const own = found.get(without) ?? {
      f1: new Map<string, number[]>(),
      ranking: new Map<string, number[]>(),
      silent: [],
    };
    found.set(without, own);
    const some = { ...prepared, detections: prepared.detections.filter(({ detector }) => detector !== without) };
    const subject = subjectOf(some, leastScale);
    if (!subject) continue;
    const calibration = calibrationFor(subject.season.rhythm);
    const scored = scoredBy(subject, calibration.weights, calibration);
    if (item.source === "calm") own.silent.push(incidentsOf(scored, calibration.findings).length === 0 ? 1 : 0);
    else {
      const { source, labels } = item;
      own.f1.set(source, [...(own.f1.get(source) ?? []), ratedBy(scored, calibration.findings).f1]);
      const known = scored.deciding.map((score) => (Number.isNaN(score) ? 0 : score));
      own.ranking.set(source, [...(own.ranking.get(source) ?? []), areaUnderPrecisionRecall(labels, known)]);
    }
  }
}
const meanOf = (bySource: ReadonlyMap<string, readonly number[]>): number =>
  mean([...bySource.values()].map((values) => mean(values.filter((value) => !Number.isNaN(value)))));
const qualities = new Map(
  [...found].map(([without, { f1, ranking, silent }]): [string, Quality] => [
    without,
    { eventF1: meanOf(f1), ranking: meanOf(ranking), silent: mean(silent) },
  ]),
);
const all = qualities.get("")!;
console.log(
  `all: event F1 ${all.eventF1.toFixed(3)}, ranking ${all.ranking.toFixed(3)}, silent ${all.silent.toFixed(3)}`,
);
const brings = Object.fromEntries(
  taking.map((id) => {
    const { eventF1, ranking, silent } = qualities.get(id)!;
    const gain = {
      eventF1: digits(all.eventF1 - eventF1, 4),
      ranking: digits(all.ranking - ranking, 4),
      silent: digits(all.silent - silent, 4),
    };
    console.log(`${id}: ${JSON.stringify(gain)}`);
    return [id, gain];
  }),
);
writeFileSync(resolve(FILE), `${JSON.stringify({ seed, series: items.length, calm: calm.length, brings }, null, 2)}\n`);
