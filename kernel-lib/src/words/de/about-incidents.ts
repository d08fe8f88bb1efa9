import type { Catalogue } from "../catalogue.js";
import type { Writer } from "../writer.js";
import { name } from "./names.js";

const MOST_NAMED = 5;

/** Share from which on the own part of a KPI is worth telling. */
const MOSTLY = 0.5;

const DIRECTION = { up: " (gestiegen)", down: " (gefallen)", mixed: "" } as const;

/** Zusatz, wo KPIs nicht mehr wie üblich gemeinsam verlaufen. */
export const relation: Catalogue["relation"] = ({ with: others, own }, write) =>
  own < MOSTLY
    ? `Verläuft nicht mehr wie üblich mit ${write.list(others)}; das liegt vor allem an ${others.length === 1 ? others[0] : "diesen"}.`
    : `Verläuft nicht mehr wie üblich mit ${write.list(others)}; das liegt zu ${write.wholePercent(own)} an diesem KPI selbst.`;

/** `Isolation Forest sah Ungewöhnliches: Streuung über 7 Tage.` */
export const features: Catalogue["features"] = ({ title, names, cadence }, write) =>
  `${name(title)} sah Ungewöhnliches: ${write.list(names.map((name) => featureName(name, cadence, write)))}.`;

const KINDS: Readonly<Record<string, string>> = {
  rolling_deviation: "Streuung über",
  rolling_mean: "Mittelwert über",
  rolling_median: "Median über",
  change: "Änderung über",
  lag: "Wert davor, Abstand",
};

function featureName(id: string, cadence: string, write: Writer): string {
  const [, kind, size] = /^(.+?)_(\d+)$/.exec(id) ?? [];
  const words = kind === undefined ? undefined : KINDS[kind];
  if (words === undefined) return id.replaceAll("_", " ");
  return `${words} ${write.length(Number(size), cadence) ?? `${size} Zeilen`}`;
}

/** Ein Zeitpunkt in mehreren KPIs. */
export const shared: Catalogue["shared"] = ({ members, cadence }, write) => {
  const name = ({ direction, ...series }: (typeof members)[number]): string =>
    `${write.series(series)}${DIRECTION[direction]}`;
  const together = members.filter(({ delay }) => delay < 0.5);
  const later = members.slice(together.length);
  const named = write.list(together.map(name), MOST_NAMED);
  if (later.length === 0) return `${named} zur selben Zeit.`;
  const first = `${together.length > 1 ? "Zuerst, zur selben Zeit" : "Zuerst"}: ${named}`;
  const delay = Math.round(later[0].delay);
  const steps = write.length(delay, cadence) ?? write.counted(delay, "Zeile", "Zeilen");
  return `${first}; ${steps} ${later.length > 1 ? "oder mehr " : ""}später: ${write.list(later.map(name), MOST_NAMED)}.`;
};
