import { axisTitle, type Report } from "kpi-anomaly";
import type { SeriesFacts } from "../../../shared/protocol/index.js";
import { says } from "../library-words.js";
import { countFlags } from "./count-flags.js";
import { detectorFacts } from "./detector-facts.js";
import { incidentsFacts } from "./incident-facts.js";
import { nearestPoints } from "./nearest-points.js";
import { stepOf } from "./step-of.js";
import { gapsOf, normalFacts } from "./normal-facts.js";
import { seriesWindow } from "./series-window.js";
import type { ViewContext } from "./view-context.js";

/** Into how many buckets the line of the whole series is thinned. */
const wholeBuckets = 1500;

/** The KPI on show: its numbers, incidents, detectors and line. */
export function seriesFacts(report: Report, index: number, told: ViewContext): SeriesFacts {
  const series = report.series[index];
  const points = series.time.length;
  const step = stepOf(report);
  const end = points ? series.time[points - 1] + step : 0;
  const start = points ? series.time[0] : 0;
  return {
    index,
    kpi: series.kpi,
    axis: axisTitle(series),
    series: series.series,
    points,
    dated: report.date !== null,
    start,
    end,
    last: points ? series.time[points - 1] : 0,
    cadence: report.cadence && {
      seconds: report.cadence.seconds,
      label: report.cadence.label,
      name: says.cadence(report.cadence.label),
    },
    decimals: series.decimals,
    flagged: countFlags(series.flags),
    notJudged: series.notJudged,
    incidents: incidentsFacts(series, step, told),
    detectors: detectorFacts(series, told),
    nearest: series.incidents.length ? [] : nearestPoints(series, told),
    seasons: (series.pattern?.periods ?? []).map(
      ({ label, accepted, contained = false, returns = false, explained }) => ({
        label,
        name: says.period(label),
        accepted,
        contained,
        returns,
        explained,
      }),
    ),
    gaps: gapsOf(series, step),
    normal: normalFacts(series, step),
    threshold: series.threshold,
    whole: seriesWindow(series, index, start, end, wholeBuckets),
  };
}
