import { assumptions } from "../assumptions.js";
import type { Config } from "../config/config.js";
import { refuseOtherReading } from "../config/refuse-other-reading.js";
import { resolveConfig } from "../config/resolve-config.js";
import { withDisplay } from "../display/with-display.js";
import { InputError } from "../errors.js";
import { keyValues, seriesOf } from "../io/series.js";
import { kpiNames, type Series, type Source, type Table } from "../table.js";
import { alerts } from "./alerts.js";
import { correlations, type Correlation } from "./correlations.js";
import { kpiProfile, type KpiProfile } from "./kpi-profile.js";
import { profileDisplay } from "./profile-display.js";
import { timeProfile, type TimeProfile } from "./time-profile.js";

/** What one wants to know about a KPI file before anything is searched in it. Plain records and typed arrays. */
export interface Profile {
  readonly source: Source;
  readonly records: number;
  /** The whole in three or four sentences. */
  readonly summary: string;
  readonly time: TimeProfile;
  /** One for each KPI; in a file of many series one for each KPI and key value, of the first 50 keys. */
  readonly kpis: readonly KpiProfile[];
  /** Each pair of KPIs, strongest first; of the first series where there are many. */
  readonly correlations: readonly Correlation[];
  /** What deserves a look, in words, most important first. */
  readonly alerts: readonly string[];
  /** What detection will take for granted, in words. */
  readonly assumptions: readonly string[];
}

const MOST_SERIES = 50;
const MOST_KPIS = 60;

/**
 * Describes a table: time axis, each KPI's spread, seasons, trend and oddities, how the KPIs move together, and what
 * deserves a look. It shows itself as words and a small table in a notebook; the plots `profilePage`, `distribution`,
 * `season`, `autocorrelation` and `decomposition` draw it.
 *
 * Cost: O(n log n) for each KPI; below a second for 100,000 rows of five KPIs.
 *
 * @throws InputError `no_numeric_column` when there is nothing to describe, `column_not_found` for a KPI that is not there
 */
export function profile(table: Table, config: Config = {}): Profile {
  const resolved = resolveConfig(config);
  refuseOtherReading(table, resolved);
  const names = (resolved.columns.kpis ?? kpiNames(table)).slice(0, MOST_KPIS);
  if (names.length === 0)
    throw new InputError(
      "no_numeric_column",
      "The file has no column of numbers that could be a KPI.",
      "Name one with --kpi or columns.kpis.",
    );
  const keys = table.key === null ? [undefined] : keyValues(table).slice(0, MOST_SERIES);
  const perKey: readonly (readonly Series[])[] = keys.map((key) => names.map((name) => seriesOf(table, name, key)));
  const time = timeProfile(
    table,
    perKey.map(([series]) => series),
  );
  const kpis = perKey.flat().map((series) => kpiProfile(series, resolved));
  const found = correlations(perKey[0] ?? []);
  const warnings = alerts(table, time, kpis, found);
  const assumed = [
    `The KPIs are ${names.slice(0, 10).join(", ")}${names.length > 10 ? ` and ${names.length - 10} more` : ""}.`,
    ...assumptions(table, resolved, [])
      .filter(({ id }) => id !== "kpis")
      .map(({ text }) => text),
  ];
  const result: Profile = {
    source: table.source,
    records: table.records,
    summary: summarise(table, time, kpis, warnings),
    time,
    kpis,
    correlations: found,
    alerts: warnings,
    assumptions: assumed,
  };
  return withDisplay(result, () => profileDisplay(result));
}

function summarise(table: Table, time: TimeProfile, kpis: readonly KpiProfile[], warnings: readonly string[]): string {
  const seasons = [...new Set(kpis.flatMap(({ seasons: found }) => found.map(({ words }) => words)))];
  const names = new Set(kpis.map(({ kpi }) => kpi)).size;
  const parts = [
    `${table.source.file} holds ${table.records.toLocaleString("en-US")} ${table.records === 1 ? "record" : "records"} of ${names} ${names === 1 ? "KPI" : "KPIs"}${table.key === null ? "" : ` in ${keyValues(table).length} series, one for each ${table.key}`}.`,
    time.text,
    seasons.length > 0 ? `It repeats itself by the ${seasons.join(" and the ")}.` : "No season was found.",
    warnings.length === 0
      ? "Nothing about it is odd."
      : `${warnings.length === 1 ? "One thing deserves" : `${warnings.length} things deserve`} a look.`,
  ];
  return parts.join(" ");
}
