import type { InEveryLanguage } from "./in-every-language.js";
import type { PlotWords } from "../subjects/plot-words.js";
import { injectionKinds as englishInjectionKinds } from "../en/injection-kinds.js";
import { injectionKinds as germanInjectionKinds } from "../de/injection-kinds.js";
import { plotLabels } from "./plot-labels.js";
import * as english from "../en/plot-terms.js";
import * as german from "../de/plot-terms.js";

/** Titles, axes and sentences of figures. */
export const plots: InEveryLanguage<PlotWords["told"]> = {
  timeline: {
    en: ({ series, incidents }) => `${series}: ${english.anomalies(incidents)}`,
    de: ({ series, incidents }) => `${series}: ${german.anomalies(incidents)}`,
  },
  timelineTold: {
    en: ({ series, points, incidents, span, worst }, write) => {
      const when = span === null ? "" : ` from ${span.from} to ${span.to}`;
      const far = worst.map(({ moment, value }) => `${moment} (${value === null ? "no value" : write.number(value)})`);
      return `${series}, ${write.count(points)} points${when}: ${english.anomalies(incidents)}${far.length > 0 ? `, worst first: ${far.join("; ")}` : ""}.`;
    },
    de: ({ series, points, incidents, span, worst }, write) => {
      const when = span === null ? "" : ` von ${span.from} bis ${span.to}`;
      const far = worst.map(({ moment, value }) => `${moment} (${value === null ? "kein Wert" : write.number(value)})`);
      return `${series}, ${write.count(points)} Punkte${when}: ${german.anomalies(incidents)}${far.length > 0 ? `, die schlimmste zuerst: ${far.join("; ")}` : ""}.`;
    },
  },
  recordNumber: { en: ({ record }) => `record ${record}`, de: ({ record }) => `Zeile ${record}` },
  agreement: {
    en: ({ series, measure, budget }) =>
      `${series}: ${plotLabels[measure].en}${budget === null ? "" : budget === "own" ? ", each at its own threshold" : `, ${budget} points each`}`,
    de: ({ series, measure, budget }) =>
      `${series}: ${plotLabels[measure].de}${budget === null ? "" : budget === "own" ? ", jeder mit eigener Schwelle" : `, je ${budget} Punkte`}`,
  },
  agreementTold: {
    en: ({ series, measure, pairs }) => {
      const pair = ({ names, value }: (typeof pairs)[number]): string => `${names.join(" and ")} (${value.toFixed(2)})`;
      return `${series}, ${plotLabels[measure].en} of each pair of detectors.${pairs.length > 0 ? ` Most alike: ${pair(pairs[0])}; least alike: ${pair(pairs[pairs.length - 1])}.` : ""}`;
    },
    de: ({ series, measure, pairs }) => {
      const pair = ({ names, value }: (typeof pairs)[number]): string =>
        `${names.join(" und ")} (${german.two(value)})`;
      return `${series}, ${plotLabels[measure].de} je Paar von Detektoren.${pairs.length > 0 ? ` Am ähnlichsten: ${pair(pairs[0])}; am wenigsten: ${pair(pairs[pairs.length - 1])}.` : ""}`;
    },
  },
  autocorrelationTold: {
    en: ({ series, next, peak }) =>
      `${series}: correlation with itself ${next === null ? "not known" : `from one point to the next ${next.toFixed(2)}`}${peak === null ? "" : `, highest again after ${peak.points} points (${peak.value.toFixed(2)})`}.`,
    de: ({ series, next, peak }) =>
      `${series}: Korrelation mit sich selbst ${next === null ? "nicht bekannt" : `von Punkt zu Punkt ${german.two(next)}`}${peak === null ? "" : `, am höchsten wieder nach ${peak.points} Punkten (${german.two(peak.value)})`}.`,
  },
  backtest: {
    en: ({ series }) => `${series}: what would have been known, and when`,
    de: ({ series }) => `${series}: was wann bekannt gewesen wäre`,
  },
  contributions: {
    en: ({ kpi }) => `${kpi}: actual less expected of each segment, red where it stands out`,
    de: ({ kpi }) => `${kpi}: Abweichung vom Erwarteten je Segment, rot, wo sie hervorsticht`,
  },
  moreBars: { en: ({ count }) => `${count} more`, de: ({ count }) => `${count} weitere` },
  decomposition: { en: ({ series }) => `${series} taken apart`, de: ({ series }) => `${series} in Teilen` },
  seasonPart: {
    en: ({ labels: found }) => (found.length === 0 ? "season (none found)" : `season (${found.join(" and ")})`),
    de: ({ labels: found }) =>
      found.length === 0
        ? "Wiederholung (keine gefunden)"
        : `Wiederholung (${found.map(german.seasonName).join(" und ")})`,
  },
  decompositionTold: {
    en: ({ series, trend, seasons }, write) => {
      const slope =
        trend.direction === "none"
          ? "none to speak of"
          : `${trend.direction} by ${write.number(Math.abs(trend.change))}`;
      const found = seasons.map(({ label, strength }) => `${label}, strength ${strength.toFixed(2)}`).join("; ");
      return `${series} as the sum of its trend (${slope}), its seasons (${found || "none"}) and a remainder.`;
    },
    de: ({ series, trend, seasons }, write) => {
      const slope =
        trend.direction === "none"
          ? "kaum einer"
          : `${german.DIRECTIONS[trend.direction]} um ${write.number(Math.abs(trend.change))}`;
      const found = seasons
        .map(({ label, strength }) => `${german.seasonName(label)}, Stärke ${german.two(strength)}`)
        .join("; ");
      return `${series} als Summe aus Trend (${slope}), Wiederholungen (${found || "keine"}) und Rest.`;
    },
  },
  detectorScores: {
    en: ({ series }) => `${series}: score of each detector and its threshold`,
    de: ({ series }) => `${series}: Wert jedes Detektors und seine Schwelle`,
  },
  detectorScoresTold: {
    en: ({ series }) => `Scores for ${series}.`,
    de: ({ series }) => `Werte der Detektoren für ${series}.`,
  },
  detectorSkipped: {
    en: ({ detector, reason }) => `${detector} did not run: ${reason}`,
    de: ({ detector, reason }) => `${detector} lief nicht: ${reason}`,
  },
  detectorFlags: {
    en: ({ detector, flagged, points, threshold }, write) =>
      `${detector} flags ${write.count(flagged)} of ${write.count(points)} points from ${write.number(threshold)} on.`,
    de: ({ detector, flagged, points, threshold }, write) =>
      `${detector} hält ${write.count(flagged)} von ${write.count(points)} Punkten ab ${write.number(threshold)} für auffällig.`,
  },
  distributionTold: {
    en: ({ series, values }, write) =>
      values === null
        ? `${series} has no values.`
        : `${series}: half of the values lie between ${write.number(values.lower)} and ${write.number(values.upper)}, the median is ${write.number(values.median)}, the extremes are ${write.number(values.min)} and ${write.number(values.max)}.`,
    de: ({ series, values }, write) =>
      values === null
        ? `${series} hat keine Werte.`
        : `${series}: die Hälfte der Werte liegt zwischen ${write.number(values.lower)} und ${write.number(values.upper)}, der Median ist ${write.number(values.median)}, die äußersten sind ${write.number(values.min)} und ${write.number(values.max)}.`,
  },
  features: {
    en: ({ kpi, shown, of }) => `${kpi}: ${shown < of ? `${shown} of ${of}` : of} features`,
    de: ({ kpi, shown, of }) => `${kpi}: ${shown < of ? `${shown} von ${of}` : of} Merkmale`,
  },
  featuresTold: {
    en: ({ kpi, names, without, points }, write) =>
      `The ${names.length} features of ${kpi}: ${names.join(", ")}; ${write.count(without)} of ${write.count(points)} points have none, as windows and lags need a past.`,
    de: ({ kpi, names, without, points }, write) =>
      `Die ${names.length} Merkmale von ${kpi}: ${names.join(", ")}; ${write.count(without)} von ${write.count(points)} Punkten haben keine, weil Fenster und Verzüge eine Vergangenheit brauchen.`,
  },
  injection: {
    en: ({ series }) => `${series}: planted anomalies that are caught`,
    de: ({ series }) => `${series}: eingepflanzte Anomalien, die gefunden werden`,
  },
  plantedKind: { en: ({ kind }) => englishInjectionKinds[kind], de: ({ kind }) => germanInjectionKinds[kind] },
  leadLag: {
    en: ({ members, moment }) => `${members} series at ${moment}: who moved when`,
    de: ({ members, moment }) => `${members} Reihen am ${moment}: wer sich wann bewegte`,
  },
  memberStarted: {
    en: ({ direction, severity }) => `${direction}, severity ${severity}`,
    de: ({ direction, severity }) => `${german.DIRECTIONS[direction]}, Schwere ${severity}`,
  },
  correlation: {
    en: ({ value }) => `correlation ${value.toFixed(2)}`,
    de: ({ value }) => `Korrelation ${german.two(value)}`,
  },
  memberRelation: {
    en: ({ name, first, related, correlation, lag }) => {
      if (!related) return `${name} is not known to follow ${first}.`;
      const sure = `(correlation ${correlation.toFixed(2)})`;
      if (lag === 0) return `${name} usually moves with ${first} ${sure}.`;
      return `${name} usually ${lag > 0 ? "follows" : "leads"} ${first} by ${Math.abs(lag)} steps ${sure}.`;
    },
    de: ({ name, first, related, correlation, lag }) => {
      if (!related) return `Dass ${name} ${first} folgt, ist nicht bekannt.`;
      const sure = `(Korrelation ${german.two(correlation)})`;
      if (lag === 0) return `${name} bewegt sich sonst mit ${first} ${sure}.`;
      return lag > 0
        ? `${name} folgt ${first} sonst um ${lag} Schritte ${sure}.`
        : `${name} geht ${first} sonst um ${-lag} Schritte voraus ${sure}.`;
    },
  },
  profilePage: {
    en: ({ file, shown, of }) => `${file}: ${shown === of ? "all" : `${shown} of ${of}`} KPIs`,
    de: ({ file, shown, of }) => `${file}: ${shown === of ? "alle" : `${shown} von ${of}`} KPIs`,
  },
  scaled: {
    en: ({ series, logScale }) => `${series}${logScale ? " (log scale)" : ""}`,
    de: ({ series, logScale }) => `${series}${logScale ? " (logarithmisch)" : ""}`,
  },
  sparkTold: {
    en: ({ series, spark, min, max, logScale }, write) =>
      Number.isNaN(min)
        ? `${series} has no values.`
        : `${series} ${spark} from ${write.number(min)} to ${write.number(max)}${logScale ? ", on a logarithmic axis" : ""}.`,
    de: ({ series, spark, min, max, logScale }, write) =>
      Number.isNaN(min)
        ? `${series} hat keine Werte.`
        : `${series} ${spark} von ${write.number(min)} bis ${write.number(max)}${logScale ? ", auf logarithmischer Achse" : ""}.`,
  },
  fewerThanTwo: {
    en: ({ series }) => `${series}: fewer than two detectors ran`,
    de: ({ series }) => `${series}: weniger als zwei Detektoren liefen`,
  },
  scorePair: {
    en: ({ series, first, second }) => `${series}: ${first} against ${second}`,
    de: ({ series, first, second }) => `${series}: ${first} gegen ${second}`,
  },
  scorePairTold: {
    en: ({ series, first, second, correlation, both }, write) =>
      `${series}: rank correlation of ${first} and ${second} is ${Number.isNaN(correlation) ? "not defined" : correlation.toFixed(2)}; ${write.count(both)} points are flagged by both.`,
    de: ({ series, first, second, correlation, both }, write) =>
      `${series}: die Rangkorrelation von ${first} und ${second} ist ${Number.isNaN(correlation) ? "nicht bestimmt" : german.two(correlation)}; ${write.count(both)} Punkte sind für beide auffällig.`,
  },
  rankOf: { en: ({ detector }) => `rank of ${detector}`, de: ({ detector }) => `Rang bei ${detector}` },
  aloneOf: { en: ({ detector }) => `${detector} alone`, de: ({ detector }) => `nur ${detector}` },
  rankCorrelation: {
    en: ({ value }) => `rank correlation ${value.toFixed(2)}`,
    de: ({ value }) => `Rangkorrelation ${german.two(value)}`,
  },
  seasons: {
    en: ({ found }) => (found === 0 ? "No season was found" : "What each season adds"),
    de: ({ found }) => (found === 0 ? "Keine Wiederholung gefunden" : "Was jede Wiederholung beiträgt"),
  },
  seasonExplains: {
    en: ({ series, label, strength }, write) =>
      `${series}: the ${label} explains ${write.wholePercent(strength)} of the variation around the trend`,
    de: ({ series, label, strength }, write) =>
      `${series}: ${german.seasonName(label)} erklärt ${write.wholePercent(strength)} der Schwankung um den Trend`,
  },
  seasonTold: {
    en: ({ series, label, strength, low, high }) =>
      `${series} repeats itself by the ${label} (strength ${strength.toFixed(2)}): lowest at ${low} and highest at ${high}.`,
    de: ({ series, label, strength, low, high }) =>
      `${series} wiederholt sich (${german.seasonName(label)}, Stärke ${german.two(strength)}): am niedrigsten ${low}, am höchsten ${high}.`,
  },
  seasonPlace: { en: ({ place, of }) => `place ${place} of ${of}`, de: ({ place, of }) => `Platz ${place} von ${of}` },
  weekday: { en: ({ day }) => english.WEEKDAYS[day], de: ({ day }) => german.WEEKDAYS[day] },
  smallMultiples: {
    en: ({ shown, of }) => `${english.capital(english.inTrouble(shown, of))}, each on its own scale`,
    de: ({ shown, of }) => `${german.shownOf(shown, of)}, jede in ihrem eigenen Maßstab`,
  },
  smallMultiplesTold: {
    en: ({ shown, of, each }) =>
      `${shown} of ${of} series as small charts, most trouble first: ${each.map(({ series, incidents }) => `${series} (${incidents === 0 ? "no incident" : `${incidents} ${incidents === 1 ? "incident" : "incidents"}`})`).join("; ")}.`,
    de: ({ shown, of, each }) =>
      `${shown} von ${of} Reihen als kleine Bilder, die auffälligsten zuerst: ${each.map(({ series, incidents }) => `${series} (${incidents === 0 ? "kein Vorfall" : `${incidents} ${incidents === 1 ? "Vorfall" : "Vorfälle"}`})`).join("; ")}.`,
  },
  stability: {
    en: ({ series }) => `${series}: share of refits that flag each point; overlap of each detector's flags`,
    de: ({ series }) => `${series}: Anteil der Wiederholungen, denen ein Punkt auffällt; Überschneidung je Detektor`,
  },
  surest: {
    en: ({ share }, write) => `The worst anomaly is found by ${write.wholePercent(share)} of the refits.`,
    de: ({ share }, write) => `Die schlimmste Anomalie finden ${write.wholePercent(share)} der Wiederholungen.`,
  },
  sweep: {
    en: ({ kpi, detector, option }) => `${kpi}: ${detector} as ${option} changes`,
    de: ({ kpi, detector, option }) => `${kpi}: ${detector}, wenn sich ${option} ändert`,
  },
  swimLanes: {
    en: ({ shown, of }) => `Incidents of ${english.inTrouble(shown, of)}: blue above, orange below what is usual`,
    de: ({ shown, of }) => `${german.shownOf(shown, of)} und ihre Vorfälle: blau über, orange unter dem Üblichen`,
  },
  laneCell: {
    en: ({ moment, severity, direction }) => `${moment}: severity ${severity}, ${direction}`,
    de: ({ moment, severity, direction }) => `${moment}: Schwere ${severity}, ${german.DIRECTIONS[direction]}`,
  },
  swimLanesTold: {
    en: ({ shown, of, incidents, troubled, worst }) => {
      const few = worst.map((one) => `${one.series} (${one.incidents}, worst severity ${one.severity})`);
      return `${of} series${shown < of ? `, ${shown} of them drawn` : ""}: ${incidents} incidents in ${troubled} of them${few.length > 0 ? `, most trouble first: ${few.join("; ")}` : ""}.`;
    },
    de: ({ shown, of, incidents, troubled, worst }) => {
      const few = worst.map((one) => `${one.series} (${one.incidents}, größte Schwere ${one.severity})`);
      return `${of} Reihen${shown < of ? `, ${shown} davon gezeichnet` : ""}: ${incidents} Vorfälle in ${troubled} davon${few.length > 0 ? `, die auffälligsten zuerst: ${few.join("; ")}` : ""}.`;
    },
  },
  nothingSaid: { en: ({ series, what }) => `${series}: ${what}`, de: ({ series, what }) => `${series}: ${what}` },
  calendarBoxes: {
    en: ({ series, groups }) =>
      groups === 0
        ? `${series} has too few values for a calendar`
        : `${series}: median, middle half, reach of usual values`,
    de: ({ series, groups }) =>
      groups === 0
        ? `${series} hat zu wenige Werte für einen Kalender`
        : `${series}: Median, mittlere Hälfte, Spanne der üblichen Werte`,
  },
  changesOf: {
    en: ({ series, lasting, back, logScale }) =>
      `${series}: ${lasting} lasting, ${back} that went back${logScale ? " (log scale)" : ""}`,
    de: ({ series, lasting, back, logScale }) =>
      `${series}: ${lasting} dauerhaft, ${back} wieder zurück${logScale ? " (logarithmisch)" : ""}`,
  },
  correlationMatrix: {
    en: ({ kpis }) => (kpis === 0 ? "One KPI alone has no correlation" : "Correlation of the KPIs (Pearson)"),
    de: ({ kpis }) => (kpis === 0 ? "Ein KPI allein hat keine Korrelation" : "Korrelation der KPIs (Pearson)"),
  },
  correlationsOf: {
    en: ({ kpi }) => `Correlations of ${kpi} with the others.`,
    de: ({ kpi }) => `Korrelationen von ${kpi} mit den anderen.`,
  },
  onlyKpi: { en: ({ kpi }) => `${kpi} is the only KPI.`, de: ({ kpi }) => `${kpi} ist der einzige KPI.` },
  dateEffects: {
    en: ({ series, dates }) =>
      dates === 0 ? `${series}: no date differs each year` : `${series}: usual deviations on dates that return`,
    de: ({ series, dates }) =>
      dates === 0
        ? `${series}: kein Datum weicht jedes Jahr ab`
        : `${series}: übliche Abweichungen an Tagen, die wiederkehren`,
  },
  missingValues: {
    en: ({ each }) =>
      `Missing values of ${each.map(({ kpi, missing, points }) => `${kpi} (${missing} of ${points})`).join(", ")}.`,
    de: ({ each }) =>
      `Fehlende Werte: ${each.map(({ kpi, missing, points }) => `${kpi} (${missing} von ${points})`).join(", ")}.`,
  },
  kpss: {
    en: ({ series, level, trend, wandering }) =>
      `${series}: KPSS around a level ${english.chance(level)}, around a trend ${english.chance(trend)}${wandering === null ? "" : `; ADF ${english.chance(wandering)}`}`,
    de: ({ series, level, trend, wandering }) =>
      `${series}: KPSS um ein Niveau ${german.chance(level)}, um einen Trend ${german.chance(trend)}${wandering === null ? "" : `; ADF ${german.chance(wandering)}`}`,
  },
  yearOverYear: {
    en: ({ series, by }) =>
      by === null ? `${series} has less than two years` : `${series}: mean of each ${by}, year over year`,
    de: ({ series, by }) =>
      by === null
        ? `${series} hat weniger als zwei Jahre`
        : `${series}: Mittel je ${by === "week" ? "Woche" : "Monat"}, Jahr über Jahr`,
  },
  upset: {
    en: ({ series }) => `${series}: points flagged by each combination of detectors`,
    de: ({ series }) => `${series}: auffällige Punkte je Kombination von Detektoren`,
  },
  upsetTold: {
    en: ({ series, sets, more }) => {
      if (sets.length === 0) return `${series}: no detector flags any point.`;
      const parts = sets.map(
        ({ points, detectors }) => `${points} by ${detectors.join(" and ")}${detectors.length === 1 ? " alone" : ""}`,
      );
      return `${series}, flagged points by who flags them: ${parts.join("; ")}${more > 0 ? `; and ${more} more combinations` : ""}.`;
    },
    de: ({ series, sets, more }) => {
      if (sets.length === 0) return `${series}: kein Detektor hält einen Punkt für auffällig.`;
      const parts = sets.map(
        ({ points, detectors }) => `${points} ${detectors.length === 1 ? "nur von" : "von"} ${detectors.join(" und ")}`,
      );
      return `${series}, auffällige Punkte nach Detektoren: ${parts.join("; ")}${more > 0 ? `; und ${more} weitere Kombinationen` : ""}.`;
    },
  },
};
