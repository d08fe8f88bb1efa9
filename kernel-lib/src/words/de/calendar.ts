import type { CalendarWords } from "../catalogue.js";
import { MONTHS, weekdays } from "./grammar.js";

const EASTER: Readonly<Record<number, string>> = {
  [-3]: "Gründonnerstag",
  [-2]: "Karfreitag",
  0: "Ostersonntag",
  1: "Ostermontag",
  39: "Christi Himmelfahrt",
  49: "Pfingstsonntag",
  50: "Pfingstmontag",
  60: "Fronleichnam",
};

/** Tage nach einem Wochentag in der Zahl eines Datums. */
const AFTER = 10_000;

const hour = (place: number): string => `${String(place).padStart(2, "0")}:00`;

/** Das Modell zählt die Wochentage vom Montag an. */
const weekday = (fromMonday: number): string => weekdays[(fromMonday + 1) % 7];

const weekdayFrom = (value: number): string =>
  `erster ${weekday(value % 10)} ab ${Math.floor(value / 10) % 100}. ${MONTHS[Math.floor(value / 1000) - 1]}`;

const nthWeekday = (value: number): string =>
  `${Math.floor((value % 100) / 10) + 1}. ${weekday(value % 10)} im ${MONTHS[Math.floor(value / 100) - 1]}`;

/** Namen von Stellen im Kalender. */
export const calendar: CalendarWords = {
  place: (by, place) =>
    by === "hour" ? hour(place) : by === "weekday" ? weekdays[place].slice(0, 2) : MONTHS[place].slice(0, 3),
  at: (by, place) =>
    by === "hour" ? `um ${hour(place)} Uhr` : by === "weekday" ? `am ${weekdays[place]}` : `im ${MONTHS[place]}`,
  date: ({ key, value, names }) => {
    if (names) return names.de;
    const month = MONTHS[Math.floor(value / 100) - 1];
    const rest = value % 100;
    if (key === "fixed") return `${rest}. ${month}`;
    if (key === "nthWeekday") return nthWeekday(value);
    if (key === "weekdayFrom") return weekdayFrom(value);
    if (key === "afterWeekday") return `${value < 2 * AFTER ? "Tag" : "Montag"} nach dem ${nthWeekday(value % AFTER)}`;
    if (key === "lastWeekday") return `letzter ${weekday(rest)} im ${month}`;
    if (key === "easter") return EASTER[value] ?? `${Math.abs(value)} Tage ${value < 0 ? "vor" : "nach"} Ostern`;
    if (key === "week") return `${value + 1}. Woche des Jahres`;
    const day = key === "monthWorkday" ? "Werktag" : "Tag";
    return value > 0
      ? `${value}. ${day} des Monats`
      : `${["letzter", "vorletzter", "drittletzter"][-value - 1]} ${day} des Monats`;
  },
};
