import type { Detection, Report, SeriesReport } from "../../report.js";
import type { Table } from "../../table.js";

/** A record of one KPI, judged or not. */
export interface ScoreRow {
  /** Counted from 0. */
  readonly record: number;
  readonly kpi: string;
  /** NaN where the file has no dates, or this one cannot be read. */
  readonly time: number;
  readonly value: number;
  readonly judged: JudgedPoint | null;
}

/** What was found at a point. */
export interface JudgedPoint {
  readonly series: SeriesReport;
  readonly point: number;
  readonly detections: ReadonlyMap<string, Detection>;
}

/** A column of the scores; a format says how its kind is written. */
export type ScoreColumn = { readonly name: string } & (
  | { readonly kind: "text"; readonly of: (row: ScoreRow) => string }
  /** Milliseconds since 1970-01-01; NaN where there is none. */
  | { readonly kind: "time"; readonly of: (row: ScoreRow) => number }
  /** NaN where there is none. */
  | { readonly kind: "whole" | "real"; readonly of: (row: ScoreRow) => number }
);

/**
 * Columns of the scores: `row` (record number from 1), `timestamp`, `series`, `kpi`, `value`, `expected`, `lower`, `upper`,
 * `score`, `flag`, `incident`, `votes`, then `<detector>_score`, `<detector>_flag` for each detector that was asked for, then
 * what is usual once the neighbouring rows are known, with its range (`usual`, `usual_lower`, `usual_upper`). A row that
 * cannot be judged has no scores and flag 0.
 */
export function scoreColumns(report: Report): ScoreColumn[] {
  const ids = Object.entries(report.config.detectors)
    .filter(([, entry]) => entry.enabled)
    .map(([id]) => id);
  return [
    { name: "row", kind: "whole", of: ({ record }) => record + 1 },
    { name: "timestamp", kind: "time", of: ({ time }) => time },
    { name: "series", kind: "text", of: ({ judged }) => judged?.series.series ?? "" },
    { name: "kpi", kind: "text", of: ({ kpi }) => kpi },
    { name: "value", kind: "real", of: ({ value }) => value },
    real("expected", ({ series, point }) => series.expected[point]),
    real("lower", ({ series, point }) => series.lower[point]),
    real("upper", ({ series, point }) => series.upper[point]),
    real("score", ({ series, point }) => series.scores[point]),
    whole("flag", ({ series, point }) => series.flags[point]),
    whole("incident", ({ series, point }) => series.incidentOf[point] || NaN, NaN),
    whole("votes", ({ series, point }) => series.votes[point]),
    ...ids.flatMap((id) => [
      real(`${id}_score`, ({ detections, point }) => detections.get(id)?.scores[point] ?? NaN),
      whole(`${id}_flag`, ({ detections, point }) => detections.get(id)?.flags[point] ?? 0),
    ]),
    real("usual", ({ series, point }) => series.usual[point]),
    real("usual_lower", ({ series, point }) => series.usualLower[point]),
    real("usual_upper", ({ series, point }) => series.usualUpper[point]),
  ];
}

function real(name: string, of: (point: JudgedPoint) => number): ScoreColumn {
  return { name, kind: "real", of: ({ judged }) => (judged ? of(judged) : NaN) };
}

function whole(name: string, of: (point: JudgedPoint) => number, otherwise: number = 0): ScoreColumn {
  return { name, kind: "whole", of: ({ judged }) => (judged ? of(judged) : otherwise) };
}

/** Every record and KPI, record by record in file order. */
export function* scoreRows(report: Report, table: Table): Generator<ScoreRow> {
  const kpis = [...new Set(report.series.map((series) => series.kpi))].map((kpi) => ofKpi(kpi, report, table));
  for (let record = 0; record < table.records; record++) {
    const time = table.time ? table.time.values[record] : NaN;
    for (const { kpi, values, all, seriesOf, pointOf } of kpis) {
      const one = all[seriesOf[record]] as (typeof all)[number] | undefined;
      if (!one) {
        yield { record, kpi, time, value: values ? values[record] : NaN, judged: null };
        continue;
      }
      const judged = { ...one, point: pointOf[record] };
      yield { record, kpi, time, value: judged.series.values[judged.point], judged };
    }
  }
}

/** Where each record of a KPI stands: in which of its series (none: their number), at which point. */
function ofKpi(kpi: string, report: Report, table: Table) {
  const all = report.series
    .filter((series) => series.kpi === kpi)
    .map((series) => ({ series, detections: new Map(series.detections.map((each) => [each.detector, each])) }));
  const seriesOf = new Uint32Array(table.records).fill(all.length);
  const pointOf = new Uint32Array(table.records);
  for (const [index, { series }] of all.entries())
    series.records.forEach((record, point) => {
      seriesOf[record] = index;
      pointOf[record] = point;
    });
  const column = table.columns.find(({ name }) => name === kpi);
  return { kpi, all, seriesOf, pointOf, values: column?.kind === "number" ? column.values : null };
}
