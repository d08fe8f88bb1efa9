import type { Grammar } from "../grammar.js";
import type { MomentParts, MomentScale } from "../moments.js";

export const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** Months by name, from January. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const shortDay = ({ weekday }: MomentParts): string => weekdays[weekday].slice(0, 3);
const shortMonth = ({ month }: MomentParts): string => MONTHS[month].slice(0, 3);
const yearOf = ({ year }: MomentParts, scale: MomentScale): string => (scale.year ? ` ${year}` : "");

function moment(parts: MomentParts, scale: MomentScale): string {
  if (scale.unit === "year") return String(parts.year);
  if (scale.unit === "quarter") return `Q${Math.floor(parts.month / 3) + 1} ${parts.year}`;
  if (scale.unit === "month") return `${MONTHS[parts.month]} ${parts.year}`;
  const clock = parts.clock === "" ? "" : `, ${parts.clock}`;
  return `${shortDay(parts)} ${parts.day} ${shortMonth(parts)}${yearOf(parts, scale)}${clock}`;
}

function at(parts: MomentParts, scale: MomentScale): string {
  if (scale.unit === "year" || scale.unit === "quarter" || scale.unit === "month") return `in ${moment(parts, scale)}`;
  const clock = parts.clock === "" ? "" : ` at ${parts.clock}`;
  return `on ${parts.day} ${shortMonth(parts)}${yearOf(parts, scale)}${clock}`;
}

function span(from: MomentParts, to: MomentParts, scale: MomentScale): string {
  const sameYear = from.year === to.year;
  if (scale.unit === "year" || scale.unit === "quarter") return `from ${moment(from, scale)} to ${moment(to, scale)}`;
  if (scale.unit === "month")
    return `from ${MONTHS[from.month]}${sameYear ? "" : ` ${from.year}`} to ${MONTHS[to.month]} ${to.year}`;
  const sameDay = sameYear && from.month === to.month && from.day === to.day;
  if (sameDay)
    return `from ${from.clock} to ${to.clock} on ${shortDay(to)} ${to.day} ${shortMonth(to)}${yearOf(to, scale)}`;
  if (from.clock !== "")
    return `from ${moment(from, { ...scale, year: scale.year && !sameYear })} to ${moment(to, scale)}`;
  const month = sameYear && from.month === to.month ? "" : ` ${shortMonth(from)}`;
  return `from ${from.day}${month}${sameYear ? "" : ` ${from.year}`} to ${to.day} ${shortMonth(to)}${yearOf(to, scale)}`;
}

/** English: 3,281 · 88% · Tue 1 Jul 2025, 14:00. */
export const grammar: Grammar = {
  language: "en",
  numbers: { decimal: ".", group: ",", beforePercent: "" },
  moments: {
    moment,
    at,
    span,
    around: (parts, scale) => `around ${moment(parts, scale)}`,
    row: (row) => `row ${row}`,
    atRow: (row) => `in row ${row}`,
    rows: (from, to) => `in rows ${from} to ${to}`,
  },
  units: {
    millisecond: ["millisecond", "milliseconds"],
    second: ["second", "seconds"],
    minute: ["minute", "minutes"],
    hour: ["hour", "hours"],
    day: ["day", "days"],
    "working day": ["working day", "working days"],
    week: ["week", "weeks"],
    month: ["month", "months"],
    quarter: ["quarter", "quarters"],
    "half year": ["half year", "half years"],
    year: ["year", "years"],
  },
  rate: ({ count, unit }) => `every ${count === 1 ? unit : `${count} ${unit}s`}`,
  over: "over",
  under: "under",
  quoted: (name) => `"${name}"`,
  kpiOf: (kpi, series) => `${kpi} of ${series}`,
  and: (names) =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`,
  more: (names, others) => `${names.join(", ")} and ${others} more`,
};
