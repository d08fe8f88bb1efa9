import type { Report } from "kpi-anomaly";
import type { Overview, StoredVerdict } from "../protocol.js";
import { newsOf, stepOf } from "./describe.js";
import { movedTogether } from "./moved-together.js";

const day = 86_400_000;
const mostCells = 120;

/** Width of one cell: a whole number of days (or rows) so that cells mean something. */
function cellWidth(length: number, unit: number): number {
  const steps = [1, 7, 14, 30, 91, 182, 365];
  const days = length / unit;
  return unit * (steps.find((step) => days / step <= mostCells) ?? Math.ceil(days / mostCells));
}

/** Every KPI as a lane of cells, worst KPI first; a cell holds the worst severity that touches it. What a person marked as expected is left out. */
export function overview(report: Report, verdicts: readonly StoredVerdict[]): Overview {
  const step = stepOf(report);
  let start = Infinity;
  let end = -Infinity;
  for (const series of report.series) {
    if (!series.time.length) continue;
    start = Math.min(start, series.time[0]);
    end = Math.max(end, series.time[series.time.length - 1] + step);
  }
  const dated = report.date !== null;
  const unit = dated ? day : 1;
  if (dated) start = Math.floor(start / day) * day;
  const width = cellWidth(end - start, unit);
  const cells = Math.max(1, Math.ceil((end - start) / width));
  const lanes = report.series.map((series, index) => {
    const lane = new Uint8Array(cells);
    const incidents = newsOf(series, step, verdicts);
    for (const incident of incidents) {
      const first = Math.floor((series.time[incident.start] - start) / width);
      const last = Math.floor((series.time[incident.end] - start) / width);
      for (let cell = first; cell <= last; cell++) lane[cell] = Math.max(lane[cell], incident.severity);
    }
    return { index, kpi: series.kpi, series: series.series, severity: Math.max(0, ...lane), incidents: incidents.length, cells: lane };
  });
  lanes.sort((a, b) => b.severity - a.severity || b.incidents - a.incidents || a.index - b.index);
  return { start, end: start + cells * width, dated, lanes, together: movedTogether(report, step) };
}
