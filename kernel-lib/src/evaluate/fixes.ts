import type { EventConfig, ResolvedConfig } from "../config/config.js";
import type { Report, SeriesReport } from "../report.js";
import { waysOf } from "../reshape/ways.js";
import { returningDates, type ReturningDate } from "./returning-dates.js";
import { kpiNames, type Table, type TextColumn } from "../table.js";

/** What is known about each kind of fix, by its stable word. */
export interface FixFacts {
  /** A number that stands for "no value". */
  readonly "missing code": { readonly value: number; readonly columns: readonly string[]; readonly cells: number };
  /** Many rows for one moment: to be put together by period. Prices, rates and states are averaged, never added up. */
  readonly totals: {
    readonly by: "hour" | "day";
    readonly rows: number;
    /** Whether any KPI is added up. */
    readonly summed: boolean;
    readonly averaged: readonly string[];
  };
  /** A column of few values, each of which can be a series. */
  readonly segments: { readonly column: string; readonly values: readonly string[] };
  /** Incidents return each year on the same dates; `days` of them lie within the file. `given`: a calendar of holidays is in use. */
  readonly holidays: {
    readonly dates: readonly ReturningDate[];
    readonly incidents: number;
    readonly days: number;
    readonly given: boolean;
  };
  /** Most incidents are at the ends or at the beginnings of months. */
  readonly "month ends": { readonly which: "last" | "first"; readonly months: number; readonly incidents: number };
}

export type FixKind = keyof FixFacts;

/** Something about how a file is read or judged that one change of the configuration sets right. */
export type FixOf<Kind extends FixKind> = {
  readonly [Each in Kind]: {
    readonly kind: Each;
    readonly facts: FixFacts[Each];
    /** What to change, by path in the configuration. */
    readonly changes: Readonly<Record<string, unknown>>;
    /** The option of the command line that does it; null where only a configuration file does. */
    readonly option: string | null;
  };
}[Kind];

/** A fix of any kind. */
export type Fix = FixOf<FixKind>;

const DAY = 86_400_000;

/** Share of rows that repeat a moment from which the rows are single events rather than slips. */
const MANY_REPEATED = 0.2;

/** Rows a day, on no regular step, from which they are single events. */
const MANY_A_DAY = 3;

/** Days from which totals per day are long enough to be judged, as `too_few_rows_for_detection` has it. */
const ENOUGH_DAYS = 24;

/** Values of a column that can be told apart at a glance; more make no first question. */
const MOST_SEGMENTS = 12;

/** Months that must be hit, and their part of all incidents, before they are a habit. */
const LEAST_MONTHS = 3;
const MOST_OF_THEM = 0.5;

/**
 * What one change each would set right, the surest first: numbers that stand for "no value", rows to be added up, segments,
 * incidents at each end of a month or on dates that return each year. What the configuration already says is not suggested again. O(rows + incidents).
 *
 * @param table the table that was analysed
 * @param report what was found in it
 *
 * @example
 * for (const fix of fixes(table, report)) console.log(fixText(fix));
 */
export function fixes(table: Table, report: Report): Fix[] {
  const { config } = report;
  const ends = monthEnds(report);
  return [
    ...missingCodes(table, config.read?.missing ?? []),
    ...totals(table, config),
    ...segments(table, config),
    ...(ends.length > 0 ? ends : holidays(report)),
  ];
}

/** One fix a number, however many columns it stands in. */
function missingCodes({ warnings }: Table, known: readonly string[]): Fix[] {
  const found = new Map<number, { columns: string[]; cells: number }>();
  for (const warning of warnings) {
    if (warning.code !== "possible_missing_value_code") continue;
    const { value, column, times } = warning.facts;
    const before = found.get(value) ?? { columns: [], cells: 0 };
    found.set(value, { columns: [...before.columns, column], cells: before.cells + times });
  }
  return [...found.entries()].map(
    ([value, { columns, cells }]): Fix => ({
      kind: "missing code",
      facts: { value, columns, cells },
      changes: { "read.missing": [...known, String(value)] },
      option: `--missing=${value}`,
    }),
  );
}

const repeated = ({ warnings }: Table): number =>
  warnings.reduce(
    (most, warning) => (warning.code === "duplicate_timestamps" ? Math.max(most, warning.facts.rows) : most),
    0,
  );

/** Rows that share their moment, or come many a day whenever they come, and are no series of their own. */
function areEvents(table: Table): boolean {
  if (table.time === null || table.key !== null) return false;
  return (
    repeated(table) >= MANY_REPEATED * table.records ||
    (table.cadence?.label === "irregular" &&
      table.records >= MANY_A_DAY * daysOf(table) &&
      daysOf(table) >= ENOUGH_DAYS)
  );
}

