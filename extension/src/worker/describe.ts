import {
  isStepped,
  keyValues,
  kpiNames,
  moments,
  type Incident,
  type Report,
  type SeriesReport,
  type Table,
} from "kpi-anomaly";
import { t } from "../../shared/translate.js";
import type { Confidence } from "./confidence.js";
import type { Register } from "./library.js";
import { says } from "./library-words.js";
import type {
  AssumptionFacts,
  DetectorFacts,
  FileFacts,
  FixFacts,
  IncidentFacts,
  KpiFacts,
  LineIncident,
  NearestFacts,
  Results,
  SeriesFacts,
  StoredVerdict,
  Tuning,
  Feedback,
} from "../../shared/protocol/index.js";
import { examplesOf, likeExpected, offeredRules, verdictAt, verdictsOn } from "./lessons.js";
import { gapsOf, lowestOf, normalFacts, withinDomain } from "./normal-facts.js";
import { seriesWindow } from "./thin.js";

const mostIncidents = 5000;
const mostNearest = 5;
const wholeBuckets = 1500;

/** What a description needs besides the report. */
export interface ViewContext {
  readonly chosen: number;
  readonly run: number;
  readonly confidences: readonly Confidence[];
  readonly tuning: Tuning;
  readonly verdicts: readonly StoredVerdict[];
  /** Ids of detectors that have not finished. */
  readonly running: readonly string[];
  /** What one change each would set right. */
  readonly fixes: readonly FixFacts[];
  /** Title and summary of every detector there is, by id, in the register's order. */
  readonly register: Register;
  /** Least sensitivity at which a point is flagged; NaN when none does it. */
  needed(series: SeriesReport, point: number): number;
}

export function fileFacts(table: Table): FileFacts {
  const { file, encoding, delimiter, decimal, formats = [] } = table.source;
  return {
    name: file,
    records: table.records,
    encoding,
    delimiter,
    decimal,
    columns: table.columns.map(({ name, role }) => ({ name, role })),
    ...(formats.every((format) => format === "json") ? {} : { withoutLines: true as const }),
  };
}

/** The whole report as the page sees it: numbers of one KPI, the rest in lists. */
export function describeReport(report: Report, table: Table, told: ViewContext): Results {
  const chosen = Math.min(told.chosen, report.series.length - 1);
  const step = stepOf(report);
  return {
    run: told.run,
    file: fileFacts(table),
    kpis: report.series.map((series) => kpiFacts(series, step, told.verdicts)),
    key: report.key,
    several: report.series.length > 1 || isSeveral(table, report),
    moments: countMoments(report, step, told.verdicts),
    marked: {
      real: told.verdicts.filter(({ verdict }) => verdict === "real").length,
      expected: told.verdicts.filter(({ verdict }) => verdict === "expected").length,
    },
    fixes: [...told.fixes, ...offeredRules(report.series[chosen], step, told.verdicts, told.tuning.rules)],
    chosen: seriesFacts(report, chosen, told),
    tuning: told.tuning,
    falseAlarms: says.falseAlarms(report),
    assumptions: assumptionFacts(report, table, told.verdicts),
    config: writableConfig(report),
    timings: report.timings,
  };
}

function kpiFacts(series: SeriesReport, step: number, verdicts: readonly StoredVerdict[]): KpiFacts {
  const incidents = newsOf(series, step, verdicts);
  return {
    kpi: series.kpi,
    series: series.series,
    incidents: incidents.length,
    severity: incidents.reduce((worst, incident) => Math.max(worst, incident.severity), 0),
    stepped: isStepped(series),
  };
}

/** Whether a run of this table is about more than one KPI or segment. */
function isSeveral(table: Table, { config }: Report): boolean {
  const kpis = config.columns.kpis?.length ?? Math.min(kpiNames(table).length, config.mostKpis);
  return kpis > 1 || (table.key !== null && keyValues(table).length > 1);
}

/** What a reader counts: moments that are news, each once, in however many KPIs it is. */
function countMoments({ series }: Report, step: number, verdicts: readonly StoredVerdict[]): number {
  if (series.length === 1) return newsOf(series[0], step, verdicts).length;
  return moments(series.map((one) => ({ ...one, incidents: newsOf(one, step, verdicts) }))).length;
}

/** The incidents that are news: neither marked as expected nor like one that was. */
export function newsOf(series: SeriesReport, step: number, verdicts: readonly StoredVerdict[]): readonly Incident[] {
  const own = verdictsOn(series, verdicts);
  if (!own.length) return series.incidents;
  const examples = examplesOf(series, step, own);
  return series.incidents.filter(
    (incident) =>
      verdictAt(own, series.time[incident.start], series.time[incident.end] + step)?.verdict !== "expected" &&
      !likeExpected(series, incident, step, own, examples),
  );
}

