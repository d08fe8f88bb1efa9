import type { Catalogue, ToldScore } from "../catalogue.js";
import type { Writer } from "../writer.js";

const RULES = {
  only_rises: "bei diesem KPI zählen nur Anstiege",
  only_falls: "bei diesem KPI zählen nur Rückgänge",
  least_effect: "das ist weniger als der kleinste Betrag, der zählt",
  least_share: "das ist weniger als der kleinste Prozentsatz, der zählt",
  least_length: "das ist kürzer als die kleinste Dauer, die zählt",
} as const;

/** Warum ein Wert auffällt oder nicht. */
export const why: Catalogue["why"] = {
  incident: ({ rank }) => `Teil von Vorfall ${rank}.`,
  missing: () => "Der Wert fehlt.",
  "known event": () => "Ein bekanntes Ereignis erklärt ihn.",
  "not judged": () => "Nicht beurteilt: Über das Übliche ist dort nichts bekannt.",
  "below threshold": (score, write) => `${far(score, write)}.`,
  silenced: ({ rule, ...score }, write) => `${far(score, write)}, aber ${RULES[rule]}.`,
  "beside incident": (score, write) =>
    `${far(score, write)}, aber der Vorfall daneben sagt schon, was dort nicht stimmt.`,
  "too short": () => "Die Reihe ist zu kurz oder immer gleich: Darüber lässt sich nichts sagen.",
  "no features": () => "Nicht beurteilt: Den ersten Werten fehlen frühere zum Vergleich.",
  "silenced by rule": () => "Eine Regel der Konfiguration lässt ihn aus.",
  votes: ({ votes, needed }, write) =>
    `${votes === 0 ? "Kein Detektor schlägt" : write.counted(votes, "Detektor schlägt", "Detektoren schlagen")} an; nötig sind ${needed}.`,
};

function far({ deviations, score, threshold }: ToldScore, write: Writer): string {
  const away = Number.isNaN(deviations)
    ? "Es gibt nichts zum Vergleichen"
    : `Um das ${write.number(Number(deviations.toFixed(1)))}-Fache der üblichen Abweichung entfernt vom Erwarteten`;
  return `${away}; der Score ist ${write.number(Number(score.toFixed(2)))}, nötig ist ${write.number(Number(threshold.toFixed(2)))}`;
}

/** Ein Wert, was dort üblich ist, und warum er auffällt oder nicht. */
export const whyAt: Catalogue["whyAt"] = (point, write) => {
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
};
