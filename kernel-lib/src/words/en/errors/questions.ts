import type { QuestionProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import { injectionKinds } from "../injection-kinds.js";

/** Questions that a result cannot answer. */
export const questions: ErrorSentencesOf<QuestionProblems> = {
  no_series: ({ kpi, key, names }) => [
    `There is no series "${[kpi, key].filter((part) => part !== null).join(", ")}" in this result; it has ${names.length > 0 ? names.join("; ") : "none"}.`,
    "Name a kpi, and a series where the file has a key column, as they stand in the file.",
  ],
  no_series_of: ({ kpi, key }) => [
    `The result has no series${kpi === null ? "" : ` of ${kpi}`}${key === null ? "" : ` of ${key}`}.`,
    "Name a KPI that was analysed.",
  ],
  no_shared_incident: ({ rank, count }) => [
    count === 0
      ? "No moment of this result is an incident of two or more series."
      : `There is no shared incident ${rank}; there are ${count}.`,
    "Shared incidents are numbered from 1, worst first.",
  ],
  detector_did_not_run: ({ detector, ran }, write) => [
    `No detector ${write.quoted(detector)} ran on this series.`,
    `Those that ran are ${ran.join(", ")}.`,
  ],
  no_detector: ({ detector, known }, write) => [
    `There is no detector ${write.quoted(detector)}.`,
    `Known are ${known.join(", ")}.`,
  ],
  no_numeric_param: ({ detector, option, known }, write) => [
    `${detector} has no option ${write.quoted(option)} that is a number.`,
    known.length > 0 ? `It has ${known.join(", ")}.` : "It has no option that is a number.",
  ],
  nothing_to_compare: () => [
    "This result holds no series, so there are no detectors to compare.",
    "Run the detection on a file with at least one column of numbers.",
  ],
  backtest_options: ({ looks, warmUp }) => [
    `A backtest needs at least one look and a warm-up from 0 to below 1, not ${looks} and ${warmUp}.`,
    "For example 20 looks after a warm-up of 0.5.",
  ],
  backtest_rows: ({ rows, needed }) => [
    `A backtest needs at least ${needed} records with a readable time; there are ${rows}.`,
    "Use a longer file.",
  ],
  no_incident_ranked: ({ rank }) => [
    rank === 1 ? "No incident was found, so there is nothing to explain." : `There is no incident of rank ${rank}.`,
    "kpi-anomaly detect lists the incidents.",
  ],
  no_segments: () => [
    "This result has no segments, so there is nothing to attribute an incident to.",
    "Name the columns to split by with --segments or segments(table, [column]).",
  ],
  no_total: ({ kpi }, write) => [
    `There is no total of ${write.quoted(kpi)} in this result.`,
    "Name a KPI as it stands in the file.",
  ],
  no_segment: ({ segment }, write) => [
    `There is no segment ${write.quoted(segment)} in this result.`,
    "Name a segment as the result lists it.",
  ],
  nothing_in_stretch: ({ kpi }) => [`${kpi} has no point in that stretch of time.`, "Name a stretch within the file."],
  no_incident_of: ({ kpi, incident }) => [
    incident === null ? `${kpi} has no incident to explain.` : `${kpi} has no incident ${incident}.`,
    "Name a stretch of time with from and to instead.",
  ],
  label_count: ({ labels, points }, write) => [
    `${write.count(labels)} labels came for ${write.count(points)} points.`,
    "Give one label for each point of the series.",
  ],
  no_value_at: ({ line, time }, write) => [
    `No KPI has a value ${line === null ? `at ${write.when(time ?? 0)}` : `in line ${line}`}.`,
    "The first line of a file is mostly its header; rows without a usable date are left out.",
  ],
  no_room: ({ kpi, points, kinds }, write) => [
    `The ${write.count(points)} points of ${kpi} leave no room to plant ${kinds.map((kind) => `a ${injectionKinds[kind]}`).join(", ")}.`,
    "Use a longer file.",
  ],
};
