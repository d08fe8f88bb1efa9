import type { Assumption } from "../assumption.js";
import { assumptions } from "../assumptions.js";
import type { Config } from "../config/config.js";
import { refuseOtherReading } from "../config/refuse-other-reading.js";
import { resolveConfig } from "../config/resolve-config.js";
import { InputError } from "../errors.js";
import { withHolidayNames, type Holiday } from "../events/holidays.js";
import { keyValues, seriesOf } from "../io/series.js";
import { kpiNames, unitOf, type Series, type Source, type Table } from "../table.js";
import { alerts, type Alert } from "./alerts.js";
import { fileInsights, kpiInsights, type Insight } from "./analyses/insights.js";
import { missingPattern, type MissingPattern } from "./analyses/missing-pattern.js";
import { correlations, type Correlation } from "./correlations.js";
import { kpiProfile, type KpiProfile } from "./kpi-profile.js";
import { timeGaps, timeProfile, type TimeProfile } from "./time-profile.js";

/** What one wants to know about a KPI file before anything is searched in it. Plain records and typed arrays. */
export interface Profile {
  readonly kind: "profile";
  readonly source: Source;
  readonly records: number;
  /** Column that splits the file into series, and how many there are; null for a file of one series. */
  readonly key: { readonly column: string; readonly series: number } | null;
  readonly time: TimeProfile;
  /** One for each KPI; in a file of many series one for each KPI and key value, of the first 50 keys. */
  readonly kpis: readonly KpiProfile[];
  /** Each pair of KPIs, strongest first; of the first series where there are many. */
  readonly correlations: readonly Correlation[];
  /** Where values are missing; of the series that misses most where there are many. */
  readonly missing: MissingPattern;
  /** What each analysis comes to: first of the whole file, then KPI by KPI. */
  readonly insights: readonly Insight[];
  /** What deserves a look, most important first. */
  readonly alerts: readonly Alert[];
  /** What detection will take for granted. */
  readonly assumptions: readonly Assumption[];
}

const MOST_SERIES = 50;
const MOST_KPIS = 60;

/** Describes a table; `holidays` give learnt dates that are holidays their names. `door.ts` tells the rest. */
export function profile(table: Table, config: Config = {}, holidays: readonly Holiday[] = []): Profile {
  const resolved = resolveConfig(config);
  refuseOtherReading(table, resolved);
  const names = (resolved.columns.kpis ?? kpiNames(table)).slice(0, MOST_KPIS);
  if (names.length === 0) throw new InputError("no_kpi", {});
  const keys = table.key === null ? [undefined] : keyValues(table).slice(0, MOST_SERIES);
  const perKey: readonly (readonly Series[])[] = keys.map((key) => names.map((name) => seriesOf(table, name, key)));
  const time = timeProfile(
    table,
    perKey.map(([series]) => series),
  );
  const kpis = perKey.flat().map((series): KpiProfile => {
    const found = { ...kpiProfile(series, resolved), ...unitOf(table, series.kpi) };
    return found.normal === null ? found : { ...found, normal: withHolidayNames(found.normal, holidays) };
  });
  const first = perKey[0] ?? [];
  const found = correlations(first);
  const holes = (group: readonly Series[]): number =>
    group.reduce(
      (sum, { values }) => sum + values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0),
      0,
    );
  const emptiest = perKey.reduce((most, group) => (holes(group) > holes(most) ? group : most), first);
  const missing = missingPattern(emptiest, timeGaps(table.cadence, emptiest.slice(0, 1)));
  const cadence = table.cadence?.label ?? "";
  return {
    kind: "profile",
    source: table.source,
    records: table.records,
    key: table.key === null ? null : { column: table.key, series: keyValues(table).length },
    time,
    kpis,
    correlations: found,
    missing,
    insights: [...fileInsights(found, missing, cadence), ...kpis.flatMap((kpi) => kpiInsights(kpi, cadence))],
    alerts: alerts(table, time, kpis, found),
    assumptions: [
      { id: "kpis", facts: { names }, option: "columns.kpis" },
      ...assumptions(table, resolved, []).filter(({ id }) => id !== "kpis"),
    ],
  };
}
