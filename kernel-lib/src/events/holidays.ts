import { dateColumns } from "../baseline/dates/date-keys.js";
import { weekdayWindows } from "../baseline/dates/weekday-windows.js";
import { InputError } from "../errors.js";
import type { NormalFacts } from "../report.js";
import type { KnownEvent } from "../season/known-events.js";
import type { Table } from "../table.js";

const DAY = 86_400_000;

/** Years of a file beyond which its holidays are those of the newest ones: dates return, so no more are needed to name them. */
const MOST_YEARS = 200;

/** Share of the years in which a holiday has to fall on a learnt date to give it its name; the others were moved. */
const MOSTLY = 0.75;

/** What is used of the package, so that our declarations do not ask for it. */
interface PackageDay {
  readonly date: string;
  readonly name: string;
  readonly type: string;
  readonly rule: string;
  readonly substitute?: boolean;
}
type HolidayPackage = new (
  place: { readonly country: string; readonly state?: string; readonly region?: string },
  options: { readonly timezone: string },
) => {
  getHolidays(year: number, language?: string): PackageDay[];
  getStates(country: string): object | undefined;
  getLanguages(): string[];
};

/** A day that a calendar of holidays names, with all its dates in the time of a file. */
export interface Holiday {
  readonly names: { readonly en: string; readonly de: string };
  /** Milliseconds since 1970-01-01 of its days, ascending; wall-clock times are held as if they were UTC. */
  readonly days: readonly number[];
  /** Whether nearly everybody is off work. */
  readonly isPublic: boolean;
}

/**
 * The holidays of a country, or of a state or region of it, in the years of a table, by the package `date-holidays`: optional,
 * loaded only when asked for, nothing is fetched. None for a table without dates.
 *
 * @param place ISO 3166 code, such as `DE`, `DE-BY` or `US`
 * @throws InputError `bad_option` where the package is not installed, `bad_config` where it knows no such place
 *
 * @example
 * const known = await holidaysOf("US", table);
 * const described = profile(table, {}, known);
 */
export async function holidaysOf(place: string, table: Table): Promise<readonly Holiday[]> {
  const Calendar = await library();
  const [country, state, region] = place.toUpperCase().split("-");
  // One each, since a calendar that was asked in one language falls back to it afterwards.
  const [calendar, inGerman] = [0, 1].map(() => new Calendar({ country, state, region }, { timezone: "UTC" }));
  const [first, last] = yearsOf(table);
  // A calendar knows some day of every year; where it knows none, there is no such place.
  const known = calendar.getHolidays(last ?? 2000).length > 0;
  const isState = state === undefined || Object.hasOwn(calendar.getStates(country) ?? {}, state);
  if (!known || !isState) throw new InputError("holidays_place", { place });
  if (first === null || last === null) return [];
  // Labor Day in the United States, Labour Day elsewhere.
  const tags = new Set(calendar.getLanguages());
  const tagOf = (language: string): string => {
    const own = `${language}-${country.toLowerCase()}`;
    return tags.has(own) ? own : language;
  };
  const found = new Map<string, { names: Holiday["names"]; days: number[]; isPublic: boolean }>();
  for (let year = Math.max(first, last - MOST_YEARS); year <= last; year++) {
    const german = new Map(inGerman.getHolidays(year, tagOf("de")).map((day) => [keyOf(day), day.name]));
    for (const day of calendar.getHolidays(year, tagOf("en"))) {
      const key = `${day.rule}${day.substitute ? "*" : ""}`;
      const holiday = found.get(key) ?? {
        names: { en: day.name, de: german.get(keyOf(day)) ?? day.name },
        days: [],
        isPublic: day.type === "public",
      };
      holiday.days.push(Date.parse(`${day.date.slice(0, 10)}T00:00:00Z`));
      found.set(key, holiday);
    }
  }
  return [...found.values()];
}

const keyOf = ({ date, rule }: PackageDay): string => `${date} ${rule}`;

/** Loaded when holidays are asked for only. Within a try, so that bundlers of a page do not insist on an optional package. */
async function library(): Promise<HolidayPackage> {
  try {
    return (await import("date-holidays")).default as HolidayPackage;
  } catch (error) {
    throw packageProblem(error);
  }
}

/** Why the package was not loaded: that it is not installed is for the person to put right, all else is what it is. */
export function packageProblem(error: unknown): unknown {
  const isLacking = /MODULE_NOT_FOUND$/.test(String((error as { code?: unknown }).code));
  return isLacking ? new InputError("holidays_package", {}) : error;
}

/** First and last year of a table. */
function yearsOf({ time }: Table): readonly [number, number] | readonly [null, null] {
  let [from, to] = [Infinity, -Infinity];
  for (const at of time?.values ?? []) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return from <= to ? [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()] : [null, null];
}

/** Public holidays as known events: expected, never an anomaly. */
export function holidayEvents(holidays: readonly Holiday[]): KnownEvent[] {
  return holidays
    .filter(({ isPublic }) => isPublic)
    .flatMap(({ names, days }) => days.map((start) => ({ name: names.en, start, end: start + DAY - 1 })));
}

/**
 * Facts with the names of the learnt dates that are holidays: of those that fall on a date in three of four years, the one that
 * is public, else the first.
 */
export function withHolidayNames(facts: NormalFacts, holidays: readonly Holiday[]): NormalFacts {
  if (holidays.length === 0 || facts.dates.length === 0) return facts;
  const columns = holidays.map(({ days }) => {
    const seconds = Float64Array.from(days, (day) => day / 1000);
    return [...dateColumns(seconds, "years"), ...weekdayWindows(seconds)];
  });
  const dates = facts.dates.map((date) => {
    const falls = (index: number): boolean => {
      const values = columns[index].filter(({ key }) => key === date.key);
      const hits = holidays[index].days.filter((_, k) => values.some((column) => column.values[k] === date.value));
      return hits.length >= MOSTLY * holidays[index].days.length;
    };
    const named = holidays.filter((_, index) => falls(index));
    const holiday = named.find(({ isPublic }) => isPublic) ?? named.at(0);
    return holiday === undefined ? date : { ...date, names: holiday.names };
  });
  return { ...facts, dates };
}
