import type { ColumnRole, Source, Warning } from "../table.js";
import type { WarningOf } from "../warning.js";
import type { RawColumn } from "./columns/read-columns.js";
import type { TableDraft } from "./columns/table-draft.js";
import { readNamedDate } from "./dates/named-date.js";
import type { ShortDurations } from "./numbers/short-durations.js";
import type { Layout } from "./text/layout.js";
import type { ReadableText } from "./text/readable-text.js";

/** What is to be known about how a file was read. */
export interface ReadingNotes {
  /** What may be wrong, or leaves something out. */
  readonly warnings: readonly Warning[];
  /** What was taken for granted and is as good as sure. */
  readonly assumed: readonly Warning[];
}

/** Columns named by moments: how many, the first and last name, and whether they became rows. */
export interface AcrossNote {
  readonly columns: number;
  readonly first: string;
  readonly last: string;
  readonly turned: boolean;
}

/** How dates, numbers and the table itself were understood where their cells alone do not say it. */
export function readingNotes(
  text: ReadableText,
  layout: Layout,
  draft: TableDraft,
  roles: readonly ColumnRole[],
  told: NonNullable<Source["told"]>,
  across: AcrossNote | null,
): ReadingNotes {
  const { names, raw } = draft;
  const ofColumns = raw.columns.map((column, c) =>
    roles[c] === "kpi" ? aboutNumbers(names[c], column, raw.openMarks[c], layout.decimalIsCustom) : NOTHING,
  );
  const dates = aboutDates(draft, across?.turned && !draft.axis ? names.length - 2 : -1);
  const durations = [...draft.durations].map(([column, short]) => ofDurations(column, short));
  const wide = across ? aboutDatesAcross(across) : NOTHING;
  return {
    warnings: [
      ...(draft.otherTables ? [{ code: "other_tables_skipped" as const, facts: draft.otherTables }] : []),
      ...wide.warnings,
      ...dates.warnings,
      ...durations.filter(({ facts }) => !facts.sure),
      ...ofColumns.flatMap(({ warnings }) => warnings),
    ],
    assumed: [
      ...asTold(told),
      ...(text.wholeLinesQuoted ? [{ code: "whole_lines_quoted" as const, facts: {} }] : []),
      ...(layout.headerLevels > 1
        ? [{ code: "header_of_several_rows" as const, facts: { rows: layout.headerLevels } }]
        : []),
      ...wide.assumed,
      ...draft.filled.map(
        ({ column, cells }): Warning => ({ code: "filled_down", facts: { column, cells }, column, count: cells }),
      ),
      ...dates.assumed,
      ...durations.filter(({ facts }) => facts.sure),
      ...ofColumns.flatMap(({ assumed }) => assumed),
    ],
  };
}

const NOTHING: ReadingNotes = { warnings: [], assumed: [] };

function asTold({ encoding, headerRow, skipRows }: NonNullable<Source["told"]>): Warning[] {
  const all: (Warning | null)[] = [
    encoding === undefined ? null : { code: "encoding_given", facts: { encoding } },
    headerRow === undefined || headerRow === 0 ? null : { code: "header_row_given", facts: { line: headerRow } },
    skipRows === undefined ? null : { code: "rows_skipped_as_told", facts: { lines: skipRows } },
  ];
  return all.filter((each) => each !== null);
}

function ofDurations(column: string, short: ShortDurations | null): WarningOf<"durations_as_seconds"> {
  const { readAs, example, sure } = short ?? { readAs: null, example: "", sure: true };
  return { code: "durations_as_seconds", facts: { column, readAs, example, sure }, column };
}

