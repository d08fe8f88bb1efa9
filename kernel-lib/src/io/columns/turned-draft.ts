import { InputError } from "../../errors.js";
import { DAY, dateMilliseconds, isoWeekMilliseconds } from "../dates/calendar.js";
import { orderByTime } from "../time/time-order.js";
import { monthsOfRows, type DatesAcross } from "./dates-across.js";
import type { RawColumn } from "./read-columns.js";
import type { TableDraft } from "./table-draft.js";

/** Most values that a file turned on its side may have: eight bytes each, and as many for its time. */
const MOST_VALUES = 50_000_000;

/**
 * The same table with one row for each moment that was a column: its other columns repeated, the moment as `date` (or laid
 * over the file's own date, where the columns are hours), the number as `value`.
 * @throws InputError `file_too_large`
 */
export function turnedDraft(draft: TableDraft, across: DatesAcross): TableDraft {
  const { names, raw, axis } = draft;
  const width = across.columns.length;
  const records = raw.records * width;
  if (records > MOST_VALUES) throw new InputError("turned_too_large", { rows: records, most: MOST_VALUES });
  const monthColumn = across.months === undefined ? null : raw.columns[across.months];
  const months = monthColumn?.kind === "text" ? monthsOfRows(monthColumn) : null;
  const taken = across.months === undefined ? [] : [across.months];
  const own = new Set([...across.columns, ...(axis?.columns ?? []), ...taken]);
  const others = names.flatMap((_, c) => (own.has(c) ? [] : [c]));
  const free = (name: string): string => {
    let found = name;
    for (let n = 2; others.some((c) => names[c] === found); n++) found = `${name}_${n}`;
    return found;
  };
  const lines = new Uint32Array(records);
  for (let i = 0; i < records; i++) lines[i] = raw.lines[Math.floor(i / width)];
  if (across.countedIn === "unknown year") return undatedDraft(draft, across, others, lines, free);
  const dateName = axis ? axis.columns.map((c) => names[c]).join("+") : free("date");
  const times = timesOf(raw.records, across, axis?.time.values ?? null, months);
  const time = {
    columns: [dateName],
    format: axis ? `${axis.time.format} + ${across.format}` : across.format,
    zone: axis?.time.zone ?? ("naive" as const),
    values: times,
  };
  const values = valueColumn(
    across.columns.map((c) => raw.columns[c]),
    raw.records,
  );
  const all: RawColumn[] = [
    ...others.map((c) => repeated(raw.columns[c], width)),
    dateColumn(times, time.format),
    values,
  ];
  const kept = existing(times, values.readings.values);
  const columns = kept === null ? all : all.map((column) => picked(column, kept));
  const dates = kept === null ? times : pick(times, kept);
  return {
    ...draft,
    names: [...others.map((c) => names[c]), dateName, free("value")],
    raw: {
      ...raw,
      columns,
      records: kept?.length ?? records,
      lines: kept === null ? lines : pick(lines, kept),
      openMarks: columns.map(() => null),
    },
    axis: {
      time: { ...time, values: dates },
      columns: [others.length],
      warnings: axis?.warnings ?? [],
      perDay: null,
      leftOut: axis?.leftOut ?? 0,
    },
    order: orderByTime(dates, null),
  };
}

/**
 * The same where names tell months or weeks without a year: none is made up, rows come in the order of the columns. Each row of
 * the file is a series, told apart by its text, or by its number where that does not do.
 */
