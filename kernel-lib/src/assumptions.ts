import type { Assumption, AssumptionFacts, KpiName } from "./assumption.js";
import type { ResolvedConfig } from "./config/config.js";
import { sensitivityOf } from "./decide/decide.js";
import { expectedFalseAlarms } from "./decide/score/false-alarm-dial.js";
import { hasSay } from "./detectors/detector.js";
import { detectors } from "./detectors/index.js";
import type { MissingEngine } from "./numeric/wasm/missing-engine.js";
import type { Report, SeriesReport } from "./report.js";
import { isTold, refusedLabels } from "./season/facts/told-periods.js";
import type { SkipReason } from "./skip-reason.js";
import { kpiNames, type Table } from "./table.js";

/** Everything a run took for granted, as facts, so that the user can correct it. */
export function assumptions(
  table: Table,
  config: ResolvedConfig,
  series: readonly SeriesReport[],
  missingEngine: MissingEngine | null = null,
): Assumption[] {
  return [
    ...aboutColumns(table, config, series),
    ...seasons(series, config),
    howDecided(config),
    ...aboutRun(config),
    ...promises(series, config),
    ...skipped(series),
    ...(missingEngine ? [{ id: "engine" as const, facts: { missing: missingEngine } }] : []),
    { id: "seed", facts: { seed: config.seed }, option: "seed" },
  ];
}

function aboutColumns(table: Table, config: ResolvedConfig, series: readonly SeriesReport[]): Assumption[] {
  const { time, cadence, aggregated } = table;
  const kpis = [...new Set(series.map((one) => one.kpi))];
  const all: (Assumption | null)[] = [
    { id: "date", facts: { columns: time?.columns ?? [], format: time?.format ?? "" }, option: "columns.date" },
    { id: "kpis", facts: { names: kpis }, option: "columns.kpis" },
    tooMany(table, config),
    aggregated ? { id: "aggregate", facts: { by: config.aggregate.by ?? null }, option: "aggregate.by" } : null,
    howSplit(table),
    ...(table.assumed ?? []).map((said): Assumption => ({ id: "reading", facts: { said }, option: "read" })),
    cadence && { id: "cadence", facts: { label: cadence.label, regularity: cadence.regularity } },
  ];
  return all.filter((each) => each !== null);
}

function howSplit({ segments, key }: Table): Assumption | null {
  if (segments)
    return { id: "segments", facts: { keys: segments.keys, total: segments.total }, option: "columns.segments" };
  return key === null ? null : { id: "key", facts: { key }, option: "columns.key" };
}

/** The same once a report was decided anew: what hangs on the decision follows it, what hangs on the run stays. */
export function redecided(
  before: readonly Assumption[],
  config: ResolvedConfig,
  series: readonly SeriesReport[],
): Assumption[] {
  const told = before.filter(({ id }) => id !== "falseAlarms" && id !== "notJudged");
  const at = told.findIndex(({ id }) => id === "mode");
  if (at < 0) return [...before];
  const next = told.findIndex(({ id }, place) => place > at && !ABOUT_RUN.has(id));
  const end = next < 0 ? told.length : next;
  return [
    ...told.slice(0, at),
    howDecided(config),
    ...told.slice(at + 1, end),
    ...promises(series, config),
    ...told.slice(end),
  ];
}

/** What stands between how it is decided and what that promises. */
const ABOUT_RUN: ReadonlySet<Assumption["id"]> = new Set(["withoutVotes", "events", "holidays", "baseline"]);

function howDecided({ mode, sensitivity, consensus }: ResolvedConfig): Assumption {
  return {
    id: "mode",
    facts: { mode, sensitivity, consensus },
    option: mode === "auto" ? "sensitivity" : "consensus",
  };
}

function promises(series: readonly SeriesReport[], config: ResolvedConfig): Assumption[] {
  const points = Math.max(0, ...series.map((one) => one.notJudged));
  return [...falseAlarms(series, config), ...(points === 0 ? [] : [{ id: "notJudged" as const, facts: { points } }])];
}

function aboutRun(config: ResolvedConfig): Assumption[] {
  const { events, holidays, holidaysKnown, baseline } = config;
  const notAsked = detectorsNotAsked(config);
  const all: (Assumption | null)[] = [
    notAsked.length > 0 ? { id: "withoutVotes", facts: { detectors: notAsked }, option: "votes" } : null,
    events.length > 0 ? { id: "events", facts: { events: events.length }, option: "events" } : null,
    holidays === null ? null : { id: "holidays", facts: { place: holidays, known: holidaysKnown }, option: "holidays" },
    baseline === "past" ? { id: "baseline", facts: {}, option: "baseline" } : null,
  ];
  return all.filter((each) => each !== null);
}

const DAY = 86_400_000;

/**
 * What the dial promises for a KPI in which nothing happens: the most of all that are judged. A mean over all that such a KPI
 * may be; `npm run bench -- dial` counts on series that took no part in it.
 */
