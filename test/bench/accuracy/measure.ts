import { analyseSeries, decisionOptions } from "../../../kernel-lib/src/analyse-series.js";
import type { ResolvedConfig } from "../../../kernel-lib/src/config/config.js";
import { stretches } from "../../../kernel-lib/src/decide/incident/stretches.js";
import { decide } from "../../../kernel-lib/src/decide/decide.js";
import {
  areaUnderPrecisionRecall,
  eventMetrics,
  labelRuns,
  rowMetrics,
  volumeUnderPrecisionRecall,
  type Range,
} from "../../../kernel-lib/src/evaluate/metrics.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { SeriesReport } from "../../../kernel-lib/src/report.js";
import type { LabelledSeries } from "../generated/labelled-series.js";

/** What one method achieved on one series. */
export interface Achieved {
  readonly method: string;
  readonly vusPr: number;
  readonly aucPr: number;
  readonly eventF1: number;
  readonly rowF1: number;
  readonly falseAlarmsPerThousand: number;
  readonly flagged: number;
  readonly incidents: number;
}

/** Share of unlabelled rows inside the usual range, and its mean width in robust deviations of the remainder. */
export interface BandCheck {
  readonly coverage: number;
  readonly width: number;
}

/** Every registered detector, the vote, the combined default and a random score on one series; nothing is tuned to it. */
export async function measure(
  item: LabelledSeries,
  config: ResolvedConfig,
): Promise<{ achieved: Achieved[]; band: BandCheck }> {
  const { series, name } = item;
  const { report } = await analyseSeries({ series, lines: series.records, decimals: 3, config });
  const vote = decide(report, decisionOptions({ ...config, mode: "vote" }, series.kpi));
  const random = createRandom(config.seed).fork(name);
  const noise = series.values.map(() => random.next());
  const achieved = [
    // Labels speak of values that are there, not of gaps in the file.
    rated(
      "combined (default)",
      report.scores,
      report.incidents.filter(({ kind }) => kind !== "missing"),
      item,
    ),
    rated("vote", vote.scores, vote.incidents, item),
    rated("random", noise, [], item),
    ...report.detections.map(({ title, scores, flags, skipped }) =>
      rated(title, skipped === null ? scores : new Float64Array(scores.length), stretches(flags, 0), item),
    ),
  ];
  return { achieved, band: bandCheck(report, item.labels) };
}

function rated(
  method: string,
  scores: Float64Array,
  incidents: readonly Range[],
  { labels, window }: LabelledSeries,
): Achieved {
  const said = withLowest(scores);
  const flags = new Uint8Array(labels.length);
  for (const { start, end } of incidents) flags.fill(1, start, end + 1);
  const events = eventMetrics(labelRuns(labels), incidents, labels.length);
  const rows = rowMetrics(labels, flags);
  return {
    method,
    vusPr: volumeUnderPrecisionRecall(labels, said, window),
    aucPr: areaUnderPrecisionRecall(labels, said),
    eventF1: labels.includes(1) ? events.f1 : NaN,
    rowF1: labels.includes(1) ? rows.f1 : NaN,
    falseAlarmsPerThousand: events.falseAlarmsPerThousand,
    flagged: rows.flagged,
    incidents: incidents.length,
  };
}

/** Where a method says nothing its lowest score stands. */
function withLowest(scores: Float64Array): Float64Array {
  let lowest = Infinity;
  for (const score of scores) if (score < lowest) lowest = score;
  return scores.map((score) => (Number.isNaN(score) ? (lowest < Infinity ? lowest : 0) : score));
}

function bandCheck({ values, lower, upper, pattern }: SeriesReport, labels: Uint8Array): BandCheck {
  let inside = 0;
  let rows = 0;
  let width = 0;
  for (let i = 0; i < values.length; i++) {
    if (labels[i] || !Number.isFinite(values[i]) || !Number.isFinite(lower[i])) continue;
    rows++;
    width += upper[i] - lower[i];
    if (values[i] >= lower[i] && values[i] <= upper[i]) inside++;
  }
  return { coverage: inside / rows, width: width / rows / (pattern?.spread ?? NaN) };
}
