import type { Detection, Report, SeriesReport } from "../report.js";
import type { Table } from "../table.js";
import { csvLine } from "./csv-line.js";
import { timestamp } from "./timestamp.js";

/**
 * Every record and KPI with all scores, record by record in file order: what a script or a check wants.
 *
 * Columns: `row` (record number from 1), `timestamp`, `series`, `kpi`, `value`, `expected`, `lower`, `upper`, `score`,
 * `flag`, `incident`, `votes`, then `<detector>_score`, `<detector>_flag` for each detector that was asked for, then what is
 * usual once the neighbouring rows are known, with its range (`usual`, `usual_lower`, `usual_upper`). A row that cannot be
 * judged has empty scores and flag 0.
 *
 * @example
 * const text = scoresCsv(report, table);
 */
export function scoresCsv(report: Report, table: Table): string {
  const ids = Object.entries(report.config.detectors)
    .filter(([, entry]) => entry.enabled)
    .map(([id]) => id);
  const kpis = [...new Set(report.series.map((series) => series.kpi))];
  const cells = pointsByRecord(report, table, kpis);
  const lines = [
    csvLine([
      "row",
      "timestamp",
      "series",
      "kpi",
      "value",
      "expected",
      "lower",
      "upper",
      "score",
      "flag",
      "incident",
      "votes",
      ...ids.flatMap((id) => [`${id}_score`, `${id}_flag`]),
      "usual",
      "usual_lower",
      "usual_upper",
    ]),
  ];
  for (let record = 0; record < table.records; record++) {
    const when = timestamp(table.time ? table.time.values[record] : NaN, report.date);
    kpis.forEach((kpi, index) => {
      const place = cells[index][record];
      lines.push(csvLine(place ? judged(record, when, kpi, place, ids) : notJudged(record, when, kpi, table, ids)));
    });
  }
  return lines.join("");
}

interface Place {
  readonly series: SeriesReport;
  readonly point: number;
}

function pointsByRecord(report: Report, table: Table, kpis: readonly string[]): (Place | undefined)[][] {
  const places = kpis.map(() => new Array<Place | undefined>(table.records));
  for (const series of report.series) {
    const ofKpi = places[kpis.indexOf(series.kpi)];
    series.records.forEach((record, point) => (ofKpi[record] = { series, point }));
  }
  return places;
}

function judged(
  record: number,
  when: string,
  kpi: string,
  { series, point }: Place,
  ids: readonly string[],
): (string | number)[] {
  const of = new Map<string, Detection>(series.detections.map((detection) => [detection.detector, detection]));
  return [
    record + 1,
    when,
    series.series,
    kpi,
    series.values[point],
    series.expected[point],
    series.lower[point],
    series.upper[point],
    series.scores[point],
    series.flags[point],
    series.incidentOf[point] || "",
    series.votes[point],
    ...ids.flatMap((id) => [of.get(id)?.scores[point] ?? NaN, of.get(id)?.flags[point] ?? 0]),
    series.usual[point],
    series.usualLower[point],
    series.usualUpper[point],
  ];
}

function notJudged(
  record: number,
  when: string,
  kpi: string,
  table: Table,
  ids: readonly string[],
): (string | number)[] {
  const column = table.columns.find((candidate) => candidate.name === kpi);
  const value = column?.kind === "number" ? column.values[record] : NaN;
  return [
    record + 1,
    when,
    "",
    kpi,
    value,
    NaN,
    NaN,
    NaN,
    NaN,
    0,
    "",
    0,
    ...ids.flatMap(() => [NaN, 0]),
    NaN,
    NaN,
    NaN,
  ];
}
