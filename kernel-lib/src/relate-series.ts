import { decisionOptions } from "./analyse-series.js";
import type { ResolvedConfig } from "./config/config.js";
import { decide, type DecisionOptions } from "./decide/decide.js";
import { decideMany } from "./decide/across-series/decide-many.js";
import { remainderOf } from "./decide/across-series/remainder.js";
import type { Companion, Detector, FitContext, Sample } from "./detectors/detector.js";
import { standardise } from "./numeric/scaling/standardise.js";
import type { Incident, SeriesReport } from "./report.js";
import { runDetector, type DetectorRun } from "./run-detector.js";
import type { Series } from "./table.js";

/** Deviations at which remainders are cut, so that no single point makes a relation. */
const LIMIT = 6;

/**
 * Second round of a run over many series: the detectors that compare a KPI with the others judge what each series' own round
 * left unexplained, and all series are decided together. Companions are the other KPIs of the same key value, and the same
 * KPI of the other key values, but for totals, which move with their parts by definition. Incidents that come from a broken
 * relation name the KPIs in it.
 *
 * @param reports of the first round; series without expected values are companions of none
 * @param total key value that stands for the whole, in a segmented table
 * @param together whether false discoveries are controlled over these series; not where they are a part of a larger search
 * @returns the final reports; a single series stays as it is
 */
export async function relateSeries(
  reports: readonly SeriesReport[],
  detectors: Readonly<Record<string, Detector>>,
  config: ResolvedConfig,
  total: string | undefined,
  context: Omit<FitContext, "random">,
  together: boolean = true,
): Promise<SeriesReport[]> {
  if (reports.length < 2) return [...reports];
  const chosen = Object.entries(detectors).filter(
    ([id, detector]) => detector.companions && config.detectors[id]?.enabled,
  );
  const companions = companionsOf(reports);
  const rounds: Round[] = [];
  for (const [index, report] of reports.entries()) {
    context.signal.throwIfAborted();
    const related = companions.filter((_, other) => other !== index && mayCompare(report, reports[other], total));
    const sample: Sample = {
      ...companions[index],
      season: null,
      features: { names: [], points: new Uint32Array(0), values: new Float64Array(0) },
      companions: related,
    };
    rounds.push({
      sample,
      runs: await Promise.all(chosen.map(([id, detector]) => runDetector(id, detector, sample, config, context))),
    });
    context.progress((index + 1) / reports.length);
  }
  const all = reports.map((report, index) => joined(report, rounds[index]));
  const optionsOf = (kpi: string): DecisionOptions => decisionOptions(config, kpi);
  const decided = together ? decideMany(all, optionsOf) : all.map((one) => decide(one, optionsOf(one.kpi)));
  return decided.map((report, index) => ({
    ...report,
    incidents: report.incidents.map((incident) => named(incident, rounds[index])),
  }));
}

/** What the second round brought for one series. */
interface Round {
  readonly sample: Sample;
  readonly runs: readonly DetectorRun[];
}

/** The report with the new detections; each lifts the combined score to its own, by its weight. */
function joined(report: SeriesReport, { runs }: Round): SeriesReport {
  const combined = report.combined.slice();
  for (const { detection } of runs) {
    detection.scores.forEach((score, i) => {
      if (detection.weight * score > combined[i]) combined[i] = detection.weight * score;
    });
  }
  return { ...report, combined, detections: [...report.detections, ...runs.map(({ detection }) => detection)] };
}

/** Deviations from which two KPIs are apart: one pair in 400 by chance; and how many are named at most. */
const APART = 3;
const MOST_NAMED = 3;

/** An incident that mostly comes from the second round says between which KPIs. */
function named(incident: Incident, { sample, runs }: Round): Incident {
  const main = incident.explanation?.shares[0]?.detector;
  const shares = runs
    .find(({ detection }) => detection.detector === main)
    ?.scorer?.attributions?.(sample, incident.peak);
  if (!shares) return incident;
  const [own, ...all] = shares;
  const others = [...all].sort((a, b) => (b.apart ?? 0) - (a.apart ?? 0));
  const left = others.filter(({ apart = 0 }) => apart >= APART).slice(0, MOST_NAMED);
  const which = (left.length > 0 ? left : others.slice(0, 1)).map(({ name }) => name);
  return incident.explanation === null
    ? incident
    : { ...incident, explanation: { ...incident.explanation, relation: { with: which, own: own.share } } };
}

function mayCompare(one: SeriesReport, other: SeriesReport, total: string | undefined): boolean {
  if (one.series === other.series) return true;
  return one.kpi === other.kpi && one.series !== total && other.series !== total;
}

/** Series with their remainders; those of the same times share one array of them. */
function companionsOf(reports: readonly SeriesReport[]): Companion[] {
  const times: Float64Array[] = [];
  return reports.map((report) => {
    const time = times.find((known) => sameTimes(known, report.time)) ?? report.time;
    if (time === report.time) times.push(time);
    const series: Series = {
      kpi: report.kpi,
      key: report.series,
      records: report.records,
      time,
      dated: true,
      values: report.values,
      cadence: null,
    };
    return { series, remainder: standardise(remainderOf(report), LIMIT) };
  });
}

function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((time, i) => time === b[i]);
}
