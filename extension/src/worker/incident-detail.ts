import type { Report, SeriesReport } from "kpi-anomaly";
import type { IncidentDetail } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { stepOf } from "./facts/step-of.js";
import { says } from "./library-words.js";
import type { Register } from "./library.js";
import { samePeriod } from "./same-period.js";

/** What a row shows when it is open: the same period at other times, what made the score, the features behind it. */
export function incidentDetail(
  report: Report,
  series: SeriesReport,
  point: number,
  register: Register,
): IncidentDetail {
  const within = Math.min(point, series.time.length - 1);
  const step = stepOf(report);
  const incident = series.incidents.find(({ start, end }) => start <= within && within <= end);
  return {
    ...samePeriod(series, within, step ? step / 1000 : null, report.date !== null),
    shares: sharesAt(series, within, register),
    features: incident ? says.features(incident, series) : "",
  };
}

/** What made the score that decided: each voice's part in it; by vote, how far each that flags the point is above its threshold. */
function sharesAt(series: SeriesReport, point: number, register: Register): IncidentDetail["shares"] {
  if (Number.isFinite(series.threshold)) {
    const incident = series.incidents.find(({ start, end }) => start <= point && point <= end);
    return (incident?.explanation?.shares ?? []).map(({ detector, share, lost }) => ({
      title:
        detector in register
          ? says.name(register[detector].title)
          : detector === "normal"
            ? t({ en: "Distance from expected", de: "Abstand vom erwarteten Wert" })
            : detector,
      value: share,
      of: "score",
      ...(lost === undefined ? {} : { lost }),
    }));
  }
  return series.detections
    .filter((detection) => detection.votes && detection.skipped === null && detection.flags[point] === 1)
    .map(({ title, scores, threshold }) => ({
      title: says.name(title),
      value: scores[point] / threshold,
      of: "threshold",
    }));
}
