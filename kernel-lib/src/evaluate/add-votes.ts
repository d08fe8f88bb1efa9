import { analyseSeries, type SeriesHooks } from "../analyse-series.js";
import type { Config } from "../config/config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { taskOf, targetsOf } from "../detect.js";
import { hasSay } from "../detectors/detector.js";
import { detectors as register } from "../detectors/index.js";
import type { Report } from "../report.js";
import { reshape } from "../reshape/reshape.js";
import { rethreshold } from "../rethreshold.js";
import type { Table } from "../table.js";

/**
 * Lets the detectors that only vote judge one series of a report that was made without them (`votes: false`), as if they had
 * been asked for: its votes, and the features that made them flag its incidents. What was decided in mode `auto` stays.
 *
 * Cost: that of those detectors for one series.
 *
 * @param table the report was made from; @param config it was made with
 * @param index of the series in the report
 * @throws InputError as `detect`
 *
 * @example
 * const report = await detect(table, { votes: false });
 * const voted = await addVotes(table, {}, report, 0);
 * console.log(voted.series[0].incidents[0]?.votes);
 */
export async function addVotes(
  table: Table,
  config: Config,
  report: Report,
  index: number,
  hooks: Pick<SeriesHooks, "signal" | "progress" | "compute"> = {},
): Promise<Report> {
  const asked = resolveConfig({ ...config, votes: true });
  const ran = new Set(report.series[index].detections.map(({ detector }) => detector));
  const voters = Object.entries(asked.detectors).map(([id, entry]) => [
    id,
    { ...entry, enabled: entry.enabled && !ran.has(id) && !hasSay(register[id]) },
  ]);
  const shaped = reshape(table, asked);
  const task = taskOf(shaped, asked, targetsOf(shaped, asked)[index]);
  const votes = await analyseSeries(
    { ...task, config: { ...asked, detectors: Object.fromEntries(voters) as typeof asked.detectors } },
    hooks,
  );
  const place = new Map(Object.keys(register).map((id, at) => [id, at]));
  const inOrder = [...report.series[index].detections, ...votes.report.detections].sort(
    (a, b) => (place.get(a.detector) ?? place.size) - (place.get(b.detector) ?? place.size),
  );
  const series = report.series.map((one, at) => (at === index ? { ...one, detections: inOrder } : one));
  const decided = rethreshold({ ...report, series }, {}).series[index];
  return { ...report, series: report.series.map((one, at) => (at === index ? decided : one)) };
}
