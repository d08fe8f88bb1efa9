import { toldSpan, type Incident, type SeriesReport } from "kpi-anomaly";

/** When it was, as its sentence tells it; the end is exclusive. */
export function toldStretch(
  incident: Incident,
  series: SeriesReport,
  step: number,
): { readonly start: number; readonly end: number } {
  const { from, to } = toldSpan(incident, series);
  return { start: from, end: to + step };
}
