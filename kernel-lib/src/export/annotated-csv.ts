import { readRecords } from "../io/text/records.js";
import type { Report, SeriesReport } from "../report.js";
import { csvLine } from "./csv-line.js";

/** What is added to the original cells, for each KPI. */
const ADDED = ["expected", "lower", "upper", "score", "anomaly", "incident"] as const;

/**
 * Every record of the file with its original cells, and for each KPI what was expected, the score, whether it is an
 * anomaly (0 or 1) and the rank of its incident; estimates with one digit more than the column has. Cells that a spreadsheet would run are neutralised.
 *
 * @param bytes the file the report was made from.
 *
 * @example
 * const text = annotatedCsv(report, bytes);
 */
export function annotatedCsv(report: Report, bytes: Uint8Array | string): string {
  const { header, records } = readRecords(bytes, report.source);
  const { delimiter } = report.source;
  const kpis = [...new Set(report.series.map((series) => series.kpi))];
  const places = kpis.map((kpi) => placesByRecord(report, kpi));
  const lines = [csvLine([...header, ...kpis.flatMap((kpi) => ADDED.map((name) => `${kpi} ${name}`))], delimiter)];
  let record = 0;
  for (const cells of records) {
    lines.push(csvLine([...cells, ...places.flatMap((ofKpi) => added(ofKpi.get(record)))], delimiter));
    record++;
  }
  return lines.join("");
}

const SCORE_DIGITS = 4;

/** One digit more than the column has tells all that an estimate knows; numbers so large that they have no such digit stay. */
function rounded(value: number, digits: number): number {
  return Math.abs(value) < 1e15 ? Number(value.toFixed(digits)) : value;
}

interface Place {
  readonly series: SeriesReport;
  readonly point: number;
}

function placesByRecord(report: Report, kpi: string): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const series of report.series.filter((one) => one.kpi === kpi))
    series.records.forEach((record, point) => places.set(record, { series, point }));
  return places;
}

function added(place: Place | undefined): (number | string)[] {
  if (!place) return ADDED.map(() => "");
  const { series, point } = place;
  const digits = Math.min(12, series.decimals + 1);
  return [
    rounded(series.expected[point], digits),
    rounded(series.lower[point], digits),
    rounded(series.upper[point], digits),
    rounded(series.scores[point], SCORE_DIGITS),
    series.flags[point],
    series.incidentOf[point] || "",
  ];
}