function undatedDraft(
  draft: TableDraft,
  across: DatesAcross,
  others: readonly number[],
  lines: Uint32Array,
  free: (name: string) => string,
): TableDraft {
  const { names, raw } = draft;
  const width = across.columns.length;
  const rows = raw.records;
  const texts: RawColumn & { readonly kind: "text" } = {
    kind: "text",
    codes: Uint32Array.from({ length: rows * width }, (_, i) => i % width),
    dictionary: across.columns.map((c) => names[c]),
  };
  const values = valueColumn(
    across.columns.map((c) => raw.columns[c]),
    rows,
  );
  const own = keyOfRows(others.map((c) => raw.columns[c]));
  const numbered = rows > 1 && own === null;
  const row: RawColumn = {
    kind: "text",
    codes: Uint32Array.from(lines, (_, i) => Math.floor(i / width)),
    dictionary: Array.from({ length: rows }, (_, i) => String(i + 1)),
  };
  const columns = [...(numbered ? [row] : []), ...others.map((c) => repeated(raw.columns[c], width)), texts, values];
  return {
    ...draft,
    names: [...(numbered ? [free("row")] : []), ...others.map((c) => names[c]), free(across.format), free("value")],
    raw: { ...raw, columns, records: rows * width, lines, openMarks: columns.map(() => null) },
    axis: null,
    order: null,
    key: rows === 1 ? [] : (own ?? [0]),
  };
}

/** The columns of text, one or all of them, that differ from row to row; null where rows are alike in them. */
function keyOfRows(columns: readonly RawColumn[]): number[] | null {
  const texts = columns.flatMap((column, c) => (column.kind === "text" ? [{ c, codes: column.codes }] : []));
  const single = texts.find(({ codes }) => new Set(codes).size === codes.length);
  if (single) return [single.c];
  const joint = new Set(
    texts[0] ? Array.from(texts[0].codes, (_, i) => texts.map(({ codes }) => codes[i]).join()) : [],
  );
  return texts.length > 1 && joint.size === texts[0].codes.length ? texts.map(({ c }) => c) : null;
}

function timesOf(
  records: number,
  across: DatesAcross,
  dates: Float64Array | null,
  months: readonly number[] | null,
): Float64Array {
  const { places, countedIn } = across;
  const width = places.length;
  return Float64Array.from({ length: records * width }, (_, i) => {
    const start = dates ? dates[Math.floor(i / width)] : 0;
    const place = places[i % width];
    if (months) return dateMilliseconds(place, months[Math.floor(i / width)], 1);
    if (countedIn === "all time" || countedIn === "day" || Number.isNaN(start)) return start + place;
    if (countedIn === "weekday")
      return start - (daysBetween(places[0], weekdayOf(start)) - daysBetween(places[0], place)) * DAY;
    const date = new Date(start);
    const year = date.getUTCFullYear();
    if (countedIn === "day of month") {
      const next = Date.UTC(year, date.getUTCMonth() + 1, date.getUTCDate());
      return start + (place - 1) * DAY < next ? start + (place - 1) * DAY : NaN;
    }
    if (countedIn === "month of year")
      return dateMilliseconds(year + Math.floor((place - 1) / 12), ((place - 1) % 12) + 1, 1);
    if (countedIn === "week of year") return isoWeekMilliseconds(year, place);
    const ofYear = dateMilliseconds(year, 1, 1) + (place - 1) * DAY;
    return ofYear < dateMilliseconds(year + 1, 1, 1) ? ofYear : NaN;
  });
}

/** 1 for Monday to 7. */
function weekdayOf(time: number): number {
  return ((((Math.floor(time / DAY) + 3) % 7) + 7) % 7) + 1;
}

/** Days from one weekday to the next that is the other. */
function daysBetween(from: number, to: number): number {
  return (to - from + 7) % 7;
}

/** Records less those of moments that do not exist, such as 30 February, and have no value; null where all stay. */
function existing(times: Float64Array, values: Float64Array): Uint32Array | null {
  const isNone = (i: number): boolean => Number.isNaN(times[i]) && Number.isNaN(values[i]);
  let count = 0;
  for (let i = 0; i < times.length; i++) if (!isNone(i)) count++;
  if (count === times.length) return null;
  const kept = new Uint32Array(count);
  for (let i = 0, at = 0; i < times.length; i++) if (!isNone(i)) kept[at++] = i;
  return kept;
}

function pick<Values extends Float64Array | Uint32Array>(values: Values, kept: Uint32Array): Values {
  const picked = values.slice(0, kept.length) as Values;
  for (let i = 0; i < kept.length; i++) picked[i] = values[kept[i]];
  return picked;
}