function seriesFacts(report: Report, index: number, told: ViewContext): SeriesFacts {
  const series = report.series[index];
  const points = series.time.length;
  const step = stepOf(report);
  const end = points ? series.time[points - 1] + step : 0;
  const start = points ? series.time[0] : 0;
  return {
    index,
    kpi: series.kpi,
    series: series.series,
    points,
    dated: report.date !== null,
    start,
    end,
    last: points ? series.time[points - 1] : 0,
    cadence: report.cadence && { seconds: report.cadence.seconds, label: report.cadence.label },
    decimals: series.decimals,
    flagged: countOf(series.flags),
    notJudged: series.notJudged,
    incidents: incidentsFacts(series, step, told),
    detectors: detectorFacts(series, told),
    nearest: series.incidents.length ? [] : nearestPoints(series, told),
    seasons: (series.pattern?.periods ?? []).map(({ label, accepted, contained = false, explained }) => ({
      label,
      accepted,
      contained,
      explained,
    })),
    gaps: gapsOf(series, step),
    normal: normalFacts(series, step),
    threshold: series.threshold,
    whole: seriesWindow(series, index, start, end, wholeBuckets),
  };
}

const counted = new WeakMap<Uint8Array, number>();

/** How many are flagged; counted once, since a report is told many times while it grows. */
function countOf(flags: Uint8Array): number {
  const known = counted.get(flags);
  if (known !== undefined) return known;
  let count = 0;
  for (let i = 0; i < flags.length; i++) count += flags[i];
  counted.set(flags, count);
  return count;
}

/** One step of the axis: what a single point lasts. */
export const stepOf = (report: Report): number => (report.date ? (report.cadence?.seconds ?? 0) * 1000 : 1);

function incidentsFacts(series: SeriesReport, step: number, told: ViewContext): IncidentFacts[] {
  const verdicts = verdictsOn(series, told.verdicts);
  const examples = examplesOf(series, step, verdicts);
  return series.incidents.slice(0, mostIncidents).map((incident) => ({
    ...incidentFacts(series, incident, step, told),
    like: likeExpected(series, incident, step, verdicts, examples),
  }));
}

function incidentFacts(
  series: SeriesReport,
  incident: Incident,
  step: number,
  { verdicts, confidences }: ViewContext,
): Omit<IncidentFacts, "like"> {
  const { rank, start, end, peak, points, severity, direction, actual, expected, votes, detectors } = incident;
  const startTime = series.time[start];
  const endTime = series.time[end] + step;
  const least = lowestOf(series.values);
  return {
    rank,
    start,
    end,
    peak,
    points,
    severity,
    direction,
    actual,
    expected: withinDomain(expected, least),
    votes,
    detectors,
    reason: says.reason(incident, series),
    startTime,
    endTime,
    peakTime: series.time[peak],
    lower: withinDomain(series.lower[peak], least),
    upper: withinDomain(series.upper[peak], least),
    kind: incident.kind ?? "",
    confidence:
      confidences.find(
        (known) =>
          known.kpi === series.kpi &&
          known.series === series.series &&
          known.peakTime >= startTime &&
          known.peakTime <= series.time[end],
      )?.confidence ?? NaN,
    startLine: series.lines[start],
    line: series.lines[peak],
    verdict: feedbackOn(series, startTime, endTime, verdicts),
  };
}

/** The verdict on the same stretch of the same KPI: ranks change, times do not. */
export function feedbackOn(
  series: SeriesReport,
  startTime: number,
  endTime: number,
  verdicts: readonly StoredVerdict[],
): Feedback | null {
  const found = verdictAt(verdictsOn(series, verdicts), startTime, endTime);
  return found ? { verdict: found.verdict, note: found.note } : null;
}

function detectorFacts(series: SeriesReport, told: ViewContext): DetectorFacts[] {
  const ran = new Map(series.detections.map((detection) => [detection.detector, detection]));
  return Object.entries(told.register).map(([id, { title, summary, family, share }]) => {
    const detection = ran.get(id);
    const flagged = detection ? countOf(detection.flags) : 0;
    const state = told.running.includes(id)
      ? "running"
      : !detection
        ? "off"
        : detection.skipped === null
          ? "done"
          : { skipped: says.skipped(detection.skipped) };
    const part = family === "point" ? "votes" : share ? "weighs" : "watches";
    const enabled = part === "votes" ? told.tuning.detectors.includes(id) : state !== "off";
    return { id, title, summary, part, enabled, state, flagged };
  });
}

