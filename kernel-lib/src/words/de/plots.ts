import type { PlotWords } from "../subjects/plot-words.js";
import { injectionKinds } from "./injection-kinds.js";

const labels: PlotWords["labels"] = {
  record: "Zeile",
  usualRange: "üblicher Bereich",
  expected: "erwartet",
  anomaly: "Anomalie",
  noValue: "kein Wert",
  nothing: "nichts",
  decision: "Entscheidung",
  threshold: "Schwelle",
  flagged: "auffällig",
  neither: "keiner von beiden",
  both: "beide",
  points: "Punkte",
  flaggedPoints: "auffällige Punkte",
  noFlaggedPoint: "Kein Detektor hält einen Punkt für auffällig.",
  values: "Werte",
  trend: "Trend",
  remainder: "Rest",
  refitShare: "Anteil der Wiederholungen",
  testedAnomaly: "Anomalie des geprüften Laufs",
  knownAnomaly: "Anomalie, bekannt",
  missedAnomaly: "Anomalie, verpasst",
  confirmedAlarm: "Alarm, bestätigt",
  withdrawnAlarm: "Alarm, zurückgenommen",
  hindsight: "im Rückblick",
  live: "damals",
  delay: "Verzug",
  beforeFirstLook: "Grau ist die Zeit vor dem ersten Blick.",
  pointsApart: "Abstand in Punkten",
  correlationApart: "Korrelation mit sich selbst, nach Abstand",
  distribution: "Verteilung der Werte, die mittlere Hälfte getönt",
  stepsAfterFirst: "Schritte nach dem ersten",
  began: "begann in diesem Vorfall",
  usuallyFollows: "folgt dem ersten sonst mit",
  overlap: "Überschneidung mit dem jetzigen Wert",
  overlapJaccard: "Überschneidung (Jaccard) mit den Punkten beim jetzigen Wert",
  byHour: "nach Stunde",
  byWeekday: "nach Wochentag",
  byMonth: "nach Monat",
  usualValues: "übliche Werte",
  median: "Median",
  changePoints: "Niveauwechsel: vorher und nachher",
  levels: "Niveau vorher und nachher",
  usualDeviations: "übliche Abweichung vom Erwarteten, nach oben oder unten",
  missingShare: "Anteil fehlender Werte: je dunkler, desto mehr",
  partialApart: "Korrelation mit sich selbst, ohne die Punkte dazwischen, nach Abstand",
  stationarity: "Gleitendes Niveau (Linie) neben dem Mittel aller Werte (gestrichelt)",
  mean: "Mittel",
  movingLevel: "gleitendes Niveau",
  noLevel: "über das Niveau lässt sich nichts sagen.",
  noDates: "kein Datum weicht jedes Jahr ab.",
  noPartial: "nicht bekannt.",
  noTest: "der Test sagt nichts über so wenige oder solche Werte.",
  noYears: "es gibt keine zwei Jahre zu vergleichen.",
  noKpi: "Es gibt keinen KPI.",
  jaccard: "Überschneidung auffälliger Punkte (Jaccard)",
  kappa: "Übereinstimmung über den Zufall hinaus (Cohens Kappa)",
  spearman: "Ähnlichkeit der Werte (Spearman)",
};

const anomalies = (count: number): string =>
  count === 0 ? "keine Anomalien" : `${count} ${count === 1 ? "Anomalie" : "Anomalien"}`;
const two = (value: number): string => value.toFixed(2).replace(".", ",");
const DIRECTIONS = { up: "nach oben", down: "nach unten", mixed: "in beide Richtungen" };
const chance = (p: number): string => (p <= 0.01 ? "p ≤ 0,01" : p >= 0.1 ? "p ≥ 0,1" : `p = ${two(p)}`);
const WEEKDAYS = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
const SEASONS: Readonly<Record<string, string>> = { day: "Tag", week: "Woche", month: "Monat", year: "Jahr" };
const seasonName = (label: string): string => SEASONS[label] ?? label;
const shownOf = (shown: number, of: number): string =>
  shown === of ? `${of} Reihen` : `Die ${shown} auffälligsten von ${of} Reihen`;

