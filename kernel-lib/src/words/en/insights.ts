import type { Catalogue, CalendarWords } from "../catalogue.js";
import type { Writer } from "../writer.js";
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
    if (key === "afterWeekday") return `${value < 2 * AFTER ? "day" : "Monday"} after the ${nthWeekday(value % AFTER)}`;
    if (key === "lastWeekday") return `last ${weekday(rest)} of ${month}`;
    if (key === "easter") return EASTER[value] ?? `${Math.abs(value)} days ${value < 0 ? "before" : "after"} Easter`;
    if (key === "week") return `week ${value + 1} of the year`;
    const day = key === "monthWorkday" ? "working day" : "day";
    if (value <= 0) return `${value === -1 ? "" : `${ORDINALS[-value - 1]} `}last ${day} of the month`;
    return `${ORDINALS[value - 1] ?? numbered(value)} ${day} of the month`;
  },
};

const SAID_BY = { level: "a steady level", trend: "a straight trend" } as const;
/** A p-value as one writes it: never as 0. */
const chance = (p: number, write: Writer): string =>
  p < 0.001 ? `below ${write.number(0.001)}` : write.number(Number(p.toFixed(p < 0.1 ? 3 : 2)));

function wanders(
  kept: boolean,
  { p, ruledOut }: { readonly p: number; readonly ruledOut: boolean },
  write: Writer,
): string {
  const test = `(ADF test, p ${chance(p, write)})`;
  if (ruledOut) return !kept ? `, yet it keeps coming back ${test}` : `, and it does not wander ${test}`;
  return !kept
    ? `, and nothing says that it comes back ${test}`
    : `, but that it wanders cannot be ruled out either ${test}`;
}

