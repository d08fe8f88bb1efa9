import type { ResolvedConfig } from "./config/config.js";
import { remainderOf } from "./decide/remainder.js";
import type { Companion, Detector, FitContext, Sample } from "./detectors/detector.js";
import { standardise } from "./numeric/standardise.js";
import type { Detection, SeriesReport } from "./report.js";
import { runDetector } from "./run-detector.js";
import type { Series } from "./table.js";

/** Deviations at which remainders are cut, so that no single point makes a relation. */
const LIMIT = 6;

/**
 * Second round of a run over many series: the detectors that compare a KPI with the others, on what each series' own round
 * left unexplained. Companions are the other KPIs of the same key value, and the same KPI of the other key values, but for
 * totals, which move with their parts by definition.
 *
 * @param reports of the first round; series without expected values are companions of none
 * @param total key value that stands for the whole, in a segmented table
 * @returns for each report its new detections; none without companions
 */
export async function relateSeries(reports: readonly SeriesReport[], detectors: Readonly<Record<string, Detector>>, config: ResolvedConfig, total: string | undefined, context: Omit<FitContext, "random">): Promise<Detection[][]> {
  const chosen = Object.entries(detectors).filter(([id, detector]) => detector.companions && config.detectors[id]?.enabled);
  if (chosen.length === 0 || reports.length < 2) return reports.map(() => []);
  const companions = companionsOf(reports);
  const found: Detection[][] = [];
  for (const [index, report] of reports.entries()) {
    context.signal.throwIfAborted();
    const related = companions.filter((_, other) => other !== index && mayCompare(report, reports[other], total));
    const sample: Sample = { ...companions[index], season: null, features: { names: [], points: new Uint32Array(0), values: new Float64Array(0) }, companions: related };
    found.push(await Promise.all(chosen.map(([id, detector]) => runDetector(id, detector, sample, config, context))));
    context.progress((index + 1) / reports.length);
  }
  return found;
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
    const series: Series = { kpi: report.kpi, key: report.series, records: report.records, time, dated: true, values: report.values, cadence: null };
    return { series, remainder: standardise(remainderOf(report), LIMIT) };
  });
}

function sameTimes(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((time, i) => time === b[i]);
}
