import { spearman } from "../../numeric/statistics.js";
import { InputError } from "../../errors.js";
import type { Detection, Report, SeriesReport } from "../../report.js";
import type { SkipReason } from "../../skip-reason.js";
import { agreementVerdict, type AgreementVerdict, type FlaggedBy } from "./agreement.js";
import { cohenKappa, flagAgreement, jaccard } from "./flag-agreement.js";
import { labelMetrics, type LabelMetrics } from "../label-metrics.js";
import { comparedDetectors } from "../compared-detectors.js";
import { flagsAt, topPoints } from "./top-points.js";
import { voteSets, type VoteSet } from "./vote-sets.js";

/** One detector among the others. */
export interface ComparedDetector {
  readonly id: string;
  readonly title: string;
  /** Points it flags and points it could judge. */
  readonly flagged: number;
  readonly judged: number;
  /** Points (indexes into the series) that it alone flags, highest score first, at most 20. */
  readonly unique: readonly number[];
  /** How many points it alone flags. */
  readonly uniqueCount: number;
  /** Run time over all series of the report; NaN when the report does not hold it. */
  readonly seconds: number;
}

/** A value for each pair of detectors, in the order of `detectors`; NaN where it is not defined. */
export type PairMatrix = readonly (readonly number[])[];

/** How the detectors of a report relate to each other on one KPI. */
export interface Comparison {
  readonly kind: "comparison";
  readonly kpi: string;
  readonly series: string;
  /** Points of the series, and points that every detector here could judge: the pairs are compared on these. */
  readonly points: number;
  readonly judged: number;
  readonly detectors: readonly ComparedDetector[];
  /** Detectors that did not run, and why. */
  readonly skipped: readonly { readonly title: string; readonly reason: SkipReason }[];
  /** Each detector at its own threshold. */
  readonly own: { readonly jaccard: PairMatrix; readonly kappa: PairMatrix };
  /** Every detector flags its `budget` highest points: what is left is disagreement about which, not about how many. */
  readonly equalBudget: { readonly budget: number; readonly jaccard: PairMatrix; readonly kappa: PairMatrix };
  /** Rank correlation of the scores. */
  readonly spearman: PairMatrix;
  /** Share of the k highest points that both have among theirs. */
  readonly top: { readonly k: number; readonly overlap: PairMatrix };
  /** Which detectors flagged together, most frequent first. */
  readonly sets: readonly VoteSet[];
  readonly verdict: AgreementVerdict;
  /** With labels: how well the decision and each detector agree with them. */
  readonly labelled?: readonly LabelMetrics[];
}

/** What a comparison can be told. */
export interface CompareOptions {
  /** Points for the overlap of the highest scores; 20 when left out. */
  readonly k?: number;
  /** Points each detector flags at equal budget; the median of their own counts when left out. */
  readonly budget?: number;
  /** Also the detectors that do not vote but feed the combined score; false when left out. */
  readonly all?: boolean;
  /** Only these, by their ids, whether they vote or not. */
  readonly detectors?: readonly string[];
  /** What is known to be anomalous: one a point, non-zero for an anomaly. */
  readonly labels?: ArrayLike<number>;
}

/** Compares the detectors of a report on one KPI. `door.ts` tells the rest. */
export function compare(
  report: Report,
  series: SeriesReport = firstSeries(report),
  options: CompareOptions = {},
): Comparison {
  const ran = comparedDetectors(series.detections, options.all, options.detectors);
  const judged = judgedByAll(ran, series.values.length);
  const common = Uint32Array.from(judged.keys()).filter((index) => judged[index] === 1);
  const scores = ran.map((detection) => Float64Array.from(common, (index) => detection.scores[index]));
  const flags = ran.map((detection) => Uint8Array.from(common, (index) => detection.flags[index]));
  const all = new Uint8Array(common.length).fill(1);
  const budget = Math.min(common.length, options.budget ?? medianCount(flags));
  const k = Math.min(common.length, options.k ?? 20);
  const equal = scores.map((each) => flagsAt(topPoints(each, budget), common.length));
  const top = scores.map((each) => flagsAt(topPoints(each, k), common.length));
  const equalBudget = {
    budget,
    jaccard: pairs(ran.length, (i, j) => jaccard(flagAgreement(equal[i], equal[j], all))),
    kappa: pairs(ran.length, (i, j) => cohenKappa(flagAgreement(equal[i], equal[j], all))),
  };
  const correlation = pairs(ran.length, (i, j) => (i === j ? 1 : spearman(scores[i], scores[j])));
  const own = {
    jaccard: pairs(ran.length, (i, j) => jaccard(flagAgreement(flags[i], flags[j], all))),
    kappa: pairs(ran.length, (i, j) => cohenKappa(flagAgreement(flags[i], flags[j], all))),
  };
  return {
    kind: "comparison",
    kpi: series.kpi,
    series: series.series,
    points: series.values.length,
    judged: common.length,
    detectors: ran.map((detection) => comparedDetector(detection, ran, report)),
    skipped: series.detections.flatMap(({ title, skipped }) => (skipped === null ? [] : [{ title, reason: skipped }])),
    own,
    equalBudget,
    spearman: correlation,
    ...(options.labels ? { labelled: labelMetrics(series, options.labels, options.all) } : {}),
    top: { k, overlap: pairs(ran.length, (i, j) => flagAgreement(top[i], top[j], all).both / k) },
    sets: voteSets(ran),
    verdict: agreementVerdict(
      ran.map(({ title }) => title),
      { kappa: own.kappa, kappaAtEqualBudget: equalBudget.kappa, correlation },
      flaggedBy(flags),
    ),
  };
}

function firstSeries(report: Report): SeriesReport {
  if (report.series.length > 0) return report.series[0];
  throw new InputError("nothing_to_compare", {});
}

function judgedByAll(ran: readonly Detection[], length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (ran.every(({ scores }) => !Number.isNaN(scores[index])) ? 1 : 0));
}

function flaggedBy(flags: readonly Uint8Array[]): FlaggedBy {
  let [any, all, one] = [0, 0, 0];
  for (let i = 0; i < (flags[0]?.length ?? 0); i++) {
    const votes = flags.reduce((sum, each) => sum + each[i], 0);
    if (votes > 0) any++;
    if (votes === flags.length) all++;
    if (votes === 1) one++;
  }
  return { any, all, one };
}

function medianCount(flags: readonly Uint8Array[]): number {
  const counts = flags.map((each) => each.reduce((sum, flag) => sum + flag, 0)).sort((a, b) => a - b);
  return counts.length === 0 ? 0 : Math.max(1, counts[Math.floor((counts.length - 1) / 2)]);
}

function pairs(count: number, value: (i: number, j: number) => number): PairMatrix {
  return Array.from({ length: count }, (_, i) => Array.from({ length: count }, (_unused, j) => value(i, j)));
}

function comparedDetector(detection: Detection, ran: readonly Detection[], report: Report): ComparedDetector {
  const flagged = Uint32Array.from(detection.flags.keys()).filter((index) => detection.flags[index] === 1);
  const alone = [
    ...flagged.filter((index) => ran.every((other) => other === detection || other.flags[index] === 0)),
  ].sort((a, b) => detection.scores[b] - detection.scores[a]);
  const judged = detection.scores.reduce((sum, score) => sum + (Number.isNaN(score) ? 0 : 1), 0);
  return {
    id: detection.detector,
    title: detection.title,
    flagged: flagged.length,
    judged,
    unique: alone.slice(0, 20),
    uniqueCount: alone.length,
    seconds: report.timings[`detectors/${detection.detector}`] ?? NaN,
  };
}
