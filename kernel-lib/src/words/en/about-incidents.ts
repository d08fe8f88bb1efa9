import type { Catalogue } from "../catalogue.js";
import type { Writer } from "../writer.js";

const MOST_NAMED = 5;

/** Share from which on the own part of a KPI is worth telling. */
const MOSTLY = 0.5;

/** Added where KPIs no longer move together as they usually do. */
export const relation: Catalogue["relation"] = ({ with: others, own }, write) =>
  own < MOSTLY
    ? `It no longer moves with ${write.list(others)} as usual; most of that comes from ${others.length === 1 ? others[0] : "those"}.`
    : `It no longer moves with ${write.list(others)} as usual; ${write.wholePercent(own)} of that comes from this KPI itself.`;

/** `Isolation Forest saw an unusual 7-day deviation.` */
export const features: Catalogue["features"] = ({ title, names, cadence }, write) =>
  `${title} saw an unusual ${write.list(names.map((name) => featureName(name, cadence, write)))}.`;

const KINDS: Readonly<Record<string, string>> = {
  rolling_deviation: "deviation",
  rolling_mean: "average",
  rolling_median: "median",
  change: "change",
  lag: "earlier value",
};

/** A feature as a person calls it; its id where that says it best. */
function featureName(id: string, cadence: string, write: Writer): string {
  const [, kind, size] = /^(.+?)_(\d+)$/.exec(id) ?? [];
  if (kind === undefined || !Object.hasOwn(KINDS, kind)) return id.replaceAll("_", " ");
  const span = write.length(Number(size), cadence)?.replace(/ (\D+?)s?$/, "-$1") ?? `${size}-row`;
  return `${span} ${KINDS[kind]}`;
}

/** One moment in several KPIs. */
export const shared: Catalogue["shared"] = ({ members, cadence }, write) => {
  const name = ({ direction, ...series }: (typeof members)[number]): string =>
    `${write.series(series)}${direction === "mixed" ? "" : ` (${direction})`}`;
  const together = members.filter(({ delay }) => delay < 0.5);
  const later = members.slice(together.length);
  const named = write.list(together.map(name), MOST_NAMED);
  if (later.length === 0) return `${named} at the same time.`;
  const first = `${together.length > 1 ? "First, at the same time" : "First"}: ${named}`;
  const delay = Math.round(later[0].delay);
  const steps = write.length(delay, cadence) ?? write.counted(delay, "row", "rows");
  return `${first}; ${steps} ${later.length > 1 ? "or more " : ""}later: ${write.list(later.map(name), MOST_NAMED)}.`;
};
