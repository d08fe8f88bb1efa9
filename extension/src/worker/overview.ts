import { isStepped, type Report } from "kpi-anomaly";
import type { Overview, StoredVerdict } from "../../shared/protocol/index.js";
import { newsOf } from "./facts/news.js";
import { stepOf } from "./facts/step-of.js";
import { movedTogether } from "./moved-together.js";

const minute = 60_000;
const day = 1440 * minute;
const mostCells = 120;
/** Shorter files are cut finer than by days. */
const fewDays = 14;
const rowsOrDays = [1, 7, 14, 30, 91, 182, 365];
const minutes = [1, 5, 15, 30, 60, 180, 360, 720];

/** Width of one cell: whole days, or hours, minutes or rows, no less than a step, so that cells mean something. */
function cellWidth(length: number, dated: boolean, step: number): number {
  const fine =
    dated && length < fewDays * day ? minutes.map((count) => count * minute).filter((width) => width >= step) : [];
  const unit = dated ? day : 1;
  const widths = [...fine, ...rowsOrDays.map((count) => count * unit)];
  return widths.find((width) => length / width <= mostCells) ?? unit * Math.ceil(length / unit / mostCells);
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
  const width = cellWidth(end - start, dated, step);
  if (dated) start = Math.floor(start / Math.min(width, day)) * Math.min(width, day);
  const cells = Math.max(1, Math.ceil((end - start) / width));
  const lanes = report.series.map((series, index) => {
    const lane = new Uint8Array(cells);
    const incidents = newsOf(series, step, verdicts);
    for (const incident of incidents) {
      const first = Math.floor((series.time[incident.start] - start) / width);
      const last = Math.floor((series.time[incident.end] - start) / width);
      for (let cell = first; cell <= last; cell++) lane[cell] = Math.max(lane[cell], incident.severity);
    }
    return {
      index,
      kpi: series.kpi,
      series: series.series,
      severity: Math.max(0, ...lane),
      incidents: incidents.length,
      cells: lane,
    };
  });
  const stepped = ({ index, incidents }: { readonly index: number; readonly incidents: number }): number =>
    incidents === 0 ? 2 : Number(isStepped(report.series[index]));
  lanes.sort(
    (a, b) => stepped(a) - stepped(b) || b.severity - a.severity || b.incidents - a.incidents || a.index - b.index,
  );
  return { start, end: start + cells * width, dated, lanes, together: movedTogether(report, step, verdicts) };
}
