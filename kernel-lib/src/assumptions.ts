import type { ResolvedConfig } from "./config/config.js";
import type { Assumption, Pattern, SeriesReport } from "./report.js";
import { kpiNames, type Table } from "./table.js";

/** Everything a run took for granted, in words, so that the user can correct it. */
export function assumptions(table: Table, config: ResolvedConfig, series: readonly SeriesReport[]): Assumption[] {
  const { time, cadence, key } = table;
  const unjudged = Math.max(0, ...series.map((one) => one.notJudged));
  const skipped = new Map(series.flatMap((one) => one.detections.filter((detection) => detection.skipped !== null).map((detection) => [detection.title, detection.skipped])));
  return [
    { id: "date", text: time ? `The date is ${time.columns.join(" + ")}, read as ${time.format}.` : "There is no date column; the record number stands in for time.", option: "columns.date" },
    { id: "kpis", text: `The KPIs are ${listed([...new Set(series.map((one) => one.kpi))])}.`, option: "columns.kpis" },
    ...tooMany(table, config),
    ...(key === null ? [] : [{ id: "key", text: `Each value of ${key} is a series of its own.`, option: "columns.key" }]),
    ...(cadence === null ? [] : [{ id: "cadence", text: `The cadence is ${cadence.label}; ${Math.round(cadence.regularity * 100)} % of the steps are exactly that.` }]),
    ...series.slice(0, 1).flatMap(({ pattern }) => (pattern && pattern.periods.length > 0 ? [{ id: "seasons", text: seasons(pattern) }] : [])),
    config.mode === "auto"
      ? { id: "mode", text: `The combined score decides, at sensitivity ${config.sensitivity}.`, option: "sensitivity" }
      : { id: "mode", text: `A row is an anomaly when ${config.consensus} ${config.consensus === 1 ? "detector says so" : "detectors agree"}.`, option: "consensus" },
    ...(config.events.length > 0 ? [{ id: "events", text: `${config.events.length} known events are expected, never an anomaly.`, option: "events" }] : []),
    ...(config.baseline === "past" ? [{ id: "baseline", text: "What is expected is taken from earlier rows only.", option: "baseline" }] : []),
    ...(unjudged === 0 ? [] : [{ id: "notJudged", text: `${unjudged} rows are not judged: warm-up of lags and windows, or missing values.` }]),
    ...[...skipped].map(([title, why]) => ({ id: "skipped", text: `${title} did not run: ${why}` })),
    { id: "seed", text: `The seed is ${config.seed}.`, option: "seed" },
  ];
}

function seasons(pattern: Pattern): string {
  const named = (accepted: boolean): string[] => pattern.periods.filter((period) => period.accepted === accepted).map((period) => period.label);
  const [found, refused] = [named(true), named(false)];
  const looked = refused.length > 0 ? `; looked for and not found: ${refused.join(", ")}` : "";
  return `${found.length > 0 ? `The seasons are ${found.join(", ")}` : "There is no season"}${looked}.`;
}

function tooMany(table: Table, { columns, mostKpis }: ResolvedConfig): Assumption[] {
  const there = kpiNames(table).length;
  return columns.kpis === null && there > mostKpis ? [{ id: "mostKpis", text: `The file has ${there} KPIs; the first ${mostKpis} are analysed.`, option: "mostKpis" }] : [];
}

const MOST_NAMES = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