/** Points up to which it is tried out from which sensitivity on a point is flagged. */
const MOST_TRIED = 50_000;

/** The unflagged points with the highest combined score. */
function nearestPoints(series: SeriesReport, { needed }: ViewContext): NearestFacts[] {
  const best: number[] = [];
  for (let point = 0; point < series.scores.length; point++) {
    if (Number.isNaN(series.scores[point])) continue;
    if (best.length < mostNearest || series.scores[point] > series.scores[best[best.length - 1]]) {
      best.push(point);
      best.sort((a, b) => series.scores[b] - series.scores[a]);
      best.length = Math.min(best.length, mostNearest);
    }
  }
  return best.map((point) => ({
    point,
    time: series.time[point],
    line: series.lines[point],
    actual: series.values[point],
    expected: series.expected[point],
    score: series.scores[point],
    // In a longer series nobody waits for it.
    sensitivity: series.scores.length <= MOST_TRIED ? needed(series, point) : NaN,
  }));
}

function assumptionFacts(report: Report, table: Table, verdicts: readonly StoredVerdict[]): AssumptionFacts[] {
  const warnings = report.warnings.map((warning) => ({
    id: warning.code,
    text: says.warning(warning),
    option: null,
    warning: true,
    line: warning.rows?.length ? (table.lines[warning.rows[0] - 1] ?? null) : null,
  }));
  const assumptions = report.assumptions.map((assumption) => ({
    id: assumption.id,
    text: says.assumption(assumption),
    option: assumption.option ?? null,
    warning: false,
    line: null,
  }));
  const expected = verdicts.filter(({ verdict }) => verdict === "expected").length;
  const kept = expected
    ? [
        {
          id: "verdicts",
          text: feedbackSummary(expected, `${table.source.file}.anomalies.json`),
          option: null,
          warning: false,
          line: null,
        },
      ]
    : [];
  return [...warnings, ...assumptions, ...kept];
}

const feedbackSummary = (count: number, file: string): string =>
  count === 1
    ? t("1 stretch is marked as expected in {0}.", file)
    : t("{0} stretches are marked as expected in {1}.", count, file);

/** The configuration as a file would hold it. */
export function writableConfig(report: Report): Results["config"] {
  const { features: featureEntries, detectors: detectorEntries, ...written } = report.config;
  const flat = (entries: Report["config"]["detectors"]): NonNullable<Results["config"]["detectors"]> =>
    Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { enabled: entry.enabled, ...entry.params }]));
  const [features, detectors] = [flat(featureEntries), flat(detectorEntries)];
  return { ...written, features, detectors };
}

/** Incidents of all KPIs, worst first, as the editor shows them: by line. */
export function lineIncidents(report: Report, verdicts: readonly StoredVerdict[], limit: number): LineIncident[] {
  const step = stepOf(report);
  const all = report.series.flatMap((series, index) =>
    series.incidents.map((incident) => ({ series, index, incident })),
  );
  all.sort(
    (a, b) =>
      Number(isStepped(a.series)) - Number(isStepped(b.series)) ||
      b.incident.severity - a.incident.severity ||
      a.incident.rank - b.incident.rank,
  );
  const news = new Map(report.series.map((series) => [series, new Set(newsOf(series, step, verdicts))]));
  return all.slice(0, limit).map(({ series, index, incident }) => {
    const startTime = series.time[incident.start];
    const endTime = series.time[incident.end] + step;
    return {
      kpi: series.kpi,
      series: series.series,
      key: report.key ?? "",
      index,
      rank: incident.rank,
      severity: incident.severity,
      point: incident.peak,
      startTime,
      endTime,
      dated: report.date !== null,
      cadenceSeconds: report.cadence?.seconds ?? null,
      line: series.lines[incident.peak],
      ...ownNumbers(series, incident),
      actual: incident.actual,
      expected: incident.expected,
      decimals: series.decimals,
      reason: says.reason(incident, series),
      detectors: series.detections
        .filter(({ detector }) => incident.detectors.includes(detector))
        .map(({ title }) => title),
      hushed: !news.get(series)?.has(incident),
    };
  });
}

/** Most points of an incident whose lines are marked in the editor. */
const mostLines = 200;

/** Lines of the first points of an incident, each with its own time and numbers. */
function ownNumbers(
  { lines, time, values, expected }: SeriesReport,
  { start, end }: Incident,
): Pick<LineIncident, "lines" | "times" | "values" | "expecteds"> {
  const stop = Math.min(end + 1, start + mostLines);
  return {
    lines: lines.slice(start, stop),
    times: time.slice(start, stop),
    values: values.slice(start, stop),
    expecteds: expected.slice(start, stop),
  };
}
