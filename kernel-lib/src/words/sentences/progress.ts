import type { InEveryLanguage } from "./in-every-language.js";
import type { Catalogue } from "../catalogue.js";
import { name as germanName } from "../de/names.js";
import { injectionKinds as englishInjectionKinds } from "../en/injection-kinds.js";
import { injectionKinds as germanInjectionKinds } from "../de/injection-kinds.js";
import { evaluations as englishEvaluations } from "../en/evaluations.js";
import { evaluations as germanEvaluations } from "../de/evaluations.js";

const englishRefits: Readonly<Record<string, string>> = englishEvaluations.stability.kinds;
const germanRefits: Readonly<Record<string, string>> = germanEvaluations.stability.kinds;

/** One digit is all that an estimate is worth. */
function roundly(seconds: number): string {
  const [size, unit] = seconds < 60 ? [1, "s"] : seconds < 3600 ? [60, "min"] : [3600, "h"];
  return `${Number((seconds / size).toPrecision(1))} ${unit}`;
}

/** What a run is at, beside a percent. */
export const progress: InEveryLanguage<Catalogue["progress"]> = {
  reading: { en: ({ file }) => `Reading ${file}`, de: ({ file }) => `${file} wird gelesen` },
  season: {
    en: (series, write) => `Finding the level and the seasons of ${write.series(series)}`,
    de: (series, write) => `Niveau und Saisons von ${write.series(series)} werden gesucht`,
  },
  detector: {
    en: ({ title, seconds, ...series }, write) =>
      `${title}${seconds === null ? "" : ` (about ${roundly(seconds)})`} on ${write.series(series)}`,
    de: ({ title, seconds, ...series }, write) =>
      `${germanName(title)}${seconds === null ? "" : ` (etwa ${roundly(seconds)})`} in ${write.series(series)}`,
  },
  series: { en: (series, write) => write.series(series), de: (series, write) => write.series(series) },
  wholeFile: { en: () => "The whole file", de: () => "Die ganze Datei" },
  look: { en: ({ look, of }) => `Look ${look} of ${of}`, de: ({ look, of }) => `Blick ${look} von ${of}` },
  refit: {
    en: ({ run, of, how }) => `Run ${run} of ${of}: ${englishRefits[how] ?? how}`,
    de: ({ run, of, how }) => `Lauf ${run} von ${of}: ${germanRefits[how] ?? how}`,
  },
  planting: {
    en: ({ what }) => `Planting: ${englishInjectionKinds[what]}`,
    de: ({ what }) => `Eingesetzt wird: ${germanInjectionKinds[what]}`,
  },
  trying: {
    en: ({ title, option, value }, write) => `${title}: ${option} ${write.number(value)}`,
    de: ({ title, option, value }, write) => `${germanName(title)}: ${option} ${write.number(value)}`,
  },
  done: { en: () => "Done", de: () => "Fertig" },
};
