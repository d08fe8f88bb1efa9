import type { DateShape } from "./date-shape.js";
import type { PartOrder } from "./date-order.js";
import { DateOrder, TimeParts } from "./numeric-date.js";

/** A form seen in a column, with the orders its numbers were read in. */
export interface ShapeUse {
  readonly shape: DateShape;
  readonly order: PartOrder | null;
  readonly also: PartOrder | null;
}

interface Pattern {
  day: string;
  time: string;
  zoned: boolean;
  count: number;
}

/**
 * The format of a column in words: `YYYY-MM-DD HH:mm`, `M/D/YYYY`, `ISO 8601 with offset`, `mixed: A | B`. Forms that differ
 * only in zeros or in how much of the time they write are one format. Commonest first.
 */
export function dateColumnFormat(uses: readonly ShapeUse[]): {
  readonly format: string;
  readonly formats: readonly string[];
} {
  const patterns: Pattern[] = [];
  const languages = uses
    .map(({ shape }) => shape)
    .filter((shape) => shape.languages.length > 0)
    .map((shape) => shape.languages);
  for (const { shape, order, also } of uses) {
    const days =
      shape.named === ""
        ? [order, ...(also ? [also] : [])].map((each) => numericDay(shape, each))
        : [namedDay(shape, uses)];
    for (const day of days)
      merge(patterns, {
        day,
        time: shape.named === "" ? timeOfDay(shape) : "",
        zoned: shape.zoned,
        count: shape.count,
      });
  }
  patterns.sort((a, b) => b.count - a.count);
  const language = commonLanguage(languages);
  const formats = [
    ...new Set(
      patterns.map((pattern) => describe(pattern) + (language && pattern.day.includes("MMM") ? ` (${language})` : "")),
    ),
  ];
  return { format: formats.length > 1 ? `mixed: ${formats.join(" | ")}` : (formats[0] ?? ""), formats };
}

/** English unless no name in the column is. */
function commonLanguage(languages: readonly (readonly string[])[]): string {
  if (languages.length === 0 || languages.every((each) => each.includes("English"))) return "";
  const foreign = languages.filter((each) => !each.includes("English"));
  return foreign[0].find((language) => foreign.every((each) => each.includes(language))) ?? foreign[0][0];
}

function merge(patterns: Pattern[], pattern: Pattern): void {
  const same = patterns.find((each) => loose(each.day) === loose(pattern.day));
  if (!same) {
    patterns.push(pattern);
    return;
  }
  same.count += pattern.count;
  same.zoned ||= pattern.zoned;
  if (pattern.day.length < same.day.length) same.day = pattern.day;
  if (pattern.time.length > same.time.length) same.time = pattern.time;
}

function loose(day: string): string {
  return day.replace(/D+/g, "D").replace(/(?<!M)MM?(?!M)/g, "M");
}

function describe({ day, time, zoned }: Pattern): string {
  if (zoned && day === "YYYY-MM-DD") return "ISO 8601 with offset";
  if (day === "") return time.trimStart();
  return day + time + (zoned ? " Z" : "");
}

function numericDay({ order, separator, unpadded }: DateShape, parts: PartOrder | null): string {
  const month = unpadded ? "M" : "MM";
  const day = unpadded ? "D" : "DD";
  const mark = separator === 0 ? "" : String.fromCharCode(separator);
  if (order === DateOrder.time) return "";
  if (order === DateOrder.yearMonth) return `YYYY${mark}${month}`;
  if (order === DateOrder.monthYear) return `${month}${mark}YYYY`;
  if (order === DateOrder.ordinal) return `YYYY${mark}DDDD`;
  const year = order === DateOrder.twoDigits ? "YY" : "YYYY";
  const label = parts?.label ?? "YMD";
  return [...label].map((part) => (part === "Y" ? year : part === "M" ? month : day)).join(mark);
}

/** `MMM?` of a name that is whole and short at once becomes what the other names of the column are. */
function namedDay({ named }: DateShape, uses: readonly ShapeUse[]): string {
  if (!named.includes("MMM?")) return named;
  const short = uses.some(({ shape }) => /(?<!M)MMM(?![M?])/.test(shape.named));
  return named.replace("MMM?", short ? "MMM" : "MMMM");
}

function timeOfDay(shape: DateShape): string {
  if (shape.timeParts === TimeParts.none) return "";
  const hour = shape.twelveHours ? (shape.unpaddedHour ? "h" : "hh") : shape.unpaddedHour ? "H" : "HH";
  const mark = shape.timeMark === 0 ? "" : String.fromCharCode(shape.timeMark);
  const written =
    [hour, "mm", "ss"].slice(0, Math.min(shape.timeParts, 3)).join(mark) +
    (shape.timeParts === TimeParts.fraction ? ".SSS" : "");
  return `${shape.timeSeparator === 84 ? "T" : " "}${written}${shape.twelveHours ? " A" : ""}`;
}