function picked(column: RawColumn, kept: Uint32Array): RawColumn {
  if (column.kind === "text") return { ...column, codes: pick(column.codes, kept) };
  const values = pick(column.readings.values, kept);
  const missing = column.readings.missing - (column.readings.values.length - kept.length);
  if (column.kind === "date") return { kind: "date", readings: { ...column.readings, values, missing } };
  const renumbered = (records: readonly number[]): number[] => records.map((record) => kept.indexOf(record));
  const { infinite, imprecise } = column.readings;
  return {
    kind: "number",
    readings: {
      ...column.readings,
      values,
      missing: Math.max(0, missing),
      infinite: renumbered(infinite),
      imprecise: renumbered(imprecise),
    },
  };
}

function repeated(column: RawColumn, times: number): RawColumn {
  if (column.kind === "text")
    return {
      ...column,
      codes: Uint32Array.from({ length: column.codes.length * times }, (_, i) => column.codes[Math.floor(i / times)]),
    };
  const { values } = column.readings;
  const all = Float64Array.from({ length: values.length * times }, (_, i) => values[Math.floor(i / times)]);
  if (column.kind === "date") return { kind: "date", readings: { ...column.readings, values: all } };
  const { numbers, missing, unreadable } = column.readings;
  return {
    kind: "number",
    readings: {
      ...column.readings,
      values: all,
      numbers: numbers * times,
      missing: missing * times,
      unreadable: unreadable * times,
    },
  };
}

function dateColumn(values: Float64Array, format: string): RawColumn {
  const readable = values.reduce((count, time) => count + (Number.isNaN(time) ? 0 : 1), 0);
  return {
    kind: "date",
    readings: {
      values,
      format,
      zone: "naive",
      timeOnly: false,
      hasTime: true,
      withoutSeconds: null,
      readable,
      missing: values.length - readable,
      mixed: [],
      ambiguous: null,
      notes: {
        buddhistYears: false,
        minguoYears: false,
        calendar: null,
        fiscalPeriods: false,
        intervals: false,
        coarser: null,
      },
    },
  };
}

function valueColumn(columns: readonly RawColumn[], records: number): RawColumn & { readonly kind: "number" } {
  const width = columns.length;
  const readings = columns
    .map((column) => (column.kind === "number" ? column.readings : null))
    .filter((each) => each !== null);
  const values = new Float64Array(records * width);
  readings.forEach((each, w) => {
    for (let r = 0; r < records; r++) values[r * width + w] = each.values[r];
  });
  const sum = (count: (each: (typeof readings)[number]) => number): number =>
    readings.reduce((total, each) => total + count(each), 0);
  const recordsOf = (list: (each: (typeof readings)[number]) => readonly number[]): number[] =>
    readings.flatMap((each, w) => list(each).map((record) => record * width + w)).sort((a, b) => a - b);
  return {
    kind: "number",
    readings: {
      values,
      decimals: readings.reduce((most, each) => Math.max(most, each.decimals), 0),
      numbers: sum((each) => each.numbers),
      missing: sum((each) => each.missing),
      infinite: recordsOf((each) => each.infinite),
      unreadable: sum((each) => each.unreadable),
      imprecise: recordsOf((each) => each.imprecise),
      leadingZeros: 0,
      low: readings.reduce((low, each) => Math.min(low, each.low), Infinity),
      high: readings.reduce((high, each) => Math.max(high, each.high), -Infinity),
      odd: [],
      unit: readings.every((each) => each.unit === readings[0].unit) ? (readings[0]?.unit ?? null) : null,
      mixedUnits: unitsOf(readings),
      marks: readings.find((each) => each.marks !== null)?.marks ?? null,
      durations: 0,
      shortDurations: null,
    },
  };
}

/** Units that stand side by side once the columns are one. */
function unitsOf(
  columns: readonly { readonly unit: string | null; readonly mixedUnits: readonly string[] }[],
): string[] {
  const units = new Set(columns.flatMap(({ unit, mixedUnits }) => [...(unit === null ? [] : [unit]), ...mixedUnits]));
  return units.size > 1 ? [...units] : [];
}
