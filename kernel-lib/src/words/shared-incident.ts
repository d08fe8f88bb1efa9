import type { SharedIncident } from "../decide/across-series/shared-incidents.js";
import type { SeriesReport } from "../report.js";
import { toldSpan } from "./incident.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * What one moment in several KPIs is, in one sentence: `revenue (down) and orders (down) at the same time.`
 *
 * @example
 * for (const shared of sharedIncidents(report.series)) console.log(sharedText(shared));
 */
export function sharedText({ members, cadence }: SharedIncident, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.shared({ cadence, members }, write);
}

/**
 * First and last moment of what several KPIs share, as the sentences of its members tell them: where values are missing in the KPI
 * that moved first, those that are missing and not the ones around them.
 *
 * @example
 * const { from } = toldMoment(sharedIncidents(report.series)[0], report.series);
 */
export function toldMoment(
  { start, end, members }: Pick<SharedIncident, "start" | "end" | "members">,
  series: readonly Pick<SeriesReport, "time" | "incidents">[],
): { from: number; to: number } {
  const spans = members.flatMap(({ index, incident }) => {
    const found = series[index].incidents.find(({ rank }) => rank === incident);
    return found ? [{ missing: Boolean(found.missing), ...toldSpan(found, series[index]) }] : [];
  });
  if (spans.length === 0 || !spans.every(({ missing }) => missing)) return { from: start, to: end };
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
