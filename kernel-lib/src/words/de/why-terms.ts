import type { ToldScore } from "../catalogue.js";
import type { Writer } from "../writer.js";

export const RULES = {
  only_rises: "bei diesem KPI zählen nur Anstiege",
  only_falls: "bei diesem KPI zählen nur Rückgänge",
  least_effect: "das ist weniger als der kleinste Betrag, der zählt",
  least_share: "das ist weniger als der kleinste Prozentsatz, der zählt",
  least_length: "das ist kürzer als die kleinste Dauer, die zählt",
} as const;

export function far({ deviations, score, threshold }: ToldScore, write: Writer): string {
  const away = Number.isNaN(deviations)
    ? "Es gibt nichts zum Vergleichen"
    : `Um das ${write.number(Number(deviations.toFixed(1)))}-Fache der üblichen Abweichung entfernt vom Erwarteten`;
  return `${away}; der Score ist ${write.number(Number(score.toFixed(2)))}, nötig ist ${write.number(Number(threshold.toFixed(2)))}`;
}