function totals(table: Table, { aggregate, columns }: ResolvedConfig): Fix[] {
  if (aggregate?.by || table.aggregated || !areEvents(table)) return [];
  const by = periodFor(table);
  const ways = waysOf(table, { how: aggregate?.how, ...(columns.kpis && { kpis: columns.kpis }) }, []);
  const averaged = ways.filter(({ how }) => how === "mean" || how === "median").map(({ name }) => name);
  const summed = averaged.length < ways.length;
  return [
    {
      kind: "totals",
      facts: { by, rows: table.records, summed, averaged },
      changes: { "aggregate.by": by },
      option: `--aggregate ${by}`,
    },
  ];
}

const periodFor = (table: Table): "hour" | "day" => (daysOf(table) >= ENOUGH_DAYS ? "day" : "hour");

function daysOf({ time }: Table): number {
  let [first, last] = [Infinity, -Infinity];
  for (const at of time?.values ?? []) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return (last - first) / DAY;
}

/** The first column of few values that are all common; a column that only renames it says nothing new. */
function segments(table: Table, { columns, aggregate }: ResolvedConfig): Fix[] {
  if (columns?.segments?.length || table.segments || columns?.key || kpiNames(table).length === 0) return [];
  if (!areEvents(table)) return [];
  const column = table.columns.find(
    (each): each is TextColumn => each.kind === "text" && each.role !== "date" && hasFewValues(each, table.records),
  );
  if (!column) return [];
  const by = aggregate?.by ?? periodFor(table);
  return [
    {
      kind: "segments",
      facts: { column: column.name, values: valuesOf(column) },
      changes: { "columns.segments": [column.name], "aggregate.by": by },
      option: `--segments ${/^[\w-]+$/.test(column.name) ? column.name : JSON.stringify(column.name)} --aggregate ${by}`,
    },
  ];
}

const valuesOf = ({ dictionary }: TextColumn): string[] => dictionary.filter((value) => value !== "").sort();

function hasFewValues(column: TextColumn, records: number): boolean {
  const values = valuesOf(column);
  if (values.length < 2 || values.length > MOST_SEGMENTS) return false;
  const counts = new Float64Array(column.dictionary.length);
  for (const code of column.codes) counts[code]++;
  return column.dictionary.every((value, code) => value === "" || counts[code] >= records / 10 / values.length);
}

/** Incidents of daily series that fall on the last or the first day of several months, and make the greater part of them all. */
function monthEnds({ series, config, cadence }: Report): Fix[] {
  if (cadence?.label !== "daily") return [];
  for (const which of ["last", "first"] as const) {
    const [incidents, months] = [countOf(series), new Set<string>()];
    let hit = 0;
    for (const one of series)
      for (const { start, end } of one.incidents) {
        const day = dayAtMonthEnd(one, start, end, which);
        if (day === null) continue;
        hit++;
        months.add(day.slice(0, 7));
      }
    if (months.size < LEAST_MONTHS || hit < MOST_OF_THEM * incidents) continue;
    return [
      {
        kind: "month ends",
        facts: { which, months: months.size, incidents: hit },
        changes: { events: [...(config.events ?? []), ...everyMonth(series, which)] },
        option: null,
      },
    ];
  }
  return [];
}

/** Dates on which incidents return each year, as known events of every year in the file. */
function holidays(report: Report): Fix[] {
  const found = returningDates(report);
  if (found === null) return [];
  const { dates, incidents, days } = found;
  const given = report.config.holidays !== null && report.config.holidaysKnown;
  const events = days.map((date): EventConfig => ({ name: "each year", date }));
  return [
    {
      kind: "holidays",
      facts: { dates, incidents, days: days.length, given },
      changes: { events: [...(report.config.events ?? []), ...events] },
      option: given ? null : "--holidays <place> --holidays-known",
    },
  ];
}

const countOf = (series: readonly SeriesReport[]): number =>
  series.reduce((sum, { incidents }) => sum + incidents.length, 0);

/** The day of the month's end that a short incident covers. */
function dayAtMonthEnd({ time }: SeriesReport, start: number, end: number, which: "last" | "first"): string | null {
  if (end - start > 2) return null;
  for (let point = start; point <= end; point++) {
    const next = new Date(time[point] + (which === "last" ? DAY : 0));
    if (next.getUTCDate() === 1) return iso(time[point]);
  }
  return null;
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Every last (or first) day of a month within the series. */
function everyMonth(series: readonly SeriesReport[], which: "last" | "first"): EventConfig[] {
  let [first, last] = [Infinity, -Infinity];
  for (const { time } of series) {
    if (time.length === 0) continue;
    first = Math.min(first, time[0]);
    last = Math.max(last, time[time.length - 1]);
  }
  const events: EventConfig[] = [];
  const begin = new Date(first);
  for (let month = 0; ; month++) {
    const at = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1) - (which === "last" ? DAY : 0);
    if (at > last) return events;
    if (at >= first) events.push({ name: which === "last" ? "month end" : "month start", date: iso(at) });
  }
}
