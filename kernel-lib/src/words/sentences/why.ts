import type { InEveryLanguage, Spoken } from "./in-every-language.js";
import type { Catalogue } from "../catalogue.js";
import * as english from "../en/why-terms.js";
import * as german from "../de/why-terms.js";

/** Why a point is flagged or not. */
export const why: InEveryLanguage<Catalogue["why"]> = {
  incident: { en: ({ rank }) => `Part of incident ${rank}.`, de: ({ rank }) => `Teil von Vorfall ${rank}.` },
  missing: { en: () => "The value is missing.", de: () => "Der Wert fehlt." },
  "known event": { en: () => "A known event covers it.", de: () => "Ein bekanntes Ereignis erklärt ihn." },
  "not judged": {
    en: () => "Not judged: nothing is known of what is usual there.",
    de: () => "Nicht beurteilt: Über das Übliche ist dort nichts bekannt.",
  },
  "below threshold": {
    en: (score, write) => `${english.far(score, write)}.`,
    de: (score, write) => `${german.far(score, write)}.`,
  },
  silenced: {
    en: ({ rule, ...score }, write) => `${english.far(score, write)}, but ${english.RULES[rule]}.`,
    de: ({ rule, ...score }, write) => `${german.far(score, write)}, aber ${german.RULES[rule]}.`,
  },
  "beside incident": {
    en: (score, write) => `${english.far(score, write)}, but the incident beside it tells what is wrong there.`,
    de: (score, write) => `${german.far(score, write)}, aber der Vorfall daneben sagt schon, was dort nicht stimmt.`,
  },
  "too short": {
    en: () => "The series is too short, or always the same: nothing can be said.",
    de: () => "Die Reihe ist zu kurz oder immer gleich: Darüber lässt sich nichts sagen.",
  },
  "no features": {
    en: () => "Not judged: the first points lack the earlier values to compare with.",
    de: () => "Nicht beurteilt: Den ersten Werten fehlen frühere zum Vergleich.",
  },
  "silenced by rule": {
    en: () => "A rule of the configuration leaves it out.",
    de: () => "Eine Regel der Konfiguration lässt ihn aus.",
  },
  votes: {
    en: ({ votes, needed }, write) =>
      `${votes === 0 ? "No detector flags" : write.counted(votes, "detector flags", "detectors flag")} it; ${needed} must agree.`,
    de: ({ votes, needed }, write) =>
      `${votes === 0 ? "Kein Detektor schlägt" : write.counted(votes, "Detektor schlägt", "Detektoren schlagen")} an; nötig sind ${needed}.`,
  },
};

/** A point, what is usual there, and why it is flagged or not. */
export const whyAt: Spoken<Catalogue["whyAt"]> = {
  en: (point, write) => {
    const { line, time, value, expected, lower, upper, flagged, decimals, neededSensitivity, because } = point;
    const amount = (each: number): string => write.amount(each, Math.max(decimals, 1));
    const usual = Number.isNaN(expected)
      ? ""
      : `, expected ${write.about(expected, value, decimals)}${Number.isNaN(lower) ? "" : ` (usually ${amount(lower)} to ${amount(upper)})`}`;
    const needed = flagged || Number.isNaN(neededSensitivity) ? "" : ` Sensitivity ${neededSensitivity} would flag it.`;
    const where = `${write.series(point)}, line ${line}${time === null ? "" : `, ${write.when(time)}`}`;
    const shown = Number.isNaN(value) ? "no value" : write.amount(value, decimals);
    return `${where}: ${shown}${usual}. ${flagged ? "Flagged" : "Not flagged"}: ${because}${needed}`;
  },
  de: (point, write) => {
    const { line, time, value, expected, lower, upper, flagged, decimals, neededSensitivity, because } = point;
    const amount = (each: number): string => write.amount(each, Math.max(decimals, 1));
    const usual = Number.isNaN(expected)
      ? ""
      : `, erwartet ${write.about(expected, value, decimals)}${Number.isNaN(lower) ? "" : ` (üblich ${amount(lower)} bis ${amount(upper)})`}`;
    const needed =
      flagged || Number.isNaN(neededSensitivity) ? "" : ` Ab Empfindlichkeit ${neededSensitivity} fiele er auf.`;
    const where = `${write.series(point)}, Zeile ${line}${time === null ? "" : `, ${write.when(time)}`}`;
    const shown = Number.isNaN(value) ? "kein Wert" : write.amount(value, decimals);
    return `${where}: ${shown}${usual}. ${flagged ? "Auffällig" : "Nicht auffällig"}: ${because}${needed}`;
  },
};
