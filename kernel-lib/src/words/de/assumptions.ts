import { periodPerAlarm } from "../analyses/period-per-alarm.js";
import type { AssumptionFacts, KpiName } from "../../assumption.js";
import type { AssumptionSentences } from "../catalogue.js";
import { rowsOf } from "../cycles.js";
import type { Writer } from "../writer.js";
import { skips } from "./skips.js";
import { warnings } from "./warnings.js";
import { name } from "./names.js";

const PER = { hour: "Stunde", day: "Tag", week: "Woche", month: "Monat" } as const;

/** One period of time, and several after "in". */
export const PERIODS = {
  day: ["Tag", "Tagen"],
  week: ["Woche", "Wochen"],
  month: ["Monat", "Monaten"],
  year: ["Jahr", "Jahren"],
} as const;

/** Was ein Lauf voraussetzt. */
export const assumptions: AssumptionSentences = {
  date: ({ columns, format }) =>
    columns.length === 0
      ? "Kein Datum: Die Nummer der Zeile steht für die Zeit."
      : `Datum: ${columns.join(" + ")} (${format}).`,
  kpis: ({ names }, write) => `${names.length === 1 ? "KPI" : "KPIs"}: ${commas(names, write)}.`,
  mostKpis: ({ there, analysed }, write) =>
    `Die Datei hat ${write.count(there)} KPIs; die ersten ${write.count(analysed)} werden untersucht.`,
  aggregate: ({ by }) =>
    by === null ? "Zeilen derselben Zeit sind zusammengefasst." : `Zeilen sind je ${PER[by]} zusammengefasst.`,
  segments: ({ keys, total }, write) =>
    `Jeder Wert von ${write.list(keys)} ist ein Segment, ${write.quoted(total)} ist das Ganze.`,
  key: ({ key }) => `Jeder Wert von ${key} ist eine eigene Reihe.`,
  cadence: ({ label, regularity }, write) => {
    const rate = write.rate(label);
    if (rate === null) return "Die Werte kommen in unregelmäßigen Abständen.";
    if (regularity === 1) return `Ein Wert ${rate}, ohne Ausnahme.`;
    return `Ein Wert ${rate}, mit Ausnahmen (${write.wholePercent(regularity)} der Schritte sind genau so lang).`;
  },
  seasons: (facts, write) => seasons(facts, write),
  mode: ({ mode, sensitivity, consensus }) =>
    mode === "auto"
      ? `Alle Detektoren entscheiden gemeinsam, bei Empfindlichkeit ${sensitivity} von 100.`
      : `Ein Wert ist eine Anomalie, wenn ${consensus === 1 ? "ein Detektor es sagt" : `${consensus} Detektoren übereinstimmen`}.`,
  falseAlarms: ({ expected, days, kpis }, write) => {
    const where = kpis > 1 ? "In jedem KPI, in dem nichts geschieht" : "In einem KPI, in dem nichts geschieht";
    const [length, unit] = periodPerAlarm(days / expected);
    if (days > 0 && expected < days)
      return `${where}, ist bei dieser Einstellung etwa ein Fehlalarm in ${write.counted(length, PERIODS[unit][0], PERIODS[unit][1])} zu erwarten.`;
    return `${where}, sind bei dieser Einstellung auf so viele Zeilen etwa ${write.number(expected)} Fehlalarme zu erwarten.`;
  },
  withoutVotes: ({ detectors }, write) =>
    `Nicht gelaufen, weil in diesem Modus ohne Einfluss: ${write.list(detectors.map(name))}.`,
  events: ({ events }, write) =>
    `${write.counted(events, "bekanntes Ereignis gilt", "bekannte Ereignisse gelten")} als erwartet und nie als Anomalie.`,
  holidays: ({ place, known }) =>
    known
      ? `Die Feiertage von ${place} gelten als erwartet und nie als Anomalie.`
      : `Wiederkehrende Tage heißen nach den Feiertagen von ${place}.`,
  baseline: () => "Was erwartet wird, stammt nur aus früheren Werten.",
  notJudged: ({ points }, write) =>
    `${write.counted(points, "Wert ist", "Werte sind")} nicht beurteilt: Sie fehlen oder liegen am Anfang der Reihe, wo es noch keine Vergangenheit gibt.`,
  skipped: ({ detectors, reason, on }, write) => {
    const where = on.length > 0 ? ` für ${commas(on.map(write.series), write)}` : "";
    const told = skips[reason.code] as (facts: unknown, write: Writer) => string;
    return `${commas(detectors.map(name), write)} ${detectors.length === 1 ? "lief" : "liefen"} nicht${where}: ${told(reason.facts, write)}`;
  },
  reading: ({ said }, write) => (warnings[said.code] as (facts: unknown, write: Writer) => string)(said.facts, write),
  engine: ({ missing }) => `${MISSING_ENGINE[missing]}; gerechnet wurde langsamer, mit denselben Ergebnissen.`,
  verdicts: ({ stretches }, write) =>
    `${write.counted(stretches, "Abschnitt ist", "Abschnitte sind")} als erwartet markiert und ${stretches === 1 ? "bleibt" : "bleiben"} außen vor.`,
  seed: ({ seed }) => `Zufallszahlen beginnen beim Startwert ${seed}.`,
};

const MISSING_ENGINE = {
  webAssembly: "Hier gibt es kein WebAssembly",
  features: "WebAssembly kann hier weder SIMD noch geteilten Speicher",
  permission: "WebAssembly ist hier nicht erlaubt",
  memory: "Der Speicher reichte nicht für WebAssembly",
} as const;

function commas(names: readonly string[], write: Writer): string {
  return names.length > 10 ? write.list(names) : names.join(", ");
}

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

function seasons({ byHand, found, refused }: AssumptionFacts["seasons"], write: Writer): string {
  const one = (label: string): string => {
    const rows = rowsOf(label);
    return rows === null ? (EVERY[label] ?? label) : `alle ${write.count(rows)} Zeilen`;
  };
  const every = (labels: readonly string[]): string => write.list(labels.map(one));
  const several = found.length > 1;
  const of = (names: readonly KpiName[]): string => (several ? ` bei ${write.list(names.map(write.series))}` : "");
  const within = (labels: readonly string[]): string =>
    labels.length > 0 ? ` (das schließt ${write.list(labels.map((label) => THE[label] ?? label))} ein)` : "";
  const told = found.map(({ periods, contained, of: names }) =>
    periods.length === 0
      ? `kein wiederkehrendes Muster${of(names)}`
      : `${several ? "wiederholt sich " : ""}${every(periods)}${within(contained)}${of(names)}`,
  );
  if (byHand !== null)
    return `Die Saison ist von Hand gesetzt: ${byHand.length === 0 ? "keine" : `${every(byHand)}; verwendet: ${told.join("; ")}`}.`;
  const none = refused.length > 0 ? `; nicht gefunden: ${every(refused)}` : "";
  if (several) return `${told.join("; ").replace(/^./u, (first) => first.toUpperCase())}${none}.`;
  if (found[0].periods.length > 0) return `Wiederholt sich ${told[0]}${none}.`;
  return `Kein wiederkehrendes Muster${refused.length > 0 ? `, gesucht: ${every(refused)}` : ""}.`;
}