function aboutNumbers(name: string, column: RawColumn, open: string | null, sure: boolean): ReadingNotes {
  if (column.kind !== "number") return NOTHING;
  const warnings: Warning[] = [];
  const assumed: Warning[] = [];
  const { marks, mixedUnits, values } = column.readings;
  if (marks && marks.cells > 0)
    (marks.kind === "note" || marks.kind === "side" ? warnings : assumed).push({
      code: "marks_cut_off",
      facts: { column: name, ...marks },
      column: name,
      count: marks.cells,
    });
  if (mixedUnits.length > 0)
    warnings.push({ code: "mixed_units", facts: { column: name, units: mixedUnits }, column: name });
  const value = open === null ? undefined : values.find((each) => !Number.isNaN(each));
  if (open !== null && value !== undefined)
    (sure ? assumed : warnings).push({
      code: "thousands_or_fraction",
      facts: { column: name, example: open, value },
      column: name,
    });
  return { warnings, assumed };
}

/** @param across column of moments that were columns, where they have no year; -1 elsewhere */
function aboutDates({ names, raw, axis }: TableDraft, across: number): ReadingNotes {
  if (axis === null) {
    const found = raw.columns.findIndex(
      (column, c) => column.kind === "text" && (c === across || areDaysWithoutYear(column.dictionary)),
    );
    return found < 0
      ? NOTHING
      : {
          warnings: [{ code: "days_without_year", facts: { column: names[found] }, column: names[found] }],
          assumed: [],
        };
  }
  const warnings: Warning[] = [];
  const assumed: Warning[] = [];
  for (const c of axis.columns) {
    const column = raw.columns[c];
    if (column.kind !== "date") continue;
    const { buddhistYears, minguoYears, calendar, fiscalPeriods, intervals, coarser } = column.readings.notes;
    const about = { column: names[c] };
    if (coarser)
      warnings.push({
        code: "coarser_periods_left_out",
        facts: { ...about, ...coarser },
        ...about,
        count: coarser.rows,
      });
    if (fiscalPeriods) warnings.push({ code: "fiscal_periods", facts: about, ...about });
    if (buddhistYears) assumed.push({ code: "buddhist_years", facts: about, ...about });
    if (minguoYears) assumed.push({ code: "minguo_years", facts: about, ...about });
    if (calendar) assumed.push({ code: "calendar_converted", facts: { ...about, calendar }, ...about });
    if (intervals) assumed.push({ code: "interval_start_taken", facts: about, ...about });
  }
  const [first] = axis.columns;
  const about = { column: names[first] };
  const calendar = /^(persian|islamic) /.exec(axis.time.format)?.[1];
  if (calendar === "persian" || calendar === "islamic")
    assumed.push({ code: "calendar_converted", facts: { ...about, calendar }, ...about });
  if (axis.time.format.startsWith("minguo ")) assumed.push({ code: "minguo_years", facts: about, ...about });
  if (/^(?:YYYYPPP|YYYY \+ P|(?:FYYYY|YYYY\/YY) \+ [PMQ])$/.test(axis.time.format))
    warnings.push({ code: "fiscal_periods", facts: about, ...about });
  const periods = axis.columns.at(-1);
  if (axis.perDay !== null && periods !== undefined)
    assumed.push({ code: "settlement_periods", facts: { column: names[periods], perDay: axis.perDay } });
  return { warnings, assumed };
}

/** Offered while the moments are columns still; said when they became rows. */
function aboutDatesAcross({ columns, first, last, turned }: AcrossNote): ReadingNotes {
  return turned
    ? { warnings: [], assumed: [{ code: "columns_turned_to_rows", facts: { columns } }] }
    : { warnings: [{ code: "dates_across", facts: { columns, first, last } }], assumed: [] };
}

/** `Jan 9`, `24-Jan`, `05.03.`, `03-05` in (almost) every cell. */
function areDaysWithoutYear(texts: readonly string[]): boolean {
  const looked = texts.slice(0, 400).filter((text) => text.trim() !== "");
  const days = looked.filter(
    (text) => readNamedDate(text)?.short !== undefined || /^\s*\d{1,2}[./-]\d{1,2}\.?\s*$/.test(text),
  );
  return looked.length > 3 && days.length * 10 >= looked.length * 9;
}
