import type { ResolvedConfig } from "./config/config.js";
import type { Assumption, SeriesReport } from "./report.js";
import type { Table } from "./table.js";

/** Everything a run took for granted, in words, so that the user can correct it. */
export function assumptions(table: Table, config: ResolvedConfig, series: readonly SeriesReport[]): Assumption[] {
  const { time, cadence, key } = table;
  const unjudged = Math.max(0, ...series.map((one) => one.notJudged));
  const skipped = new Map(series.flatMap((one) => one.detections.filter((detection) => detection.skipped !== null).map((detection) => [detection.title, detection.skipped])));
  return [
    { id: "date", text: time ? `The date is ${time.columns.join(" + ")}, read as ${time.format}.` : "There is no date column; the record number stands in for time.", option: "columns.date" },
    { id: "kpis", text: `The KPIs are ${listed([...new Set(series.map((one) => one.kpi))])}.`, option: "columns.kpis" },
    ...(key === null ? [] : [{ id: "key", text: `Each value of ${key} is a series of its own.`, option: "columns.key" }]),
    ...(cadence === null ? [] : [{ id: "cadence", text: `The cadence is ${cadence.label}; ${Math.round(cadence.regularity * 100)} % of the steps are exactly that.` }]),
    { id: "consensus", text: `A row is an anomaly when ${config.consensus} ${config.consensus === 1 ? "detector says so" : "detectors agree"}.`, option: "consensus" },
    ...(unjudged === 0 ? [] : [{ id: "notJudged", text: `${unjudged} rows are not judged: warm-up of lags and windows, or missing values.` }]),
    ...[...skipped].map(([title, why]) => ({ id: "skipped", text: `${title} did not run: ${why}` })),
    { id: "seed", text: `The seed is ${config.seed}.`, option: "seed" },
  ];
}

const MOST_NAMES = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
