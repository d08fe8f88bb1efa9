import type { Distance, IncidentSentences, ToldIncident } from "../catalogue.js";
import { stepOf } from "../cadences.js";
import { heldFinite } from "../../numeric/scaling/usual-size.js";
import type { Writer } from "../writer.js";
import { farOnBothSides } from "../subjects/incident-sides.js";
import { weekdays } from "./grammar.js";

/** Why an incident is one. */
export const incidents: IncidentSentences = {
  spike: (told, write) => offByMuch(told, write),
  dip: (told, write) => offByMuch(told, write),
  "level shift": (told, write) => newLevel(told, write),
  "trend break": (told, write) =>
    `Drifted away from what is expected: up to ${distance(told, write)} ${side(told)} it ${instead(told, write)}.`,
  "variance burst": (told, write) => {
    const { sides, late, decimals } = told;
    if (late !== null) return offInTime(late, told, write);
    if (sides === null) return "Unusually volatile.";
    const far = (part: Distance): string => by(part, decimals, write);
    return `Unusually volatile: between ${far(sides.above)} above and ${far(sides.below)} below expected.`;
  },
  "flat line": ({ still, length, cadence, decimals }, write) => {
    const lasting = write.length(length, cadence) ?? `${length} ${cadence === "" ? "rows" : "values"}`;
    if (still.otherZeros !== undefined) {
      const others = write.length(still.otherZeros, cadence) ?? `${write.count(still.otherZeros)} in a row`;
      return `Nothing but 0 for ${lasting}, ${still.otherZeros < length ? `otherwise at most ${others}` : "longer than usual"}.`;
    }
    const step = stepOf(cadence);
    const each =
      decimals === 0 && still.isFlow !== false && step?.count === 1
        ? ` ${step.unit === "hour" ? "an" : "a"} ${step.unit}`
        : "";
    const differs = still.aside === true || Math.abs(still.value - still.expected) > 0.05 * Math.abs(still.expected);
    const usual = differs
      ? `where about ${write.about(still.expected, still.value, decimals)}${each} are usual`
      : "where values usually vary";
    return `Stuck at ${write.amount(still.value, decimals)} for ${lasting}, ${usual}.`;
  },
  missing: ({ missing, length, cadence, scale }, write) => {
    if (missing === null) return length === 1 ? "The value is missing." : `${write.count(length)} values are missing.`;
    const rate = write.rate(cadence);
    const usual = cadence === "" ? ", usually one in every row" : rate === null ? "" : `, usually one ${rate}`;
    if (cadence === "") return `No values in ${write.counted(missing.periods, "row", "rows")}${usual}.`;
    if (!missing.inside)
      return `No values between ${write.moment(missing.from, scale)} and ${write.moment(missing.to, scale)}${usual}.`;
    return `No ${missing.from === missing.to ? "value" : "values"} ${write.span(missing.from, missing.to, scale)}${usual}.`;
  },
  "pattern break": (told, write) => brokenPattern(told, write),
  voted: ({ actual, middleHalf, decimals }, write) => {
    if (!middleHalf) return `${write.amount(actual, decimals)} is unusual.`;
    const { low, high, votes, voters } = middleHalf;
    const place = actual > high ? "above" : actual < low ? "below" : "within";
    return `${write.amount(actual, decimals)}, ${place} the middle half of all values (${write.amount(low, decimals)} to ${write.amount(high, decimals)}); ${votes} of ${write.counted(voters, "detector flags", "detectors flag")} it.`;
  },
};

function offByMuch(told: ToldIncident, write: Writer): string {
  if (Number.isNaN(told.deviation)) return brokenPattern(told, write);
  if (told.isUsual && told.rank > 20)
    return `${write.amount(told.actual, told.decimals)} is within its usual range (about ${write.about(told.expected, told.actual, told.decimals)} expected)${told.related ? "." : ", but the course around it is unusual."}`;
  const both = farOnBothSides(told);
  if (both)
    return `Between ${by(both.above, told.decimals, write)} above and ${by(both.below, told.decimals, write)} below expected.`;
  const usual = told.weekday === null ? "expected" : `a usual ${weekdays[told.weekday]}`;
  return `${distance(told, write)} ${side(told)} ${usual} ${instead(told, write)}${rarity(told, write)}`;
}