function falseAlarms(series: readonly SeriesReport[], config: ResolvedConfig): Assumption[] {
  const facts = promisedFalseAlarms({ series, config });
  return facts === null ? [] : [{ id: "falseAlarms", facts, option: "falseAlarms" }];
}

/**
 * How many false alarms the dial promises as it stands, also after `rethreshold`, for a KPI in which nothing happens; null
 * where nothing is promised: by vote, and for series of minutes.
 *
 * @example
 * const promised = promisedFalseAlarms(report);
 * if (promised) console.log(falseAlarmText(promised)); // "about 1 false alarm in 3 months"
 */
export function promisedFalseAlarms({
  series,
  config,
}: Pick<Report, "series" | "config">): AssumptionFacts["falseAlarms"] | null {
  if (config.mode !== "auto") return null;
  const promised = series.flatMap(({ pattern, time, values, cadence }) => {
    if (!pattern) return [];
    const sensitivity = sensitivityOf({ pattern, time, values, cadence }, config);
    const days = cadence === "" ? 0 : (time[time.length - 1] - time[0]) / DAY;
    return [{ expected: expectedFalseAlarms(sensitivity, pattern.rhythm, values.length), days }];
  });
  if (promised.length === 0) return null;
  const most = promised.reduce((a, b) => (b.expected > a.expected ? b : a));
  return { ...most, kpis: promised.length };
}

/** Titles of the detectors that did not run because they decide nothing. */
function detectorsNotAsked({ mode, votes, detectors: chosen }: ResolvedConfig): string[] {
  if (mode !== "auto" || votes) return [];
  return Object.entries(detectors)
    .filter(([id, detector]) => !hasSay(detector) && !detector.onRequest && !chosen[id]?.enabled)
    .map(([, { title }]) => title);
}

/** KPIs that have the same seasons. */
export type SeasonGroup = AssumptionFacts["seasons"]["found"][number];

/** The seasons of all KPIs: KPIs that have the same ones stand together, those without any last. */
export function seasonGroups(
  all: readonly (Pick<SeasonGroup, "periods" | "contained"> & { readonly of: KpiName })[],
): SeasonGroup[] {
  const byAnswer = new Map<string, SeasonGroup & { of: KpiName[] }>();
  for (const { of, periods, contained } of all) {
    const word = JSON.stringify([periods, contained]);
    const known = byAnswer.get(word) ?? { periods, contained, of: [] };
    known.of.push(of);
    byAnswer.set(word, known);
  }
  return [...byAnswer.values()].sort((a, b) => Number(a.periods.length === 0) - Number(b.periods.length === 0));
}

function seasons(series: readonly SeriesReport[], { season: byHand }: ResolvedConfig): Assumption[] {
  const judged = series.filter(({ pattern }) => pattern && (byHand !== null || pattern.periods.length > 0));
  if (judged.length === 0) return [];
  const found = seasonGroups(
    judged.map((one) => {
      const { periods } = one.pattern!;
      return {
        of: nameOf(one),
        periods: periods.filter(isTold).map(({ label }) => label),
        contained: periods.filter((period) => period.contained).map(({ label }) => label),
      };
    }),
  );
  const shown = new Set(found.flatMap(({ periods, contained }) => [...periods, ...contained]));
  const refused = [...new Set(judged.flatMap((one) => refusedLabels(one.pattern!.periods)))].filter(
    (label) => !shown.has(label),
  );
  return [{ id: "seasons", facts: { byHand: byHand && byHand.map(handLabel), found, refused }, option: "season" }];
}

/** A period set by hand, named as those that are found are. */
function handLabel(period: string | number): string {
  return typeof period === "number" ? `${period} rows` : period;
}

function nameOf({ kpi, series }: SeriesReport): KpiName {
  return { kpi, series };
}

function tooMany(table: Table, { columns, mostKpis }: ResolvedConfig): Assumption | null {
  const there = kpiNames(table).length;
  return columns.kpis === null && there > mostKpis
    ? { id: "mostKpis", facts: { there, analysed: mostKpis }, option: "mostKpis" }
    : null;
}

/** Which detectors did not run and why; on which series, where others were judged. Those with the same reason on the same series stand together. */
function skipped(series: readonly SeriesReport[]): Assumption[] {
  const known = new Map<string, { title: string; reason: SkipReason; on: KpiName[] }>();
  for (const one of series) {
    for (const { title, skipped: reason } of one.detections) {
      if (reason === null) continue;
      const word = JSON.stringify([title, reason]);
      known.set(word, { title, reason, on: [...(known.get(word)?.on ?? []), nameOf(one)] });
    }
  }
  const together = new Map<string, { reason: SkipReason; detectors: string[]; on: KpiName[] }>();
  for (const { title, reason, on } of known.values()) {
    const word = JSON.stringify([reason, on]);
    together.set(word, { reason, on, detectors: [...(together.get(word)?.detectors ?? []), title] });
  }
  return [...together.values()].map(({ detectors, reason, on }) => ({
    id: "skipped",
    facts: { detectors, reason, on: on.length < series.length ? on : [] },
  }));
}