/** What the analyses of a profile come to. */
export const insights: Catalogue["insights"] = {
  correlation: ({ first, second, value, beyond, pairs }, write) =>
    `${first} and ${second} move ${value < 0 ? "against each other" : "together"} most closely (correlation ${write.number(value)})${pairs === 1 ? "" : `; ${write.count(beyond)} of ${write.count(pairs)} pairs are beyond 0.7`}.`,
  missing: ({ worst, kpis, of, together, rowsLacking, dated }, write) => {
    const rows =
      rowsLacking === 0
        ? ""
        : `${write.counted(rowsLacking, "moment has", "moments have")} no row at all in the file${worst === null ? "" : ". "}`;
    if (worst === null) return rows === "" ? "No value is missing." : `No cell is empty, but ${rows}.`;
    const run =
      worst.longest > 1
        ? `, up to ${write.count(worst.longest)} in a row from ${dated ? write.when(worst.from) : `row ${write.count(worst.from + 1)}`} on`
        : "";
    const same = together.length > 1 ? `; ${write.list(together, 4)} are missing in the same rows` : "";
    return `${rows}${write.counted(kpis, "KPI", "KPIs")} of ${write.count(of)} ${kpis === 1 ? "misses" : "miss"} values, most of all ${write.series(worst)}: ${write.wholePercent(worst.missing / worst.points)}${run}${same}.`;
  },
  "partial autocorrelation": ({ of, strongest, outside, lags }, write) =>
    strongest.length === 0
      ? `${write.series(of)}: no earlier point tells anything about a later one.`
      : `${write.series(of)} hangs most on the value ${write.list(strongest.map(({ lag, value }) => `${write.counted(lag, "point", "points")} earlier (${write.number(Number(value.toFixed(2)))})`))}; ${write.count(outside)} of ${write.count(lags)} lags lie beyond chance, which alone fills about ${write.count(Math.max(1, Math.round(lags / 20)))}.`,
  stationarity: ({ of, verdict, withoutSeason, level, trend, wandering }, write) =>
    `${write.series(of)}${withoutSeason ? ", without its season," : ""} ${
      verdict === "neither"
        ? `keeps to neither ${SAID_BY.level} nor ${SAID_BY.trend} (KPSS test, p at most ${write.number(Math.max(level, trend))})`
        : `can well be ${SAID_BY[verdict]} (KPSS test, p ${(verdict === "level" ? level : trend) >= 0.1 ? "at least" : "about"} ${write.number(Number((verdict === "level" ? level : trend).toFixed(3)))})`
    }${wandering === null ? "" : wanders(verdict !== "neither", wandering, write)}. Changes of level look like wandering to ${wandering === null ? "this test" : "both tests"}, and few values tell little.`,
  calendar: ({ of, by, highest, lowest, high, low, apart }, write) =>
    write.number(high) === write.number(low)
      ? `${write.series(of)} has the same median ${{ hour: "at every hour", weekday: "on every weekday", month: "in every month" }[by]} (${write.number(low)}).`
      : `${write.series(of)} is highest ${calendar.at(by, highest)} (median ${write.number(high)}) and lowest ${calendar.at(by, lowest)} (${write.number(low)}); ${apart ? "the middle halves of the two do not even touch" : "the middle halves of the two overlap"}.`,
  years: ({ of, year, before, by, places, mean, meanBefore, change }, write) =>
    `${write.series(of)}: ${year} is ${
      change === null
        ? `at ${write.number(mean)} on average where ${before} was at ${write.number(meanBefore)}`
        : `${write.percent(Math.abs(change) * 100)} ${change < 0 ? "below" : "above"} ${before}`
    }, over the ${places === 1 ? by : `${write.count(places)} ${by}s`} that both have.`,
  growth: ({ of, perYear, isShare, overall }, write) => {
    const lately = `${write.series(of)} ${perYear < 0 ? "has lately fallen" : "has lately grown"} by about ${isShare ? write.percent(Math.abs(perYear) * 100) : write.number(Number(Math.abs(perYear).toPrecision(2)))} a year`;
    if (overall === "none") return `${lately}; the file as a whole neither rises nor falls.`;
    return overall === (perYear < 0 ? "down" : "up")
      ? `${lately}.`
      : `${lately}; the file as a whole ${overall === "up" ? "rises" : "falls"}.`;
  },
  noise: ({ of, by, highest, lowest, high, low, isShare }, write) => {
    const size = (value: number): string =>
      isShare ? write.percent(value * 100) : write.number(Number(value.toPrecision(2)));
    return `${write.series(of)} scatters most ${calendar.at(by, highest)} (usually by ${size(high)} about what is expected) and least ${calendar.at(by, lowest)} (by ${size(low)}).`;
  },
  "log scale": ({ of, times }, write) =>
    `${write.series(of)} is drawn on a logarithmic scale: its largest value is ${write.number(Number(times.toPrecision(2)))} times its smallest, and it changes in factors.`,
  changes: ({ of, lasting, temporary, largest, dated }, write) => {
    if (largest === null) return `${write.series(of)} shows no change of level beyond chance.`;
    const when = (time: number): string => (dated ? write.when(time) : `row ${write.count(time + 1)}`);
    const counts = [
      ...(lasting > 0 ? [`${write.counted(lasting, "lasting change", "lasting changes")} of level`] : []),
      ...(temporary > 0 ? [`${write.count(temporary)} that went back`] : []),
    ];
    return `${write.series(of)} has ${write.list(counts)}; ${lasting + temporary === 1 ? "it goes" : "the largest goes"} from about ${write.number(largest.from)} to ${write.number(largest.to)} ${largest.until === null ? `around ${when(largest.time)} and stays` : `from ${when(largest.time)} to ${when(largest.until)}`}.`;
  },
  dates: ({ of, dates }, write) =>
    `${write.series(of)} differs each year on ${write.list(
      dates
        .slice(0, 3)
        .map(
          (date) =>
            `${calendar.date(date)} (${write.number(Number(Math.abs(date.effect).toFixed(1)))} usual deviations ${date.effect < 0 ? "below" : "above"}, seen ${write.counted(date.years, "time", "times")})`,
        ),
    )}${dates.length > 3 ? `, and on ${write.counted(dates.length - 3, "other date", "other dates")}` : ""}.`,
};
