import type { ToldScore } from "../catalogue.js";
import type { Writer } from "../writer.js";

export const RULES = {
  only_rises: "only rises count for this KPI",
  only_falls: "only falls count for this KPI",
  least_effect: "it is smaller than the least effect that counts",
  least_share: "it is smaller than the least percentage that counts",
  least_length: "it is shorter than the least length that counts",
} as const;

export function far({ deviations, score, threshold }: ToldScore, write: Writer): string {
  const away = Number.isNaN(deviations)
    ? "Nothing to compare it with"
    : `${write.number(Number(deviations.toFixed(1)))} times the usual deviation from expected`;
  return `${away}; its score is ${write.number(Number(score.toFixed(2)))}, ${write.number(Number(threshold.toFixed(2)))} is needed`;
}
