import type { QuestionProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import { injectionKinds } from "../injection-kinds.js";

/** Questions that a result cannot answer. */
export const questions: ErrorSentencesOf<QuestionProblems> = {
  no_series: ({ kpi, key, names }) => [
    `Eine Reihe „${[kpi, key].filter((part) => part !== null).join(", ")}“ hat dieses Ergebnis nicht; es hat ${names.length > 0 ? names.join("; ") : "keine"}.`,
    "Nennen Sie einen KPI, und wo die Datei eine Schlüsselspalte hat eine Reihe, so wie sie in der Datei stehen.",
  ],
  no_series_of: ({ kpi, key }) => [
    `Das Ergebnis hat keine Reihe${kpi === null ? "" : ` von ${kpi}`}${key === null ? "" : ` von ${key}`}.`,
    "Nennen Sie einen KPI, der untersucht wurde.",
  ],
  no_shared_incident: ({ rank, count }) => [
    count === 0
      ? "Zu keinem Zeitpunkt dieses Ergebnisses haben zwei oder mehr Reihen einen Vorfall."
      : `Einen gemeinsamen Vorfall ${rank} gibt es nicht; es sind ${count}.`,
    "Gemeinsame Vorfälle zählen ab 1, der schlimmste zuerst.",
  ],
  detector_did_not_run: ({ detector, ran }, write) => [
    `Auf dieser Reihe lief kein Detektor ${write.quoted(detector)}.`,
    `Gelaufen sind ${ran.join(", ")}.`,
  ],
  no_detector: ({ detector, known }, write) => [
    `Einen Detektor ${write.quoted(detector)} gibt es nicht.`,
    `Bekannt sind ${known.join(", ")}.`,
  ],
  no_numeric_param: ({ detector, option, known }, write) => [
    `${detector} hat keine Option ${write.quoted(option)}, die eine Zahl ist.`,
    known.length > 0 ? `Es gibt ${known.join(", ")}.` : "Es gibt keine Option, die eine Zahl ist.",
  ],
  nothing_to_compare: () => [
    "Dieses Ergebnis enthält keine Reihe; es gibt keine Detektoren zu vergleichen.",
    "Untersuchen Sie eine Datei mit wenigstens einer Spalte Zahlen.",
  ],
  backtest_options: ({ looks, warmUp }) => [
    `Ein Rücktest braucht wenigstens einen Blick und einen Vorlauf von 0 bis unter 1, nicht ${looks} und ${warmUp}.`,
    "Zum Beispiel 20 Blicke nach einem Vorlauf von 0.5.",
  ],
  backtest_rows: ({ rows, needed }) => [
    `Ein Rücktest braucht wenigstens ${needed} Zeilen mit lesbarer Zeit; es sind ${rows}.`,
    "Nehmen Sie eine längere Datei.",
  ],
  no_incident_ranked: ({ rank }) => [
    rank === 1
      ? "Es wurde kein Vorfall gefunden; es gibt nichts zu erklären."
      : `Einen Vorfall mit Rang ${rank} gibt es nicht.`,
    "kpi-anomaly detect nennt die Vorfälle.",
  ],
  no_segments: () => [
    "Dieses Ergebnis hat keine Segmente, auf die sich ein Vorfall zurückführen ließe.",
    "Nennen Sie mit --segments oder segments(table, [column]) die Spalten, nach denen geteilt wird.",
  ],
  no_total: ({ kpi }, write) => [
    `Ein Ganzes von ${write.quoted(kpi)} hat dieses Ergebnis nicht.`,
    "Nennen Sie einen KPI so, wie er in der Datei steht.",
  ],
  no_segment: ({ segment }, write) => [
    `Ein Segment ${write.quoted(segment)} hat dieses Ergebnis nicht.`,
    "Nennen Sie ein Segment so, wie das Ergebnis es nennt.",
  ],
  nothing_in_stretch: ({ kpi }) => [
    `${kpi} hat in diesem Zeitraum keinen Punkt.`,
    "Nennen Sie einen Zeitraum innerhalb der Datei.",
  ],
  no_incident_of: ({ kpi, incident }) => [
    incident === null ? `${kpi} hat keinen Vorfall zu erklären.` : `${kpi} hat keinen Vorfall ${incident}.`,
    "Nennen Sie stattdessen einen Zeitraum mit from und to.",
  ],
  label_count: ({ labels, points }, write) => [
    `Für ${write.count(points)} Punkte kamen ${write.count(labels)} Markierungen.`,
    "Geben Sie jedem Punkt der Reihe genau eine Markierung.",
  ],
  no_value_at: ({ line, time }, write) => [
    `Kein KPI hat ${line === null ? `am ${write.when(time ?? 0)}` : `in Zeile ${line}`} einen Wert.`,
    "Die erste Zeile einer Datei ist meist die Kopfzeile; Zeilen ohne brauchbares Datum bleiben weg.",
  ],
  no_room: ({ kpi, points, kinds }, write) => [
    `Die ${write.count(points)} Punkte von ${kpi} lassen keinen Platz für: ${kinds.map((kind) => injectionKinds[kind]).join(", ")}.`,
    "Nehmen Sie eine längere Datei.",
  ],
};
