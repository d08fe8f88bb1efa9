import type { CalendarWords } from "../catalogue.js";
import { MONTHS, weekdays } from "./grammar.js";

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** Days after Easter Sunday that have a name. */
const EASTER: Readonly<Record<number, string>> = {
  [-3]: "Maundy Thursday",
  [-2]: "Good Friday",
  0: "Easter Sunday",
  1: "Easter Monday",
  39: "Ascension Day",
  49: "Whit Sunday",
  50: "Whit Monday",
  60: "Corpus Christi",
};

/** Days after a weekday in the number of a date. */
const AFTER = 10_000;

const hour = (place: number): string => `${String(place).padStart(2, "0")}:00`;

/** `15th`, `22nd`. */
const numbered = (n: number): string => {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
};

const nthWeekday = (value: number): string =>
  `${ORDINALS[Math.floor((value % 100) / 10)]} ${weekday(value % 10)} of ${MONTHS[Math.floor(value / 100) - 1]}`;

const weekdayFrom = (value: number): string =>
  `first ${weekday(value % 10)} from ${Math.floor(value / 10) % 100} ${MONTHS[Math.floor(value / 1000) - 1]} on`;

/** The model counts weekdays from Monday. */
const weekday = (fromMonday: number): string => weekdays[(fromMonday + 1) % 7];

/** Names of places in the calendar. */
export const calendar: CalendarWords = {
  place: (by, place) => (by === "hour" ? hour(place) : (by === "weekday" ? weekdays : MONTHS)[place].slice(0, 3)),
  at: (by, place) =>
    by === "hour" ? `at ${hour(place)}` : by === "weekday" ? `on ${weekdays[place]}s` : `in ${MONTHS[place]}`,
  date: ({ key, value, names }) => {
    if (names) return names.en;
    const month = MONTHS[Math.floor(value / 100) - 1];
    const rest = value % 100;
    if (key === "fixed") return `${rest} ${month}`;
    if (key === "nthWeekday") return nthWeekday(value);
    if (key === "weekdayFrom") return weekdayFrom(value);
    if (key === "afterWeekday") return `${value < 2 * AFTER ? "day" : "Monday"} after the ${nthWeekday(value % AFTER)}`;
    if (key === "lastWeekday") return `last ${weekday(rest)} of ${month}`;
    if (key === "easter") return EASTER[value] ?? `${Math.abs(value)} days ${value < 0 ? "before" : "after"} Easter`;
    if (key === "week") return `week ${value + 1} of the year`;
    const day = key === "monthWorkday" ? "working day" : "day";
    if (value <= 0) return `${value === -1 ? "" : `${ORDINALS[-value - 1]} `}last ${day} of the month`;
    return `${ORDINALS[value - 1] ?? numbered(value)} ${day} of the month`;
  },
};

/** Ways in which a date returns that are told with an article. */
const WITH_ARTICLE: readonly string[] = [
  "nthWeekday",
  "lastWeekday",
  "afterWeekday",
  "monthEnd",
  "monthDay",
  "monthWorkday",
];

/** A date within a sentence, after "on": `the second Sunday of January`, `25 December`, `Thanksgiving Day`. */
export function inSentence(date: Parameters<CalendarWords["date"]>[0]): string {
  return `${!date.names && WITH_ARTICLE.includes(date.key) ? "the " : ""}${calendar.date(date)}`;
}
