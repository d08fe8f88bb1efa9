import { InputError } from "../../errors.js";
import type { Incident, Report, SeriesReport } from "../../report.js";
import { incidentOfPoints } from "./incidents.js";

/** What a person said about a stretch of a KPI. */
export interface Feedback {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
  /** Milliseconds since 1970-01-01, or rows from 0 without dates; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly verdict: "expected" | "real" | null;
  readonly note: string;
}

/**
 * Reads the verdicts that VS Code keeps beside a file (`sales.csv.anomalies.json`).
 *
 * @throws InputError `bad_data` when the text is none of ours, so that nobody's notes are taken for nothing
 *
 * @example
 * const verdicts = parseFeedback(text);
 */
export function parseFeedback(text: string): Feedback[] {
  const refused = new InputError("verdicts", {});
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw refused;
  }
  const listed = (read as { readonly verdicts?: unknown } | null)?.verdicts;
  if (!Array.isArray(listed)) throw refused;
  return listed.map((raw: Readonly<Record<string, unknown>> | null) => {
    const { kpi, series, verdict, note } = raw ?? {};
    const [start, end] = [moment(raw?.start), moment(raw?.end)];
    const known = verdict === "expected" || verdict === "real" || verdict === null;
    if (
      typeof kpi !== "string" ||
      typeof series !== "string" ||
      typeof note !== "string" ||
      !known ||
      Number.isNaN(start) ||
      Number.isNaN(end)
    )
      throw refused;
    return { kpi, series, start, end, verdict, note };
  });
}

const moment = (value: unknown): number =>
  typeof value === "number" ? value : typeof value === "string" ? Date.parse(value) : NaN;

/**
 * Verdicts as text: one a stretch, in order, times as ISO 8601 where the file has dates, so that a diff can be read.
 *
 * @example
 * const verdicts = parseFeedback('{"verdicts": []}');
 * const text = feedbackText(verdicts, report.date !== null);
 */
export function feedbackText(verdicts: readonly Feedback[], dated: boolean): string {
  const written = (at: number): string | number => (dated ? new Date(at).toISOString().replace(".000Z", "Z") : at);
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...verdicts].sort((a, b) => order(a.kpi, b.kpi) || order(a.series, b.series) || a.start - b.start);
  return `${JSON.stringify({ version: 1, verdicts: sorted.map((verdict) => ({ ...verdict, start: written(verdict.start), end: written(verdict.end) })) }, null, 2)}\n`;
}

/**
 * The report without the incidents that a person marked as expected; the others are ranked anew. O(points).
 *
 * @example
 * const cleared = withFeedback(report, parseFeedback(text));
 */
export function withFeedback(report: Report, verdicts: readonly Feedback[]): Report {
  const expected = verdicts.filter(({ verdict }) => verdict === "expected");
  if (!expected.length) return report;
  const step = report.date ? (report.cadence?.seconds ?? 0) * 1000 : 1;
  const series = report.series.map((one) =>
    withoutExpected(
      one,
      expected.filter(({ kpi, series: key }) => kpi === one.kpi && key === one.series),
      step,
    ),
  );
  const told = { id: "verdicts" as const, facts: { stretches: expected.length } };
  return { ...report, series, assumptions: [...report.assumptions, told] };
}

function withoutExpected(series: SeriesReport, expected: readonly Feedback[], step: number): SeriesReport {
  const isExpected = ({ start, end }: Incident): boolean =>
    expected.some(
      (verdict) => verdict.start < series.time[end] + Math.max(step, 1) && verdict.end > series.time[start],
    );
  const gone = series.incidents.filter(isExpected);
  if (!gone.length) return series;
  const incidents = series.incidents
    .filter((incident) => !gone.includes(incident))
    .map((incident, place) => ({ ...incident, rank: place + 1 }));
  const flags = series.flags.slice();
  for (const { start, end } of gone) flags.fill(0, start, end + 1);
  return { ...series, flags, incidents, incidentOf: incidentOfPoints(incidents, flags.length) };
}
