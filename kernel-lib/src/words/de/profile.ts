import type { Catalogue } from "../catalogue.js";
import { rowsOf } from "../cycles.js";
import type { Writer } from "../writer.js";
import { warnings } from "./warnings.js";

const EVERY: Readonly<Record<string, string>> = {
  day: "jeden Tag",
  week: "jede Woche",
  month: "jeden Monat",
  year: "jedes Jahr",
};

const THE: Readonly<Record<string, string>> = {
  day: "den Tag",
  week: "die Woche",
  month: "den Monat",
  year: "das Jahr",
};

/** Was an einer Datei einen Blick wert ist. */
export const alerts: Catalogue["alerts"] = {
  warning: ({ warning }, write) =>
    (warnings[warning.code] as (facts: unknown, write: Writer) => string)(warning.facts, write),
  unsorted: () => "Die Zeilen stehen nicht in zeitlicher Reihenfolge; sie werden zuerst sortiert.",
  repeated: ({ rows }, write) =>
    `${write.counted(rows, "Zeile wiederholt", "Zeilen wiederholen")} einen Zeitpunkt, den es schon gibt.`,
  empty: ({ of }, write) => `${write.series(of)} hat gar keinen Wert.`,
  constant: ({ of, value }, write) => `${write.series(of)} ändert sich nie und ist immer ${write.number(value)}.`,
  missing: ({ of, share }, write) => `${write.series(of)} fehlt bei ${write.wholePercent(share)} der Werte.`,
  zeros: ({ of, share }, write) =>
    `${write.series(of)} ist bei ${write.wholePercent(share)} der Werte 0; Spitzen wirken dadurch größer, als sie sind.`,
  skewed: ({ of, skew }, write) =>
    `${write.series(of)} hat einige Werte weit ${skew > 0 ? "über" : "unter"} allen anderen (Schiefe ${write.number(skew)}).`,
  still: ({ of, value, points, more }, write) =>
    `${write.series(of)} steht ${write.count(points)} Werte lang auf ${write.number(value)}${more > 0 ? `, und noch ${write.count(more)}-mal für länger` : ""}.`,
  "level shift": ({ of, before, after, time, dated }, write) =>
    `${write.series(of)} geht um ${dated ? write.when(time) : `Zeile ${time + 1}`} von etwa ${write.number(before)} auf ${write.number(after)} und bleibt dort.`,
  "stands out": ({ of, stretches, time, dated }, write) =>
    `${write.series(of)} verlässt ${stretches === 1 ? "einmal" : `${write.count(stretches)}-mal`} das Übliche${stretches === 1 ? "," : ", am auffälligsten"} um ${dated ? write.when(time) : `Zeile ${write.count(time + 1)}`}; wie, sagt die Erkennung.`,
  "nearly the same": ({ kpis }, write) =>
    `${write.list(kpis)} sagen fast dasselbe (Korrelation über 0,98); einer davon genügt.`,
};

/** Die Zusammenfassung eines Profils. */
export const profile: Catalogue["profile"] = {
  size: ({ file, rows, kpis, key }, write) =>
    `${file} enthält ${write.counted(rows, "Zeile", "Zeilen")} mit ${write.counted(kpis, "KPI", "KPIs")}${key === null ? "" : ` in ${write.counted(key.series, "Reihe", "Reihen")}, eine je ${key.column}`}.`,
  time: ({ columns, first, last, order, duplicates, gapCount, gaps, cadence, regularity, scale }, write) => {
    if (!scale.dated) return "Es gibt kein Datum; die Nummer der Zeile steht für die Zeit.";
    if (!Number.isFinite(first)) return `Kein Zeitpunkt in ${columns.join(" + ")} war lesbar.`;
    const rate = cadence === null ? null : write.rate(cadence);
    const usual =
      rate === null
        ? ", in unregelmäßigen Abständen"
        : `, ein Wert ${rate}${regularity === 1 ? "" : ` (${write.wholePercent(regularity)} der Schritte genau so)`}`;
    const oddities = [
      ...(order === "ascending"
        ? []
        : [order === "descending" ? "die neuesten zuerst" : "nicht in zeitlicher Reihenfolge"]),
      ...(duplicates > 0 ? [`${write.counted(duplicates, "Zeitpunkt steht", "Zeitpunkte stehen")} mehrfach da`] : []),
      ...(gapCount > 0
        ? [
            `${write.counted(gapCount, "Lücke", "Lücken")}, die längste mit ${write.counted(gaps[0].missing, "Wert", "Werten")} nach ${write.moment(gaps[0].from, scale)}`,
          ]
        : []),
    ];
    const rest = oddities.length > 0 ? `; ${oddities.join("; ")}` : ", ohne Lücken und Wiederholungen";
    return `Die Werte reichen ${write.span(first, last, scale)}${usual}${rest}.`;
  },
  seasons: ({ labels, contained }, write) =>
    labels.length === 0
      ? "Kein wiederkehrendes Muster gefunden."
      : `Wiederholt sich ${write.list(labels.map((label) => (rowsOf(label) === null ? (EVERY[label] ?? label) : `alle ${write.count(rowsOf(label)!)} Zeilen`)))}${contained.length > 0 ? ` (das schließt ${write.list(contained.map((label) => THE[label] ?? label))} ein)` : ""}.`,
  alerts: ({ count }, write) =>
    count === 0
      ? "Zeilen und Spalten sind in Ordnung; welche Werte nicht normal sind, sagt die Erkennung."
      : `${count === 1 ? "Eine Sache ist" : `${write.count(count)} Dinge sind`} einen Blick wert.`,
};
