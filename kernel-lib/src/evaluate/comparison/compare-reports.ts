import type { Incident, Report, SeriesReport } from "../../report.js";

/** What became of an incident from one report to the next. */
export interface IncidentChange {
  readonly kpi: string;
  readonly series: string;
  /**
   * `new`: only in the later report. `gone`: only in the earlier one, though the later one covers its time. `changed`: longer
   * or shorter, of another direction, or of a severity that differs by ten or more. `same`. `out of range`: the later report
   * no longer covers it.
   */
  readonly kind: "new" | "gone" | "changed" | "same" | "out of range";
  /** Times of its first and last point: in the later report, where it is in it. */
  readonly start: number;
  readonly end: number;
  /** In the report before and after; null where it is not there. */
  readonly before: Incident | null;
  readonly after: Incident | null;
  /** Whether it lies after all that the earlier report had seen of this series. */
  readonly fresh: boolean;
}

/** A series that both reports hold, and how its data differ. */
export interface SeriesChange {
  readonly kpi: string;
  readonly series: string;
  /** Points that only the later report has, points that only the earlier one has, points of both whose value was changed. */
  readonly added: number;
  readonly dropped: number;
  readonly revised: number;
}

/** Two reports on the same KPIs, for example from yesterday's export and from today's. */
export interface ReportComparison {
  readonly kind: "diff";
  /** New ones first, then gone, changed, same, out of range; each by severity. */
  readonly incidents: readonly IncidentChange[];
  readonly series: readonly SeriesChange[];
  /** Names (KPI, key value) of series that only one of the reports has. */
  readonly newSeries: readonly { readonly kpi: string; readonly series: string }[];
  readonly goneSeries: readonly { readonly kpi: string; readonly series: string }[];
  /** Incidents by what became of them (`fresh`: new ones in new data), points that were added, earlier values that were revised. */
  readonly counts: Readonly<Record<"new" | "fresh" | "gone" | "changed" | "same" | "added" | "revised", number>>;
}

const KINDS: readonly IncidentChange["kind"][] = ["new", "gone", "changed", "same", "out of range"];

/** Severity, of 100, that is not the same any more. */
const NOTABLE = 10;

/**
 * Compares two reports: which incidents are new, gone, changed. Incidents are the same one when they share a moment of the
 * same KPI of the same key value. Values that were corrected between the two are counted, as they may be the reason.
 * O(points + incidents²) a series.
 *
 * @example
 * console.log(diffText(compareReports(report, rethreshold(report, { sensitivity: 70 }))));
 */
export function compareReports(before: Report, after: Report): ReportComparison {
  const earlier = new Map(before.series.map((one) => [nameOf(one), one]));
  const later = new Map(after.series.map((one) => [nameOf(one), one]));
  const common = after.series.filter((one) => earlier.has(nameOf(one)));
  const newSeries = after.series.filter((one) => !earlier.has(nameOf(one)));
  const goneSeries = before.series.filter((one) => !later.has(nameOf(one)));
  const incidents = [
    ...common.flatMap((one) => changes(earlier.get(nameOf(one))!, one)),
    ...newSeries.flatMap((one) => one.incidents.map((incident) => change(one, "new", null, incident, null))),
  ];
  incidents.sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || severityOf(b) - severityOf(a) || a.start - b.start,
  );
  const series = common.map((one) => dataChange(earlier.get(nameOf(one))!, one));
  const bare = ({ kpi, series: key }: SeriesReport): { kpi: string; series: string } => ({ kpi, series: key });
  return {
    kind: "diff",
    incidents,
    series,
    newSeries: newSeries.map(bare),
    goneSeries: goneSeries.map(bare),
    counts: countsOf(incidents, series),
  };
}

function nameOf({ kpi, series }: SeriesReport): string {
  return JSON.stringify([kpi, series]);
}

function severityOf({ before, after }: IncidentChange): number {
  return (after ?? before)?.severity ?? 0;
}

function changes(before: SeriesReport, after: SeriesReport): IncidentChange[] {
  const found: IncidentChange[] = [];
  const matched = new Set<Incident>();
  for (const incident of after.incidents) {
    const old = before.incidents.find((one) => !matched.has(one) && meet(before, one, after, incident));
    if (old) matched.add(old);
    found.push(
      change(
        after,
        old ? (differs(before, old, after, incident) ? "changed" : "same") : "new",
        old ?? null,
        incident,
        before,
      ),
    );
  }
  const [first, last] = [after.time[0], after.time[after.time.length - 1]];
  for (const old of before.incidents) {
    if (matched.has(old) || after.incidents.some((incident) => meet(before, old, after, incident))) continue;
    const covered = before.time[old.start] >= first && before.time[old.end] <= last;
    found.push(change(before, covered ? "gone" : "out of range", old, null, before));
  }
  return found;
}

function meet(a: SeriesReport, one: Incident, b: SeriesReport, other: Incident): boolean {
  return a.time[one.start] <= b.time[other.end] && b.time[other.start] <= a.time[one.end];
}

function differs(a: SeriesReport, one: Incident, b: SeriesReport, other: Incident): boolean {
  return (
    a.time[one.start] !== b.time[other.start] ||
    a.time[one.end] !== b.time[other.end] ||
    one.direction !== other.direction ||
    Math.abs(one.severity - other.severity) >= NOTABLE
  );
}

function change(
  series: SeriesReport,
  kind: IncidentChange["kind"],
  before: Incident | null,
  after: Incident | null,
  earlier: SeriesReport | null,
): IncidentChange {
  const { start, end } = (after ?? before)!;
  return {
    kpi: series.kpi,
    series: series.series,
    kind,
    start: series.time[start],
    end: series.time[end],
    before,
    after,
    fresh: after !== null && earlier !== null && series.time[start] > earlier.time[earlier.time.length - 1],
  };
}

/** Counts points by time; several of the same time are matched in order. */
function dataChange(before: SeriesReport, after: SeriesReport): SeriesChange {
  let i = 0;
  let j = 0;
  let added = 0;
  let dropped = 0;
  let revised = 0;
  while (i < before.time.length || j < after.time.length) {
    if (j >= after.time.length || before.time[i] < after.time[j]) [i, dropped] = [i + 1, dropped + 1];
    else if (i >= before.time.length || after.time[j] < before.time[i]) [j, added] = [j + 1, added + 1];
    else {
      if (!Object.is(before.values[i], after.values[j])) revised++;
      [i, j] = [i + 1, j + 1];
    }
  }
  return { kpi: after.kpi, series: after.series, added, dropped, revised };
}

function countsOf(incidents: readonly IncidentChange[], series: readonly SeriesChange[]): ReportComparison["counts"] {
  const count = (kind: IncidentChange["kind"]): number => incidents.filter((one) => one.kind === kind).length;
  return {
    new: count("new"),
    fresh: incidents.filter((one) => one.fresh).length,
    gone: count("gone"),
    changed: count("changed"),
    same: count("same"),
    added: series.reduce((sum, one) => sum + one.added, 0),
    revised: series.reduce((sum, one) => sum + one.revised, 0),
  };
}
