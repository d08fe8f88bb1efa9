import { sharedIncidents, toldMoment, type Report } from "kpi-anomaly";
import type { SharedMoment, StoredVerdict } from "../../shared/protocol/index.js";
import { newsOf } from "./facts/news.js";

const mostMoments = 100;

/** The library's shared incidents as the overview lists them: who moved, in which order, and how they usually follow each other. */
export function movedTogether({ series }: Report, step: number, verdicts: readonly StoredVerdict[]): SharedMoment[] {
  return sharedIncidents(series.map((one) => ({ ...one, incidents: newsOf(one, step, verdicts) })))
    .slice(0, mostMoments)
    .map(({ start, end, severity, members }) => ({
      start: toldMoment({ start, end, members }, series).from,
      severity,
      members: members.map((member) => {
        const incident = series[member.index].incidents.find(({ rank }) => rank === member.incident);
        return {
          index: member.index,
          kpi: member.kpi,
          series: member.series,
          peakTime: incident ? series[member.index].time[incident.peak] : member.start,
          severity: member.severity,
          after: member.start - start,
          direction: member.direction,
          usually: member.related ? member.lag * step : NaN,
        };
      }),
    }));
}