function newLevel(told: ToldIncident, write: Writer): string {
  const { level, scale, decimals } = told;
  if (!level) return offByMuch(told, write);
  const up = level.after > level.before;
  const far = by({ amount: Math.abs(heldFinite(level.after - level.before)), percent: level.percent }, decimals, write);
  const rounded = [write.about(level.after, level.before, decimals), write.about(level.before, level.after, decimals)];
  const [since, before] = rounded[0] === rounded[1] ? write.apart(level.after, level.before) : rounded;
  const values = `(about ${since} instead of ${before})`;
  const { onset = told.from, passage, madeUp } = level;
  const when = passage ? write.span(passage.from, passage.to, scale) : write.at(onset, scale);
  const kept =
    madeUp === undefined
      ? `${up ? "higher" : "lower"} since ${values}`
      : `${up ? "higher" : "lower"} ${values}; half of that was made up for by ${write.moment(madeUp, scale)}`;
  return level.stayed
    ? `${up ? "Rose" : passage ? "Fell" : "Dropped"} to a new level ${when}: ${far} ${kept}.`
    : `On another level ${write.span(told.from, told.to, scale)}: ${far} ${up ? "higher" : "lower"} ${values}.`;
}

/** A whole course that came too early or too late. */
function offInTime(late: number, { cadence }: ToldIncident, write: Writer): string {
  const rows = Math.abs(late);
  const far = write.length(rows, cadence) ?? write.counted(rows, "row", "rows");
  return `The usual course came about ${far} ${late > 0 ? "late" : "early"}.`;
}

function brokenPattern(told: ToldIncident, write: Writer): string {
  if (Number.isNaN(told.deviation)) return "Unusual course; there is nothing to compare it with.";
  if (told.late !== null) return offInTime(told.late, told, write);
  if (told.missingPeak !== null) return `The usual daily pattern is missing: no ${partOfDay(told.missingPeak)} peak.`;
  if (told.rank > 20) {
    const pattern = PATTERNS[told.cycle];
    return pattern === undefined
      ? "Does not follow its usual course."
      : `Does not follow its usual ${pattern} course: ${distance(told, write)} ${side(told)} expected at the most ${instead(told, write)}.`;
  }
  return `Off its usual course: ${distance(told, write)} ${side(told)} expected ${instead(told, write)}${rarity(told, write)}`;
}

const PATTERNS: Readonly<Record<string, string>> = { day: "daily", week: "weekly", month: "monthly", year: "yearly" };

function partOfDay(hour: number): string {
  if (hour < 5 || hour >= 23) return "night";
  if (hour < 11) return "morning";
  return hour < 14 ? "midday" : hour < 18 ? "afternoon" : "evening";
}

/** `88%`, or the amount where a percentage would mislead. */
function distance({ deviation, percent, decimals }: ToldIncident, write: Writer): string {
  return by({ amount: Math.abs(deviation), percent }, decimals, write);
}

/** An amount as its column is written, unless that would leave nothing of it. */
function by({ amount, percent }: Distance, decimals: number, write: Writer): string {
  if (percent !== null) return write.percent(percent);
  const told = write.amount(amount, decimals);
  return /[1-9]/.test(told) ? told : write.number(amount);
}

function side({ deviation }: ToldIncident): string {
  return deviation < 0 ? "below" : "above";
}

function instead({ actual, expected, decimals }: ToldIncident, write: Writer): string {
  return `(${write.amount(actual, decimals)} instead of about ${write.about(expected, actual, decimals)})`;
}

/** How rare a deviation of this size is; ends the sentence. */
function rarity({ rank, of, cadence, rhythm, cycle }: ToldIncident, write: Writer): string {
  const step = stepOf(cadence);
  const units = cadence === "" ? "rows" : step?.count === 1 ? `${step.unit}s` : "values";
  if (!Number.isFinite(rank)) return ".";
  if (rank <= 1) return `, the largest deviation in ${write.count(of)} ${units}.`;
  if (rank <= 20) return `. Only ${write.count(rank)} of ${write.count(of)} ${units} deviated as much.`;
  if (cycle === "") return ", outside its usual range.";
  const place =
    cycle === "week"
      ? rhythm === "days"
        ? "for this day of the week"
        : "for this hour of the week"
      : cycle === "day"
        ? "for this time of day"
        : cycle === "year"
          ? "for this time of year"
          : "for where it stands";
  return `, unusual ${place}.`;
}
