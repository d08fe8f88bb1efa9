import type { InEveryLanguage } from "./in-every-language.js";
import type { AssumptionSentences } from "../catalogue.js";
import { periodPerAlarm } from "../analyses/period-per-alarm.js";
import { name as germanName } from "../de/names.js";
import { skips } from "./skips.js";
import type { Writer } from "../writer.js";
import { warnings } from "./warnings/index.js";
import * as german from "../de/assumption-terms.js";
import * as english from "../en/assumption-terms.js";

function commas(names: readonly string[], write: Writer): string {
  return names.length > 10 ? write.list(names) : names.join(", ");
}

/** What a run takes for granted. */
export const assumptions: InEveryLanguage<AssumptionSentences> = {
  date: {
    en: ({ columns, format }) =>
      columns.length === 0
        ? "No date: the row number stands in for time."
        : `Date: ${columns.join(" + ")} (${format}).`,
    de: ({ columns, format }) =>
      columns.length === 0
        ? "Kein Datum: Die Nummer der Zeile steht für die Zeit."
        : `Datum: ${columns.join(" + ")} (${format}).`,
  },
  kpis: {
    en: ({ names }, write) => `${names.length === 1 ? "KPI" : "KPIs"}: ${commas(names, write)}.`,
    de: ({ names }, write) => `${names.length === 1 ? "KPI" : "KPIs"}: ${commas(names, write)}.`,
  },
  mostKpis: {
    en: ({ there, analysed }, write) =>
      `The file has ${write.count(there)} KPIs; the first ${write.count(analysed)} are analysed.`,
    de: ({ there, analysed }, write) =>
      `Die Datei hat ${write.count(there)} KPIs; die ersten ${write.count(analysed)} werden untersucht.`,
  },
  aggregate: {
    en: ({ by }) => (by === null ? "Rows of the same time are put together." : `Rows are put together by ${by}.`),
    de: ({ by }) =>
      by === null ? "Zeilen derselben Zeit sind zusammengefasst." : `Zeilen sind je ${german.PER[by]} zusammengefasst.`,
  },
  segments: {
    en: ({ keys, total }, write) =>
      `Each value of ${write.list(keys)} is a segment, ${write.quoted(total)} is the whole.`,
    de: ({ keys, total }, write) =>
      `Jeder Wert von ${write.list(keys)} ist ein Segment, ${write.quoted(total)} ist das Ganze.`,
  },
  key: {
    en: ({ key }) => `Each value of ${key} is a series of its own.`,
    de: ({ key }) => `Jeder Wert von ${key} ist eine eigene Reihe.`,
  },
  cadence: {
    en: ({ label, regularity }, write) => {
      const rate = write.rate(label);
      if (rate === null) return "Values come at irregular intervals.";
      if (regularity === 1) return `One value ${rate}, without exception.`;
      return `One value ${rate}, with exceptions (${write.wholePercent(regularity)} of the steps are exactly that).`;
    },
    de: ({ label, regularity }, write) => {
      const rate = write.rate(label);
      if (rate === null) return "Die Werte kommen in unregelmäßigen Abständen.";
      if (regularity === 1) return `Ein Wert ${rate}, ohne Ausnahme.`;
      return `Ein Wert ${rate}, mit Ausnahmen (${write.wholePercent(regularity)} der Schritte sind genau so lang).`;
    },
  },
  seasons: { en: (facts, write) => english.seasons(facts, write), de: (facts, write) => german.seasons(facts, write) },
  mode: {
    en: ({ mode, sensitivity, consensus }) =>
      mode === "auto"
        ? `All detectors decide together, at sensitivity ${sensitivity} of 100.`
        : `A point is an anomaly when ${consensus === 1 ? "one detector says so" : `${consensus} detectors agree`}.`,
    de: ({ mode, sensitivity, consensus }) =>
      mode === "auto"
        ? `Alle Detektoren entscheiden gemeinsam, bei Empfindlichkeit ${sensitivity} von 100.`
        : `Ein Wert ist eine Anomalie, wenn ${consensus === 1 ? "ein Detektor es sagt" : `${consensus} Detektoren übereinstimmen`}.`,
  },
  falseAlarms: {
    en: ({ expected, days, kpis }, write) => {
      const where = kpis > 1 ? "In each KPI in which nothing happens" : "In a KPI in which nothing happens";
      const [length, unit] = periodPerAlarm(days / expected);
      if (days > 0 && expected < days)
        return `${where}, about one false alarm in ${write.counted(length, unit, `${unit}s`)} is to be expected at this setting.`;
      return `${where}, about ${write.number(expected)} false alarms are to be expected in so many rows at this setting.`;
    },
    de: ({ expected, days, kpis }, write) => {
      const where = kpis > 1 ? "In jedem KPI, in dem nichts geschieht" : "In einem KPI, in dem nichts geschieht";
      const [length, unit] = periodPerAlarm(days / expected);
      if (days > 0 && expected < days)
        return `${where}, ist bei dieser Einstellung etwa ein Fehlalarm in ${write.counted(length, german.PERIODS[unit][0], german.PERIODS[unit][1])} zu erwarten.`;
      return `${where}, sind bei dieser Einstellung auf so viele Zeilen etwa ${write.number(expected)} Fehlalarme zu erwarten.`;
    },
  },
  withoutVotes: {
    en: ({ detectors }, write) =>
      `${write.list(detectors)} did not run: ${detectors.length === 1 ? "it has" : "they have"} no say in this mode.`,
    de: ({ detectors }, write) =>
      `Nicht gelaufen, weil in diesem Modus ohne Einfluss: ${write.list(detectors.map(germanName))}.`,
  },
  events: {
    en: ({ events }, write) =>
      `${write.counted(events, "known event is", "known events are")} expected, never an anomaly.`,
    de: ({ events }, write) =>
      `${write.counted(events, "bekanntes Ereignis gilt", "bekannte Ereignisse gelten")} als erwartet und nie als Anomalie.`,
  },
  holidays: {
    en: ({ place, known }) =>
      known
        ? `The public holidays of ${place} are expected, never an anomaly.`
        : `Dates that return are named after the holidays of ${place}.`,
    de: ({ place, known }) =>
      known
        ? `Die Feiertage von ${place} gelten als erwartet und nie als Anomalie.`
        : `Wiederkehrende Tage heißen nach den Feiertagen von ${place}.`,
  },
  baseline: {
    en: () => "What is expected is taken from earlier values only.",
    de: () => "Was erwartet wird, stammt nur aus früheren Werten.",
  },
  notJudged: {
    en: ({ points }, write) =>
      `${write.counted(points, "point is", "points are")} not judged: values that are missing, or the start of the series, where there is no past to compare with.`,
    de: ({ points }, write) =>
      `${write.counted(points, "Wert ist", "Werte sind")} nicht beurteilt: Sie fehlen oder liegen am Anfang der Reihe, wo es noch keine Vergangenheit gibt.`,
  },
  skipped: {
    en: ({ detectors, reason, on }, write) => {
      const where = on.length > 0 ? ` on ${commas(on.map(write.series), write)}` : "";
      const told = skips[reason.code].en as (facts: unknown, write: Writer) => string;
      return `${commas(detectors, write)} did not run${where}: ${told(reason.facts, write)}`;
    },
    de: ({ detectors, reason, on }, write) => {
      const where = on.length > 0 ? ` für ${commas(on.map(write.series), write)}` : "";
      const told = skips[reason.code].de as (facts: unknown, write: Writer) => string;
      return `${commas(detectors.map(germanName), write)} ${detectors.length === 1 ? "lief" : "liefen"} nicht${where}: ${told(reason.facts, write)}`;
    },
  },
  reading: {
    en: ({ said }, write) => (warnings[said.code].en as (facts: unknown, write: Writer) => string)(said.facts, write),
    de: ({ said }, write) => (warnings[said.code].de as (facts: unknown, write: Writer) => string)(said.facts, write),
  },
  engine: {
    en: ({ missing }) =>
      `${english.MISSING_ENGINE[missing]}, so the slower way of computing was taken; the results are the same.`,
    de: ({ missing }) => `${german.MISSING_ENGINE[missing]}; gerechnet wurde langsamer, mit denselben Ergebnissen.`,
  },
  verdicts: {
    en: ({ stretches }, write) =>
      `${write.counted(stretches, "stretch is", "stretches are")} marked as expected and left out.`,
    de: ({ stretches }, write) =>
      `${write.counted(stretches, "Abschnitt ist", "Abschnitte sind")} als erwartet markiert und ${stretches === 1 ? "bleibt" : "bleiben"} außen vor.`,
  },
  seed: {
    en: ({ seed }) => `Random numbers start from seed ${seed}.`,
    de: ({ seed }) => `Zufallszahlen beginnen beim Startwert ${seed}.`,
  },
};
