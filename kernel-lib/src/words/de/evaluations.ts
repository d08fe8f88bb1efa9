import { injectionKinds } from "./injection-kinds.js";
import type { FlaggedBy } from "../../evaluate/comparison/agreement.js";
import type { KnownWhen, SeriesBacktest } from "../../evaluate/backtest/series-backtest.js";
import type { Contribution, Contributions } from "../../evaluate/drivers/contributions.js";
import type { DetectorSuggestion } from "../../evaluate/suggest.js";
import type { EvaluationWords } from "../analyses/evaluations.js";
import { isPercentTelling } from "../../decide/incident/explain.js";
import { median } from "../../numeric/statistics.js";
import { fewestCauses, MOST_NAMED, pointsAgainst } from "../analyses/contribution-facts.js";
import type { MomentScale } from "../moments.js";
import type { Writer } from "../writer.js";
import { skips } from "../sentences/skips.js";
import { name } from "./names.js";

const hundredths = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace(".", ",");
const percent = (share: number, write: Writer): string => write.wholePercent(share);

const LEVELS = {
  agree: ["Die Detektoren zeigen meist auf dasselbe.", "Wie viele übereinstimmen müssen, ändert wenig."],
  mixed: ["Die Detektoren sind sich teilweise einig.", "Sehen Sie zuerst an, was mehreren auffällt."],
  "near noise": [
    "Jeder Detektor zeigt auf etwas anderes.",
    "Das ist üblich, wo sie auf Verschiedenes achten, etwa auf Sprünge, langsame Verschiebungen und gestörte Muster: Keiner allein sagt alles.",
  ],
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function countedText({ any, all, one }: FlaggedBy): string {
  if (any === 1)
    return `den einen gemeldeten Wert melden ${all === 1 ? "alle" : one === 1 ? "nicht mehrere, sondern nur einer" : "mehrere"}`;
  const by = (count: number, whom: string): string =>
    `${count === 0 ? "keinen" : count === any ? "alle" : count} ${whom}`;
  return `von ${any} gemeldeten Werten melden ${by(all, "alle gemeinsam")} und ${by(one, "nur einer")}`;
}

const comparison: EvaluationWords["comparison"] = {
  caption: ({ judged, points, ...of }, write) =>
    `${write.series(of)}, ${write.count(judged)} von ${write.count(points)} Werten von allen beurteilt.`,
  verdict: (verdict) => {
    const { level, kappa, kappaAtEqualBudget, flagged, closest } = verdict;
    if (Number.isNaN(kappaAtEqualBudget))
      return {
        plain: ["Weniger als zwei Detektoren haben dieselben Werte beurteilt; es gibt nichts zu vergleichen."],
        measures: [],
      };
    const atEqual = `Wenn jeder gleich viele Werte meldet, ist das mittlere Kappa ihrer Paare (1 ist volle Übereinstimmung, 0 ist Zufall) ${hundredths(kappaAtEqualBudget)}.`;
    if (level === "nothing to compare" || closest === null)
      return {
        plain: [
          flagged.any === 0
            ? "Kein Detektor meldet einen Wert; es gibt keine Meldungen zu vergleichen."
            : "Jeder Detektor meldet jeden Wert; daraus lässt sich nichts ablesen.",
        ],
        measures: [atEqual],
      };
    const [head, advice] = LEVELS[level];
    const ordered = Number.isNaN(closest.correlation) ? "" : `, Rangkorrelation ${hundredths(closest.correlation)}`;
    return {
      plain: [head, `${capital(countedText(flagged))}.`, advice],
      measures: [
        `Das mittlere Kappa ihrer Paare (1 ist volle Übereinstimmung, 0 ist Zufall) ist ${hundredths(kappa)} bei eigenen Schwellen und ${hundredths(kappaAtEqualBudget)}, wenn jeder gleich viele Werte meldet.`,
        `Am nächsten sind sich ${name(closest.first)} und ${name(closest.second)} (Kappa ${hundredths(closest.kappa)}${ordered}).`,
      ],
    };
  },
  header: (budget) => [
    "Detektor",
    "gemeldet",
    "allein",
    "Überlappung",
    "Kappa",
    `Kappa bei je ${budget}`,
    "Rangkorrelation",
    "Sekunden",
  ],
  note: "Überlappung (Jaccard), Kappa und Rangkorrelation sind Mittel über die anderen Detektoren.",
  didNotRun: ({ title, why }) => `${name(title)} lief nicht: ${why}`,
  labelled: {
    caption: "Gegen die Markierungen, die besten zuerst.",
    header: [
      "Verfahren",
      "VUS-PR",
      "AUC-PR",
      "AUC-ROC",
      "gefundene Ereignisse",
      "richtige Alarme",
      "F1",
      "Fehlalarme je 1.000",
    ],
    note: "VUS-PR und AUC beurteilen die Scores, der Rest die gemeldeten Abschnitte an der Schwelle jedes Verfahrens.",
  },
};

const refitKinds: EvaluationWords["stability"]["kinds"] = {
  seeds: "anderer Startwert",
  blockDrop: "ein Zehntel fehlt",
  blockBootstrap: "Blöcke neu gezogen",
  noise: "etwas Rauschen",
  missingWeek: "eine Woche fehlt",
  rollingOrigin: "weniger Vergangenheit",
  featureAblation: "ein Merkmal weniger",
};

const stability: EvaluationWords["stability"] = {
  series: ({ anomalies, detectors, decision, ...of }, refits, write) => {
    const confidences = anomalies.map(({ confidence }) => confidence);
    const found = `${write.series(of)}: ${steadiness(confidences, decision.overlap, refits, write)}`;
    const ranked = detectors.filter(({ overlap }) => !Number.isNaN(overlap)).sort((a, b) => b.overlap - a.overlap);
    if (ranked.length < 2) return [found];
    const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
    const why = worst.weakest === null ? "" : `; am meisten ändert ihn: ${refitKinds[worst.weakest]}`;
    return [
      found,
      `${name(best.title)} ist ${stability.grades[best.grade]} (Überlappung ${percent(best.overlap, write)}), ${name(worst.title)} ${stability.grades[worst.grade]} (${percent(worst.overlap, write)})${why}.`,
    ];
  },
  noRefits: "Es wurde nicht wiederholt; über die Stabilität ist nichts bekannt.",
  header: { kpi: "KPI", detector: "Detektor", grade: "Note", overlap: "Überlappung" },
  decision: "Entscheidung",
  grades: {
    steady: "stabil",
    "fairly steady": "ziemlich stabil",
    shaky: "wacklig",
    unstable: "instabil",
    silent: "stumm",
  },
  kinds: refitKinds,
  note: "Überlappung: wie viel von dem, was im Lauf oder in der Wiederholung gemeldet ist, in beiden gemeldet ist (Jaccard), im Mittel der Wiederholungen.",
};

function steadiness(confidences: readonly number[], overlap: number, refits: number, write: Writer): string {
  if (confidences.length === 0)
    return Number.isNaN(overlap)
      ? `nichts gefunden, auch ${refits === 1 ? "nicht in der einen Wiederholung" : `in keiner von ${refits} Wiederholungen`}.`
      : `nichts gefunden, wohl aber ${refits === 1 ? "in der einen Wiederholung" : `in einigen von ${refits} Wiederholungen`}.`;
  if (confidences.length === 1)
    return `die eine Anomalie besteht in ${percent(confidences[0], write)} von ${write.counted(refits, "Wiederholung", "Wiederholungen")}.`;
  const sure = confidences.filter((confidence) => confidence >= 0.9).length;
  const doubtful = confidences.filter((confidence) => confidence < 0.5).length;
  return `von ${confidences.length} Anomalien ${sure === 1 ? "besteht" : "bestehen"} ${sure} in mindestens ${write.percent(90)} von ${write.counted(refits, "Wiederholung", "Wiederholungen")} und ${doubtful} in weniger als der Hälfte.`;
}

const backtest: EvaluationWords["backtest"] = {
  series: (each, { looks, cadence }, write) => {
    const dated = cadence !== "";
    const apart = looks.slice(1).map((look, i) => look - looks[i]);
    const times =
      looks.length === 1
        ? "einem Zeitpunkt nur mit der Vergangenheit"
        : `${looks.length} Zeitpunkten nur mit der Vergangenheit, im Abstand von ${backtest.duration(median(Float64Array.from(apart)), dated, write)},`;
    return `${write.series(each)}, an ${times} betrachtet: ${noticedText(each, dated, write)}; ${raisedText(each, dated, write)}.`;
  },
  header: ["KPI", "Rang", "begann", "bemerkt", "Verzug in Zeilen"],
  never: "nie",
  delay: ({ delay, delayRows, unknownRows }, dated, write) =>
    `${delayRows}${dated ? ` (${backtest.duration(delay, dated, write)})` : ""}, mehr als ${unknownRows}`,
  duration: (length, dated, write) => {
    if (!dated) return write.counted(Math.round(length), "Zeile", "Zeilen");
    const hours = length / 3_600_000;
    if (hours < 1) return write.counted(Math.round(hours * 60), "Minute", "Minuten");
    return hours < 72
      ? write.counted(Math.round(hours), "Stunde", "Stunden")
      : write.counted(Math.round(hours / 24), "Tag", "Tagen");
  },
};

function noticedText({ events }: SeriesBacktest, dated: boolean, write: Writer): string {
  const known = events.filter(({ knownAt }) => !Number.isNaN(knownAt)).sort((a, b) => a.delay - b.delay);
  if (events.length === 0) return "im Rückblick gibt es im beobachteten Zeitraum keine Anomalie";
  if (events.length === 1)
    return known.length === 0
      ? "die eine Anomalie des Rückblicks wäre nicht bemerkt worden"
      : `die eine Anomalie des Rückblicks wäre ${afterText(known[0], dated, write)} bemerkt worden`;
  const half =
    known.length === 0
      ? ""
      : `, die Hälfte davon ${afterText(known[Math.floor((known.length - 1) / 2)], dated, write)}`;
  return `${known.length === 0 ? "keine" : known.length} von ${events.length} Anomalien des Rückblicks wären bemerkt worden${half}`;
}

/** Wie lange nach dem Beginn; der Blick davor kam vielleicht nur wenig zu früh. */
function afterText({ delay, delayRows }: KnownWhen, dated: boolean, write: Writer): string {
  if (delayRows === 0) return "mit der ersten Zeile";
  const time = dated ? ` (${backtest.duration(delay, dated, write)})` : "";
  return `höchstens ${write.counted(delayRows, "Zeile", "Zeilen")}${time} nach dem Beginn`;
}

function raisedText({ alarms, alarmsPerMonth }: SeriesBacktest, dated: boolean, write: Writer): string {
  const confirmed = alarms.filter((alarm) => alarm.confirmed).length;
  if (alarms.length === 0) return "es hätte keinen Alarm gegeben";
  if (alarms.length === 1)
    return `es hätte 1 Alarm gegeben, den der Rückblick ${confirmed === 1 ? "bestätigt" : "nicht bestätigt"}`;
  const often = Number.isNaN(alarmsPerMonth)
    ? ""
    : `, ${write.number(Number(alarmsPerMonth.toFixed(1)))} ${dated ? "im Monat" : "je 1.000 Zeilen"}`;
  const share = confirmed === 0 ? "keinen" : confirmed === alarms.length ? "alle" : write.count(confirmed);
  return `es hätte ${write.count(alarms.length)} Alarme gegeben${often}; davon bestätigt der Rückblick ${share}`;
}

const injection: EvaluationWords["injection"] = {
  text: ({ kpi, decision, kinds, detectors, leftOut }, write) => {
    const list = (of: readonly { title: string; share: number }[]): string =>
      of.map(({ title, share }) => `${title} ${percent(share, write)}`).join(", ");
    const ranked =
      detectors.length > 1
        ? ` Je Detektor: ${list(detectors.map(({ title, share }) => ({ title: name(title), share })))}.`
        : "";
    const room =
      leftOut.length > 0 ? ` Kein Platz darin für: ${leftOut.map((kind) => injectionKinds[kind]).join(", ")}.` : "";
    return `Von dem, was in ${kpi} eingepflanzt wurde, findet die Entscheidung ${percent(decision, write)}: ${list(kinds.map(({ kind, share }) => ({ title: injectionKinds[kind], share })))}.${ranked}${room}`;
  },
  kinds: injectionKinds,
  planted: "eingepflanzt",
  decision: "Entscheidung",
  caught: ({ caught, planted }) => `${caught} von ${planted}`,
  note: ({ spread, length }, write) =>
    `Größen in robusten Standardabweichungen des KPI (${write.number(spread)}); dauernde Ereignisse dauern ${write.counted(length, "Wert", "Werte")}.`,
};

const sweep: EvaluationWords["sweep"] = {
  text: ({ title, option, current, points, plateau }) => {
    const counts = points.map(({ flagged }) => flagged);
    const [first, last] = [points[0].value, points[points.length - 1].value];
    if (Math.max(...counts) === 0)
      return `${name(title)} meldet nichts, wo immer ${option} zwischen ${first} und ${last} liegt.`;
    const range = `${name(title)} meldet zwischen ${Math.min(...counts)} und ${Math.max(...counts)} Werten, wenn ${option} von ${first} bis ${last} geht`;
    if (!plateau)
      return `${range}; mit jedem Schritt ändert sich, was gemeldet wird, die Wahl von ${option} zählt also.`;
    const inside = current >= plateau[0] && current <= plateau[1];
    return `${range}; von ${plateau[0]} bis ${plateau[1]} ändert sich kaum etwas, und der jetzige Wert ${current} liegt ${inside ? "in" : "außerhalb von"} diesem Bereich.`;
  },
  header: ["gemeldet", "Überlappung mit jetzt", "Überlappung mit dem Wert davor"],
};

function contributions(found: Contributions, scale: MomentScale, write: Writer): string[] {
  const { kpi, from, to, deviation, actual, expected, keys, segments, overlaps } = found;
  const far = relative(actual, expected, write);
  const name = (one: Contribution): string =>
    /^[\d.]+$/.test(one.segment) ? `${keys.join(" ")} ${one.segment}` : one.segment;
  const against = pointsAgainst(found).slice(0, MOST_NAMED);
  return [
    `${kpi}, ${write.span(from, to, scale)}: ${write.number(Math.abs(deviation))} ${deviation < 0 ? "unter" : "über"} dem Erwarteten${far === null ? "" : ` (${far})`}.`,
    causesText(segments, name, write),
    ...(against.length > 0
      ? [
          `${write.list(against.map((one) => `${name(one)} (${one.deviation > 0 ? "+" : "-"}${write.number(Math.abs(one.deviation))})`))} ${against.length > 1 ? "bewegten" : "bewegte"} sich entgegengesetzt und ${against.length > 1 ? "verdecken" : "verdeckt"} einen Teil davon.`,
        ]
      : []),
    ...overlaps
      .slice(0, 2)
      .map(
        ({ first, second, share }) =>
          `${first.key} ${first.value} und ${second.key} ${second.value} sind weitgehend eine Ursache: ${percent(share, write)} der kleineren liegt in beiden.`,
      ),
  ];
}

function causesText(segments: readonly Contribution[], name: (one: Contribution) => string, write: Writer): string {
  const size = ({ deviation, actual, expected }: Contribution): string => {
    const own = relative(actual, expected, write);
    return `${write.number(Math.abs(deviation))} ${deviation < 0 ? "weniger" : "mehr"}${own === null ? "" : `, ${own} für sich`}`;
  };
  const causes = segments.filter(({ cause }) => cause > 0);
  if (causes.length === 0) {
    const known = segments.filter(({ deviation }) => !Number.isNaN(deviation));
    if (known.length === 0) return "Kein Segment ist gut genug bekannt, um zu sagen, woher es kommt.";
    return `Kein Segment fällt aus seiner üblichen Schwankung: Es verteilt sich auf alle ${write.count(known.length)}, am meisten auf ${name(known[0])} (${size(known[0])}).`;
  }
  const few = causes.slice(0, fewestCauses(causes));
  const rest = causes.length - few.length;
  const explained = few.reduce((sum, { cause }) => sum + cause, 0);
  return `${write.list(few.map((one) => `${name(one)} (${size(one)})`))} ${few.length > 1 ? "erklären" : "erklärt"} ${percent(explained, write)} dessen, was auffällt${rest > 0 ? `; ${rest} ${rest === 1 ? "weiteres fällt" : "weitere fallen"} auf` : ""}.`;
}

/** In Prozent des Erwarteten; null, wo das in die Irre führt. */
function relative(actual: number, expected: number, write: Writer): string | null {
  return isPercentTelling(actual, expected) ? write.percent(100 * Math.abs(actual / expected - 1)) : null;
}

const suggestion: EvaluationWords["suggestion"] = {
  text: ({ detectors, consensus }, write) => {
    const names = detectors.filter(({ use }) => use).map(({ title }) => name(title));
    if (names.length === 0) return "Kein Detektor passt gut zu dieser Datei; sehen Sie zuerst das Profil an.";
    return `Verwenden Sie ${write.list(names)}${names.length === 1 ? "" : `; ${consensus} davon sollten übereinstimmen`}.`;
  },
  because: (because, write) => whySuggested(because, write),
  header: ["Detektor", "nutzen", "warum"],
  yes: "ja",
  no: "nein",
};

function whySuggested(because: DetectorSuggestion["because"], write: Writer): string {
  switch (because.kind) {
    case "judged nothing":
      return "Er konnte keinen Wert beurteilen.";
    case "flags nothing":
      return "Er meldet in dieser Datei nichts und kann einen Konsens nur verhindern.";
    case "flags too much":
      return `Er meldet ${percent(because.share, write)} aller Werte; das ist mehr, als jemand ansehen kann.`;
    case "unstable":
      return `Seine Meldungen überlappen bei Wiederholung nur zu ${percent(because.overlap, write)}.`;
    case "catches little":
      return `Er findet nur ${percent(because.share, write)} von dem, was in diese Datei eingepflanzt wird.`;
    case "twin":
      return `Er sagt dasselbe wie ${name(because.of)}; seine Stimme bringt nichts hinzu.`;
    case "skipped":
      return `Er lief nicht: ${(skips[because.reason.code].de as (facts: unknown, write: Writer) => string)(because.reason.facts, write)}`;
    case "fits": {
      const steady = because.steadiness;
      const parts = [
        ...(steady
          ? [`seine Meldungen sind ${stability.grades[steady.grade]} (${percent(steady.overlap, write)})`]
          : []),
        ...(because.caught === null
          ? []
          : [`er findet ${percent(because.caught, write)} von dem, was eingepflanzt wird`]),
      ];
      return parts.length === 0
        ? "Nichts spricht gegen ihn."
        : `${parts.join(" und ").replace(/^./u, (first) => first.toUpperCase())}.`;
    }
  }
}

/** Was über Auswertungen gesagt wird. */
export const evaluations: EvaluationWords = {
  comparison,
  stability,
  backtest,
  injection,
  sweep,
  contributions,
  suggestion,
};