/** Titles, axes and sentences of figures. */
export const plots: PlotWords = {
  labels,
  told: {
    timeline: ({ series, incidents }) => `${series}: ${anomalies(incidents)}`,
    timelineTold: ({ series, points, incidents, span, worst }, write) => {
      const when = span === null ? "" : ` von ${span.from} bis ${span.to}`;
      const far = worst.map(({ moment, value }) => `${moment} (${value === null ? "kein Wert" : write.number(value)})`);
      return `${series}, ${write.count(points)} Punkte${when}: ${anomalies(incidents)}${far.length > 0 ? `, die schlimmste zuerst: ${far.join("; ")}` : ""}.`;
    },
    recordNumber: ({ record }) => `Zeile ${record}`,
    agreement: ({ series, measure, budget }) =>
      `${series}: ${labels[measure]}${budget === null ? "" : budget === "own" ? ", jeder mit eigener Schwelle" : `, je ${budget} Punkte`}`,
    agreementTold: ({ series, measure, pairs }) => {
      const pair = ({ names, value }: (typeof pairs)[number]): string => `${names.join(" und ")} (${two(value)})`;
      return `${series}, ${labels[measure]} je Paar von Detektoren.${pairs.length > 0 ? ` Am ähnlichsten: ${pair(pairs[0])}; am wenigsten: ${pair(pairs[pairs.length - 1])}.` : ""}`;
    },
    autocorrelationTold: ({ series, next, peak }) =>
      `${series}: Korrelation mit sich selbst ${next === null ? "nicht bekannt" : `von Punkt zu Punkt ${two(next)}`}${peak === null ? "" : `, am höchsten wieder nach ${peak.points} Punkten (${two(peak.value)})`}.`,
    backtest: ({ series }) => `${series}: was wann bekannt gewesen wäre`,
    contributions: ({ kpi }) => `${kpi}: Abweichung vom Erwarteten je Segment, rot, wo sie hervorsticht`,
    moreBars: ({ count }) => `${count} weitere`,
    decomposition: ({ series }) => `${series} in Teilen`,
    seasonPart: ({ labels: found }) =>
      found.length === 0 ? "Wiederholung (keine gefunden)" : `Wiederholung (${found.map(seasonName).join(" und ")})`,
    decompositionTold: ({ series, trend, seasons }, write) => {
      const slope =
        trend.direction === "none"
          ? "kaum einer"
          : `${DIRECTIONS[trend.direction]} um ${write.number(Math.abs(trend.change))}`;
      const found = seasons.map(({ label, strength }) => `${seasonName(label)}, Stärke ${two(strength)}`).join("; ");
      return `${series} als Summe aus Trend (${slope}), Wiederholungen (${found || "keine"}) und Rest.`;
    },
    detectorScores: ({ series }) => `${series}: Wert jedes Detektors und seine Schwelle`,
    detectorScoresTold: ({ series }) => `Werte der Detektoren für ${series}.`,
    detectorSkipped: ({ detector, reason }) => `${detector} lief nicht: ${reason}`,
    detectorFlags: ({ detector, flagged, points, threshold }, write) =>
      `${detector} hält ${write.count(flagged)} von ${write.count(points)} Punkten ab ${write.number(threshold)} für auffällig.`,
    distributionTold: ({ series, values }, write) =>
      values === null
        ? `${series} hat keine Werte.`
        : `${series}: die Hälfte der Werte liegt zwischen ${write.number(values.lower)} und ${write.number(values.upper)}, der Median ist ${write.number(values.median)}, die äußersten sind ${write.number(values.min)} und ${write.number(values.max)}.`,
    features: ({ kpi, shown, of }) => `${kpi}: ${shown < of ? `${shown} von ${of}` : of} Merkmale`,
    featuresTold: ({ kpi, names, without, points }, write) =>
      `Die ${names.length} Merkmale von ${kpi}: ${names.join(", ")}; ${write.count(without)} von ${write.count(points)} Punkten haben keine, weil Fenster und Verzüge eine Vergangenheit brauchen.`,
    injection: ({ series }) => `${series}: eingepflanzte Anomalien, die gefunden werden`,
    plantedKind: ({ kind }) => injectionKinds[kind],
    leadLag: ({ members, moment }) => `${members} Reihen am ${moment}: wer sich wann bewegte`,
    memberStarted: ({ direction, severity }) => `${DIRECTIONS[direction]}, Schwere ${severity}`,
    correlation: ({ value }) => `Korrelation ${two(value)}`,
    memberRelation: ({ name, first, related, correlation, lag }) => {
      if (!related) return `Dass ${name} ${first} folgt, ist nicht bekannt.`;
      const sure = `(Korrelation ${two(correlation)})`;
      if (lag === 0) return `${name} bewegt sich sonst mit ${first} ${sure}.`;
      return lag > 0
        ? `${name} folgt ${first} sonst um ${lag} Schritte ${sure}.`
        : `${name} geht ${first} sonst um ${-lag} Schritte voraus ${sure}.`;
    },
    profilePage: ({ file, shown, of }) => `${file}: ${shown === of ? "alle" : `${shown} von ${of}`} KPIs`,
    scaled: ({ series, logScale }) => `${series}${logScale ? " (logarithmisch)" : ""}`,
    sparkTold: ({ series, spark, min, max, logScale }, write) =>
      Number.isNaN(min)
        ? `${series} hat keine Werte.`
        : `${series} ${spark} von ${write.number(min)} bis ${write.number(max)}${logScale ? ", auf logarithmischer Achse" : ""}.`,
    fewerThanTwo: ({ series }) => `${series}: weniger als zwei Detektoren liefen`,
    scorePair: ({ series, first, second }) => `${series}: ${first} gegen ${second}`,
    scorePairTold: ({ series, first, second, correlation, both }, write) =>
      `${series}: die Rangkorrelation von ${first} und ${second} ist ${Number.isNaN(correlation) ? "nicht bestimmt" : two(correlation)}; ${write.count(both)} Punkte sind für beide auffällig.`,
    rankOf: ({ detector }) => `Rang bei ${detector}`,
    aloneOf: ({ detector }) => `nur ${detector}`,
    rankCorrelation: ({ value }) => `Rangkorrelation ${two(value)}`,
    seasons: ({ found }) => (found === 0 ? "Keine Wiederholung gefunden" : "Was jede Wiederholung beiträgt"),
    seasonExplains: ({ series, label, strength }, write) =>
      `${series}: ${seasonName(label)} erklärt ${write.wholePercent(strength)} der Schwankung um den Trend`,
    seasonTold: ({ series, label, strength, low, high }) =>
      `${series} wiederholt sich (${seasonName(label)}, Stärke ${two(strength)}): am niedrigsten ${low}, am höchsten ${high}.`,
    seasonPlace: ({ place, of }) => `Platz ${place} von ${of}`,
    weekday: ({ day }) => WEEKDAYS[day],
    smallMultiples: ({ shown, of }) => `${shownOf(shown, of)}, jede in ihrem eigenen Maßstab`,
    smallMultiplesTold: ({ shown, of, each }) =>
      `${shown} von ${of} Reihen als kleine Bilder, die auffälligsten zuerst: ${each.map(({ series, incidents }) => `${series} (${incidents === 0 ? "kein Vorfall" : `${incidents} ${incidents === 1 ? "Vorfall" : "Vorfälle"}`})`).join("; ")}.`,
    stability: ({ series }) =>
      `${series}: Anteil der Wiederholungen, denen ein Punkt auffällt; Überschneidung je Detektor`,
    surest: ({ share }, write) => `Die schlimmste Anomalie finden ${write.wholePercent(share)} der Wiederholungen.`,
    sweep: ({ kpi, detector, option }) => `${kpi}: ${detector}, wenn sich ${option} ändert`,
    swimLanes: ({ shown, of }) => `${shownOf(shown, of)} und ihre Vorfälle: blau über, orange unter dem Üblichen`,
    laneCell: ({ moment, severity, direction }) => `${moment}: Schwere ${severity}, ${DIRECTIONS[direction]}`,
    swimLanesTold: ({ shown, of, incidents, troubled, worst }) => {
      const few = worst.map((one) => `${one.series} (${one.incidents}, größte Schwere ${one.severity})`);
      return `${of} Reihen${shown < of ? `, ${shown} davon gezeichnet` : ""}: ${incidents} Vorfälle in ${troubled} davon${few.length > 0 ? `, die auffälligsten zuerst: ${few.join("; ")}` : ""}.`;
    },
    nothingSaid: ({ series, what }) => `${series}: ${what}`,
    calendarBoxes: ({ series, groups }) =>
      groups === 0
        ? `${series} hat zu wenige Werte für einen Kalender`
        : `${series}: Median, mittlere Hälfte, Spanne der üblichen Werte`,
    changesOf: ({ series, lasting, back, logScale }) =>
      `${series}: ${lasting} dauerhaft, ${back} wieder zurück${logScale ? " (logarithmisch)" : ""}`,
    correlationMatrix: ({ kpis }) =>
      kpis === 0 ? "Ein KPI allein hat keine Korrelation" : "Korrelation der KPIs (Pearson)",
    correlationsOf: ({ kpi }) => `Korrelationen von ${kpi} mit den anderen.`,
    onlyKpi: ({ kpi }) => `${kpi} ist der einzige KPI.`,
    dateEffects: ({ series, dates }) =>
      dates === 0
        ? `${series}: kein Datum weicht jedes Jahr ab`
        : `${series}: übliche Abweichungen an Tagen, die wiederkehren`,
    missingValues: ({ each }) =>
      `Fehlende Werte: ${each.map(({ kpi, missing, points }) => `${kpi} (${missing} von ${points})`).join(", ")}.`,
    kpss: ({ series, level, trend, wandering }) =>
      `${series}: KPSS um ein Niveau ${chance(level)}, um einen Trend ${chance(trend)}${wandering === null ? "" : `; ADF ${chance(wandering)}`}`,
    yearOverYear: ({ series, by }) =>
      by === null
        ? `${series} hat weniger als zwei Jahre`
        : `${series}: Mittel je ${by === "week" ? "Woche" : "Monat"}, Jahr über Jahr`,
    upset: ({ series }) => `${series}: auffällige Punkte je Kombination von Detektoren`,
    upsetTold: ({ series, sets, more }) => {
      if (sets.length === 0) return `${series}: kein Detektor hält einen Punkt für auffällig.`;
      const parts = sets.map(
        ({ points, detectors }) => `${points} ${detectors.length === 1 ? "nur von" : "von"} ${detectors.join(" und ")}`,
      );
      return `${series}, auffällige Punkte nach Detektoren: ${parts.join("; ")}${more > 0 ? `; und ${more} weitere Kombinationen` : ""}.`;
    },
  },
};
