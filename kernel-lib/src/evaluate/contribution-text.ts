import { isPercentTelling } from "../decide/incident/explain.js";
import type { Contributions, Contribution } from "./contributions.js";

/** Causes named until they make up this share of all, and never more than so many. */
const MOST_OF_IT = 0.8;
const MOST_NAMED = 4;

/** Says in a sentence or two which few segments explain most of an incident. */
export function contributionText(found: Omit<Contributions, "text">, direction: number, dated: boolean): string {
  const causes = found.segments.filter(({ cause }) => cause > 0);
  const against = found.segments.filter(({ standsOut, deviation }) => standsOut && Math.sign(deviation) === -direction);
  const known = found.segments.filter(({ deviation }) => !Number.isNaN(deviation));
  return [
    head(found, dated),
    ...(causes.length > 0 ? [named(causes, found.keys)] : [spread(known, found.keys)]),
    ...(against.length > 0
      ? [
          `${against
            .slice(0, MOST_NAMED)
            .map((one) => moved(one, found.keys))
            .join(" and ")} moved the other way, which hides a part of it.`,
        ]
      : []),
    ...found.overlaps
      .slice(0, 2)
      .map(
        ({ first, second, share }) =>
          `${first.key} ${first.value} and ${second.key} ${second.value} are largely one cause: ${percent(share)} of the smaller lies in both.`,
      ),
  ].join(" ");
}

function head({ kpi, from, to, actual, expected, deviation }: Omit<Contributions, "text">, dated: boolean): string {
  const when = from === to ? moment(from, dated) : `${moment(from, dated)} to ${moment(to, dated)}`;
  const relative = isPercentTelling(actual, expected) ? ` (${percent(Math.abs(deviation / expected))})` : "";
  return `${kpi}, ${when}: ${number(Math.abs(deviation))} ${deviation < 0 ? "below" : "above"} what was expected${relative}.`;
}

function named(causes: readonly Contribution[], keys: readonly string[]): string {
  const few = causes.slice(0, fewest(causes));
  const explained = few.reduce((sum, { cause }) => sum + cause, 0);
  const rest = causes.length - few.length;
  const names = few.map((one) => `${nameOf(one, keys)} (${size(one)})`);
  const verb = few.length > 1 ? "explain" : "explains";
  return `${list(names)} ${verb} ${percent(explained)} of what stands out${rest > 0 ? `; ${rest} more stand${rest === 1 ? "s" : ""} out` : ""}.`;
}

function fewest(causes: readonly Contribution[]): number {
  let explained = 0;
  for (let count = 0; count < causes.length && count < MOST_NAMED; count++) {
    explained += causes[count].cause;
    if (explained >= MOST_OF_IT) return count + 1;
  }
  return Math.min(MOST_NAMED, causes.length);
}

function spread(known: readonly Contribution[], keys: readonly string[]): string {
  if (known.length === 0) return "No segment is known well enough to say where it comes from.";
  return `No segment stands out of its usual variation: it is spread over all ${known.length}, most in ${nameOf(known[0], keys)} (${size(known[0])}).`;
}

/** A bare number says nothing without the name of its column. */
function nameOf({ segment }: Contribution, keys: readonly string[]): string {
  return /^[\d.]+$/.test(segment) ? `${keys.join(" ")} ${segment}` : segment;
}

function moved(one: Contribution, keys: readonly string[]): string {
  const { deviation } = one;
  return `${nameOf(one, keys)} (${deviation > 0 ? "+" : "-"}${number(Math.abs(deviation))})`;
}

function size({ deviation, actual, expected }: Contribution): string {
  const own = isPercentTelling(actual, expected)
    ? `, ${percent(Math.abs((actual - expected) / expected))} of its own`
    : "";
  return `${number(Math.abs(deviation))} ${deviation < 0 ? "below" : "above"}${own}`;
}

function list(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}` : names[0];
}

const number = (value: number): string => String(Number(value.toPrecision(4)));

/** Three digits; what is not all is not written as 100 %. */
function percent(share: number): string {
  const rounded = Number((100 * share).toPrecision(share < 0.1 ? 2 : 3));
  return rounded === 100 && share < 1 ? "over 99.9 %" : `${rounded} %`;
}

function moment(time: number, dated: boolean): string {
  return dated
    ? new Date(time).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : `record ${time + 1}`;
}
