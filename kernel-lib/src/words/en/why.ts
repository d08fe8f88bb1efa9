import type { Catalogue, ToldScore } from "../catalogue.js";
import type { Writer } from "../writer.js";

const RULES = {
  only_rises: "only rises count for this KPI",
  only_falls: "only falls count for this KPI",
  least_effect: "it is smaller than the least effect that counts",
  least_share: "it is smaller than the least percentage that counts",
  least_length: "it is shorter than the least length that counts",
} as const;

/** Why a point is flagged or not. */
export const why: Catalogue["why"] = {
  incident: ({ rank }) => `Part of incident ${rank}.`,
  missing: () => "The value is missing.",
  "known event": () => "A known event covers it.",
  "not judged": () => "Not judged: nothing is known of what is usual there.",
  "below threshold": (score, write) => `${far(score, write)}.`,
  silenced: ({ rule, ...score }, write) => `${far(score, write)}, but ${RULES[rule]}.`,
  "beside incident": (score, write) => `${far(score, write)}, but the incident beside it tells what is wrong there.`,
  "too short": () => "The series is too short, or always the same: nothing can be said.",
  "no features": () => "Not judged: the first points lack the earlier values to compare with.",
  "silenced by rule": () => "A rule of the configuration leaves it out.",
  votes: ({ votes, needed }, write) =>
    `${votes === 0 ? "No detector flags" : write.counted(votes, "detector flags", "detectors flag")} it; ${needed} must agree.`,
};

function far({ deviations, score, threshold }: ToldScore, write: Writer): string {
  const away = Number.isNaN(deviations)
    ? "Nothing to compare it with"
    : `${write.number(Number(deviations.toFixed(1)))} times the usual deviation from expected`;
  return `${away}; its score is ${write.number(Number(score.toFixed(2)))}, ${write.number(Number(threshold.toFixed(2)))} is needed`;
}

/** A point, what is usual there, and why it is flagged or not. */
export const whyAt: Catalogue["whyAt"] = (point, write) => {
  const { line, time, value, expected, lower, upper, flagged, decimals, neededSensitivity, because } = point;
  const amount = (each: number): string => write.amount(each, Math.max(decimals, 1));
  const usual = Number.isNaN(expected)
    ? ""
    : `, expected ${write.about(expected, value, decimals)}${Number.isNaN(lower) ? "" : ` (usually ${amount(lower)} to ${amount(upper)})`}`;
  const needed = flagged || Number.isNaN(neededSensitivity) ? "" : ` Sensitivity ${neededSensitivity} would flag it.`;
  const where = `${write.series(point)}, line ${line}${time === null ? "" : `, ${write.when(time)}`}`;
  const shown = Number.isNaN(value) ? "no value" : write.amount(value, decimals);
  return `${where}: ${shown}${usual}. ${flagged ? "Flagged" : "Not flagged"}: ${because}${needed}`;
};
