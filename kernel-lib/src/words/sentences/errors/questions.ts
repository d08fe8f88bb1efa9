import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { QuestionProblems } from "../../../input-problems.js";
import { injectionKinds as englishInjectionKinds } from "../../en/injection-kinds.js";
import { injectionKinds as germanInjectionKinds } from "../../de/injection-kinds.js";

/** Questions that a result cannot answer. */
export const questions: InEveryLanguage<ErrorSentencesOf<QuestionProblems>> = {
  no_series: {
    en: ({ kpi, key, names }) => [
      `There is no series "${[kpi, key].filter((part) => part !== null).join(", ")}" in this result; it has ${names.length > 0 ? names.join("; ") : "none"}.`,
      "Name a kpi, and a series where the file has a key column, as they stand in the file.",
    ],
    de: ({ kpi, key, names }) => [
      `Eine Reihe „${[kpi, key].filter((part) => part !== null).join(", ")}“ hat dieses Ergebnis nicht; es hat ${names.length > 0 ? names.join("; ") : "keine"}.`,
      "Nennen Sie einen KPI, und wo die Datei eine Schlüsselspalte hat eine Reihe, so wie sie in der Datei stehen.",
    ],
  },
  no_series_of: {
    en: ({ kpi, key }) => [
      `The result has no series${kpi === null ? "" : ` of ${kpi}`}${key === null ? "" : ` of ${key}`}.`,
      "Name a KPI that was analysed.",
    ],
    de: ({ kpi, key }) => [
      `Das Ergebnis hat keine Reihe${kpi === null ? "" : ` von ${kpi}`}${key === null ? "" : ` von ${key}`}.`,
      "Nennen Sie einen KPI, der untersucht wurde.",
    ],
  },
  no_shared_incident: {
    en: ({ rank, count }) => [
      count === 0
        ? "No moment of this result is an incident of two or more series."
        : `There is no shared incident ${rank}; there are ${count}.`,
      "Shared incidents are numbered from 1, worst first.",
    ],
    de: ({ rank, count }) => [
      count === 0
        ? "Zu keinem Zeitpunkt dieses Ergebnisses haben zwei oder mehr Reihen einen Vorfall."
        : `Einen gemeinsamen Vorfall ${rank} gibt es nicht; es sind ${count}.`,
      "Gemeinsame Vorfälle zählen ab 1, der schlimmste zuerst.",
    ],
  },
  detector_did_not_run: {
    en: ({ detector, ran }, write) => [
      `No detector ${write.quoted(detector)} ran on this series.`,
      `Those that ran are ${ran.join(", ")}.`,
    ],
    de: ({ detector, ran }, write) => [
      `Auf dieser Reihe lief kein Detektor ${write.quoted(detector)}.`,
      `Gelaufen sind ${ran.join(", ")}.`,
    ],
  },
  no_detector: {
    en: ({ detector, known }, write) => [
      `There is no detector ${write.quoted(detector)}.`,
      `Known are ${known.join(", ")}.`,
    ],
    de: ({ detector, known }, write) => [
      `Einen Detektor ${write.quoted(detector)} gibt es nicht.`,
      `Bekannt sind ${known.join(", ")}.`,
    ],
  },
  no_numeric_param: {
    en: ({ detector, option, known }, write) => [
      `${detector} has no option ${write.quoted(option)} that is a number.`,
      known.length > 0 ? `It has ${known.join(", ")}.` : "It has no option that is a number.",
    ],
    de: ({ detector, option, known }, write) => [
      `${detector} hat keine Option ${write.quoted(option)}, die eine Zahl ist.`,
      known.length > 0 ? `Es gibt ${known.join(", ")}.` : "Es gibt keine Option, die eine Zahl ist.",
    ],
  },
  nothing_to_compare: {
    en: () => [
      "This result holds no series, so there are no detectors to compare.",
      "Run the detection on a file with at least one column of numbers.",
    ],
    de: () => [
      "Dieses Ergebnis enthält keine Reihe; es gibt keine Detektoren zu vergleichen.",
      "Untersuchen Sie eine Datei mit wenigstens einer Spalte Zahlen.",
    ],
  },
  backtest_options: {
    en: ({ looks, warmUp }) => [
      `A backtest needs at least one look and a warm-up from 0 to below 1, not ${looks} and ${warmUp}.`,
      "For example 20 looks after a warm-up of 0.5.",
    ],
    de: ({ looks, warmUp }) => [
      `Ein Rücktest braucht wenigstens einen Blick und einen Vorlauf von 0 bis unter 1, nicht ${looks} und ${warmUp}.`,
      "Zum Beispiel 20 Blicke nach einem Vorlauf von 0.5.",
    ],
  },
  backtest_rows: {
    en: ({ rows, needed }) => [
      `A backtest needs at least ${needed} records with a readable time; there are ${rows}.`,
      "Use a longer file.",
    ],
    de: ({ rows, needed }) => [
      `Ein Rücktest braucht wenigstens ${needed} Zeilen mit lesbarer Zeit; es sind ${rows}.`,
      "Nehmen Sie eine längere Datei.",
    ],
  },
  no_incident_ranked: {
    en: ({ rank }) => [
      rank === 1 ? "No incident was found, so there is nothing to explain." : `There is no incident of rank ${rank}.`,
      "kpi-anomaly detect lists the incidents.",
    ],
    de: ({ rank }) => [
      rank === 1
        ? "Es wurde kein Vorfall gefunden; es gibt nichts zu erklären."
        : `Einen Vorfall mit Rang ${rank} gibt es nicht.`,
      "kpi-anomaly detect nennt die Vorfälle.",
    ],
  },
  no_segments: {
    en: () => [
      "This result has no segments, so there is nothing to attribute an incident to.",
      "Name the columns to split by with --segments or segments(table, [column]).",
    ],
    de: () => [
      "Dieses Ergebnis hat keine Segmente, auf die sich ein Vorfall zurückführen ließe.",
      "Nennen Sie mit --segments oder segments(table, [column]) die Spalten, nach denen geteilt wird.",
    ],
  },
  no_total: {
    en: ({ kpi }, write) => [
      `There is no total of ${write.quoted(kpi)} in this result.`,
      "Name a KPI as it stands in the file.",
    ],
    de: ({ kpi }, write) => [
      `Ein Ganzes von ${write.quoted(kpi)} hat dieses Ergebnis nicht.`,
      "Nennen Sie einen KPI so, wie er in der Datei steht.",
    ],
  },
  no_segment: {
    en: ({ segment }, write) => [
      `There is no segment ${write.quoted(segment)} in this result.`,
      "Name a segment as the result lists it.",
    ],
    de: ({ segment }, write) => [
      `Ein Segment ${write.quoted(segment)} hat dieses Ergebnis nicht.`,
      "Nennen Sie ein Segment so, wie das Ergebnis es nennt.",
    ],
  },
  nothing_in_stretch: {
    en: ({ kpi }) => [`${kpi} has no point in that stretch of time.`, "Name a stretch within the file."],
    de: ({ kpi }) => [`${kpi} hat in diesem Zeitraum keinen Punkt.`, "Nennen Sie einen Zeitraum innerhalb der Datei."],
  },
  no_incident_of: {
    en: ({ kpi, incident }) => [
      incident === null ? `${kpi} has no incident to explain.` : `${kpi} has no incident ${incident}.`,
      "Name a stretch of time with from and to instead.",
    ],
    de: ({ kpi, incident }) => [
      incident === null ? `${kpi} hat keinen Vorfall zu erklären.` : `${kpi} hat keinen Vorfall ${incident}.`,
      "Nennen Sie stattdessen einen Zeitraum mit from und to.",
    ],
  },
  label_count: {
    en: ({ labels, points }, write) => [
      `${write.count(labels)} labels came for ${write.count(points)} points.`,
      "Give one label for each point of the series.",
    ],
    de: ({ labels, points }, write) => [
      `Für ${write.count(points)} Punkte kamen ${write.count(labels)} Markierungen.`,
      "Geben Sie jedem Punkt der Reihe genau eine Markierung.",
    ],
  },
  no_value_at: {
    en: ({ line, time }, write) => [
      `No KPI has a value ${line === null ? `at ${write.when(time ?? 0)}` : `in line ${line}`}.`,
      "The first line of a file is mostly its header; rows without a usable date are left out.",
    ],
    de: ({ line, time }, write) => [
      `Kein KPI hat ${line === null ? `am ${write.when(time ?? 0)}` : `in Zeile ${line}`} einen Wert.`,
      "Die erste Zeile einer Datei ist meist die Kopfzeile; Zeilen ohne brauchbares Datum bleiben weg.",
    ],
  },
  no_room: {
    en: ({ kpi, points, kinds }, write) => [
      `The ${write.count(points)} points of ${kpi} leave no room to plant ${kinds.map((kind) => `a ${englishInjectionKinds[kind]}`).join(", ")}.`,
      "Use a longer file.",
    ],
    de: ({ kpi, points, kinds }, write) => [
      `Die ${write.count(points)} Punkte von ${kpi} lassen keinen Platz für: ${kinds.map((kind) => germanInjectionKinds[kind]).join(", ")}.`,
      "Nehmen Sie eine längere Datei.",
    ],
  },
};
