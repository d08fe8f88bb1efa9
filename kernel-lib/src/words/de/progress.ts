import type { Catalogue } from "../catalogue.js";
import { evaluations } from "./evaluations.js";
import { injectionKinds } from "./injection-kinds.js";
import { name } from "./names.js";

/** What a run is at, beside a percent. */
export const progress: Catalogue["progress"] = {
  reading: ({ file }) => `${file} wird gelesen`,
  detector: ({ title, seconds, ...series }, write) =>
    `${name(title)}${seconds === null ? "" : ` (etwa ${roundly(seconds)})`} in ${write.series(series)}`,
  series: (series, write) => write.series(series),
  wholeFile: () => "Die ganze Datei",
  look: ({ look, of }) => `Blick ${look} von ${of}`,
  refit: ({ run, of, how }) => `Lauf ${run} von ${of}: ${kinds[how] ?? how}`,
  planting: ({ what }) => `Eingesetzt wird: ${injectionKinds[what]}`,
  trying: ({ title, option, value }, write) => `${name(title)}: ${option} ${write.number(value)}`,
  done: () => "Fertig",
};

const kinds: Readonly<Record<string, string>> = evaluations.stability.kinds;

/** One digit is all that an estimate is worth. */
function roundly(seconds: number): string {
  const [size, unit] = seconds < 60 ? [1, "s"] : seconds < 3600 ? [60, "min"] : [3600, "h"];
  return `${Number((seconds / size).toPrecision(1))} ${unit}`;
}
