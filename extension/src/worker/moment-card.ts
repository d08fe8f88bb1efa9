import { contributions, InputError, sharedIncidents, toldMoment, type Report, type SharedIncident } from "kpi-anomaly";
import type { MomentCard, MomentMember, StoredVerdict } from "../../shared/protocol/index.js";
import { newsOf } from "./facts/news.js";
import { stepOf } from "./facts/step-of.js";
import { says } from "./library-words.js";
import { lowestOf, withinDomain } from "./facts/normal-facts.js";
import { lowerBound } from "./facts/series-window.js";

/** Steps around a moment that its small charts show, at least. */
const around = 20;
const mostMembers = 12;
const mostPoints = 300;

/** One moment that several KPIs share, with all that a card of it shows; null when there is no such moment any more. */
export function momentCard(report: Report, verdicts: readonly StoredVerdict[], place: number): MomentCard | null {
  const step = stepOf(report);
  const news = report.series.map((one) => ({ ...one, incidents: newsOf(one, step, verdicts) }));
  const shared = sharedIncidents(news)[place];
  if (!shared) return null;
  const end = shared.end + step;
  const told = toldMoment(shared, report.series);
  const margin = Math.max(around * step, 2 * (end - shared.start));
  const times = report.series.map(({ time }) => time);
  const axis = {
    from: Math.max(shared.start - margin, Math.min(...times.map((time) => time[0]))),
    to: Math.min(end + margin, Math.max(...times.map((time) => time[time.length - 1])) + step),
  };
  return {
    place,
    start: told.from,
    end: told.to + step,
    severity: shared.severity,
    ...axis,
    members: shared.members.slice(0, mostMembers).map((member) => memberOf(report, member, axis, step)),
    more: Math.max(0, shared.members.length - mostMembers),
    drivers: driversOf(report, shared),
  };
}

function memberOf(
  report: Report,
  { index, incident: rank, start }: SharedIncident["members"][number],
  { from, to }: { readonly from: number; readonly to: number },
  step: number,
): MomentMember {
  const series = report.series[index];
  const incident = series.incidents.find((one) => one.rank === rank)!;
  const first = lowerBound(series.time, from);
  const last = lowerBound(series.time, to);
  const every = Math.max(1, Math.ceil((last - first) / mostPoints));
  const count = Math.ceil((last - first) / every);
  const pick = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: count }, (_, at) => values[first + at * every]);
  const least = lowestOf(series.values);
  return {
    index,
    kpi: series.kpi,
    series: series.series,
    startTime: start,
    endTime: series.time[incident.end] + step,
    peakTime: series.time[incident.peak],
    severity: incident.severity,
    direction: incident.direction,
    actual: incident.actual,
    expected: withinDomain(incident.expected, least),
    total: incident.explanation?.totalDeviation ?? NaN,
    decimals: series.decimals,
    reason: says.reason(incident, series),
    time: pick(series.time),
    values: pick(series.values),
    usual: pick(series.expected).map((value) => withinDomain(value, least)),
  };
}

/** Which segments the moment comes from, in a sentence; empty in a file without segments. */
function driversOf(report: Report, { members, start, end }: SharedIncident): string {
  if (!report.segments) return "";
  try {
    return says.drivers(contributions(report, { kpi: members[0].kpi, from: start, to: end }));
  } catch (error) {
    if (error instanceof InputError) return "";
    throw error;
  }
}
