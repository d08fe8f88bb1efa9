import type { Report } from "kpi-anomaly";
import type { Tuning } from "../../shared/protocol/index.js";
import type { Register } from "./library.js";

/** How a fresh report is thresholded, from its configuration. */
export function tuningOf(report: Report, register: Register): Tuning {
  const { mode, consensus, sensitivity, rules } = report.config;
  const detectors = enabledIn(report, register).filter((id) => register[id].family === "point");
  return { mode, consensus, sensitivity, rules, detectors };
}

/** The voters of a run that goes on from another one: those that run in it alone vote too, others as they were. */
export function votersSwitched(
  before: { readonly report: Report; readonly tuning: Tuning },
  after: Report,
  register: Register,
): Pick<Tuning, "detectors"> {
  const known = tuningOf(before.report, register).detectors;
  const voting = new Set(before.tuning.detectors);
  const detectors = tuningOf(after, register).detectors.filter((id) => voting.has(id) || !known.includes(id));
  return { detectors };
}

/** Detectors of single moments that judged at least one series. */
export function votersOf({ series }: Report, register: Register): string[] {
  const ran = new Set(series.flatMap(({ detections }) => detections.map(({ detector }) => detector)));
  return Object.keys(register).filter((id) => ran.has(id) && register[id].family === "point");
}

/** Enabled detectors that a partial report has not heard from. */
export function detectorsRunning(partial: Report, register: Register): string[] {
  const last = partial.series.at(-1);
  const done = new Set(last?.detections.map(({ detector }) => detector));
  return enabledIn(partial, register).filter((id) => !done.has(id));
}

/** Whether both threshold alike. */
export const sameTuning = (a: Tuning, b: Tuning): boolean =>
  a.mode === b.mode &&
  a.consensus === b.consensus &&
  a.sensitivity === b.sensitivity &&
  a.detectors.join() === b.detectors.join() &&
  JSON.stringify(a.rules) === JSON.stringify(b.rules);

const enabledIn = ({ config }: Report, register: Register): string[] =>
  Object.keys(register).filter((id) => config.detectors[id]?.enabled ?? false);
