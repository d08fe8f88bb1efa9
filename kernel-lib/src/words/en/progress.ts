import type { Catalogue } from "../catalogue.js";
import { evaluations } from "./evaluations.js";
import { injectionKinds } from "./injection-kinds.js";

/** What a run is at, beside a percent. */
export const progress: Catalogue["progress"] = {
  reading: ({ file }) => `Reading ${file}`,
  detector: ({ title, seconds, ...series }, write) =>
    `${title}${seconds === null ? "" : ` (about ${roundly(seconds)})`} on ${write.series(series)}`,
  series: (series, write) => write.series(series),
  wholeFile: () => "The whole file",
  look: ({ look, of }) => `Look ${look} of ${of}`,
  refit: ({ run, of, how }) => `Run ${run} of ${of}: ${kinds[how] ?? how}`,
  planting: ({ what }) => `Planting: ${injectionKinds[what]}`,
  trying: ({ title, option, value }, write) => `${title}: ${option} ${write.number(value)}`,
  done: () => "Done",
};

const kinds: Readonly<Record<string, string>> = evaluations.stability.kinds;

/** One digit is all that an estimate is worth. */
function roundly(seconds: number): string {
  const [size, unit] = seconds < 60 ? [1, "s"] : seconds < 3600 ? [60, "min"] : [3600, "h"];
  return `${Number((seconds / size).toPrecision(1))} ${unit}`;
}
