import type { TimeUnit } from "../cadences.js";
import type { Grammar } from "../grammar.js";
import type { MomentParts, MomentScale } from "../moments.js";

export const weekdays = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"] as const;

/** Die Monate beim Namen, vom Januar an. */
export const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
] as const;

const NARROW_SPACE = "\u202F";

const date = (parts: MomentParts, year: boolean): string =>
  `${parts.day}. ${MONTHS[parts.month]}${year ? ` ${parts.year}` : ""}`;

function moment(parts: MomentParts, scale: MomentScale): string {
  if (scale.unit === "year") return String(parts.year);
  if (scale.unit === "quarter") return `${Math.floor(parts.month / 3) + 1}. Quartal ${parts.year}`;
  if (scale.unit === "month") return `${MONTHS[parts.month]} ${parts.year}`;
  const clock = parts.clock === "" ? "" : `, ${parts.clock} Uhr`;
  return `${weekdays[parts.weekday].slice(0, 2)}, ${date(parts, scale.year)}${clock}`;
}

function at(parts: MomentParts, scale: MomentScale): string {
  if (scale.unit === "year") return `im Jahr ${parts.year}`;
  if (scale.unit === "quarter" || scale.unit === "month") return `im ${moment(parts, scale)}`;
  return `am ${date(parts, scale.year)}${parts.clock === "" ? "" : ` um ${parts.clock} Uhr`}`;
}

function span(from: MomentParts, to: MomentParts, scale: MomentScale): string {
  const sameYear = from.year === to.year;
  if (scale.unit === "year" || scale.unit === "quarter") return `von ${moment(from, scale)} bis ${moment(to, scale)}`;
  if (scale.unit === "month")
    return `von ${MONTHS[from.month]}${sameYear ? "" : ` ${from.year}`} bis ${MONTHS[to.month]} ${to.year}`;
  const sameDay = sameYear && from.month === to.month && from.day === to.day;
  const day = (parts: MomentParts): string => weekdays[parts.weekday].slice(0, 2);
  if (sameDay) return `am ${day(to)}, ${date(to, scale.year)}, von ${from.clock} bis ${to.clock} Uhr`;
  if (from.clock !== "")
    return `von ${moment(from, { ...scale, year: scale.year && !sameYear })} bis ${moment(to, scale)}`;
  if (!sameYear) return `vom ${date(from, true)} bis ${date(to, true)}`;
  const first = from.month === to.month ? `${from.day}.` : date(from, false);
  return `vom ${first} bis ${date(to, scale.year)}`;
}

/** Names of units of time in the dative, which many prepositions take: "von 2.167 Tagen". */
export const unitsDative: Readonly<Record<TimeUnit, string>> = {
  millisecond: "Millisekunden",
  second: "Sekunden",
  minute: "Minuten",
  hour: "Stunden",
  day: "Tagen",
  "working day": "Arbeitstagen",
  week: "Wochen",
  month: "Monaten",
  quarter: "Quartalen",
  "half year": "Halbjahren",
  year: "Jahren",
};

const EVERY: Readonly<Record<TimeUnit, string>> = {
  millisecond: "jede Millisekunde",
  second: "jede Sekunde",
  minute: "jede Minute",
  hour: "jede Stunde",
  day: "jeden Tag",
  "working day": "jeden Arbeitstag",
  week: "jede Woche",
  month: "jeden Monat",
  quarter: "jedes Quartal",
  "half year": "jedes Halbjahr",
  year: "jedes Jahr",
};

/** German: 3.281 · 88 % · Di, 1. Juli 2025, 14:00 Uhr. */
export const grammar: Grammar = {
  language: "de",
  numbers: { decimal: ",", group: ".", beforePercent: NARROW_SPACE },
  moments: {
    moment,
    at,
    span,
    around: (parts, scale) =>
      ["month", "quarter", "year"].includes(scale.unit) ? `etwa ${at(parts, scale)}` : `um ${moment(parts, scale)}`,
    row: (row) => `Zeile ${row}`,
    atRow: (row) => `in Zeile ${row}`,
    rows: (from, to) => `in den Zeilen ${from} bis ${to}`,
  },
  units: {
    millisecond: ["Millisekunde", "Millisekunden"],
    second: ["Sekunde", "Sekunden"],
    minute: ["Minute", "Minuten"],
    hour: ["Stunde", "Stunden"],
    day: ["Tag", "Tage"],
    "working day": ["Arbeitstag", "Arbeitstage"],
    week: ["Woche", "Wochen"],
    month: ["Monat", "Monate"],
    quarter: ["Quartal", "Quartale"],
    "half year": ["Halbjahr", "Halbjahre"],
    year: ["Jahr", "Jahre"],
  },
  rate: ({ count, unit }) =>
    count === 1 ? EVERY[unit] : `alle ${String(count).replace(".", ",")} ${grammar.units[unit][1]}`,
  over: "über",
  under: "unter",
  quoted: (name) => `„${name}“`,
  kpiOf: (kpi, series) => `${kpi} (${series})`,
  and: (names) =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} und ${names[names.length - 1]}`,
  more: (names, others) => `${names.join(", ")} und ${others} weitere`,
};
