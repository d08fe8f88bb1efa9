import type { PlotWords } from "../subjects/plot-words.js";
import { injectionKinds } from "./injection-kinds.js";

const labels: PlotWords["labels"] = {
  record: "record",
  usualRange: "usual range",
  expected: "expected",
  anomaly: "anomaly",
  noValue: "no value",
  nothing: "nothing",
  decision: "decision",
  threshold: "threshold",
  flagged: "flagged",
  neither: "neither",
  both: "both",
  points: "points",
  flaggedPoints: "flagged points",
  noFlaggedPoint: "No detector flags any point.",
  values: "values",
  trend: "trend",
  remainder: "remainder",
  refitShare: "share of refits",
  testedAnomaly: "anomaly of the run under test",
  knownAnomaly: "anomaly, known",
  missedAnomaly: "anomaly, missed",
  confirmedAlarm: "alarm, confirmed",
  withdrawnAlarm: "alarm, taken back",
  hindsight: "hindsight",
  live: "live",
  delay: "delay",
  beforeFirstLook: "The shaded time is the past before the first look.",
  pointsApart: "points apart",
  correlationApart: "Correlation with itself, by points apart",
  distribution: "Distribution of values, the middle half shaded",
  stepsAfterFirst: "steps after the first",
  began: "began in this incident",
  usuallyFollows: "usually follows the first by",
  overlap: "overlap with the current value",
  overlapJaccard: "overlap (Jaccard) with the flags at the current value",
  byHour: "by hour of the day",
  byWeekday: "by day of the week",
  byMonth: "by month",
  usualValues: "usual values",
  median: "median",
  changePoints: "Changes of level: before and after",
  levels: "level before and after",
  usualDeviations: "usual deviations above or below what is expected",
  missingShare: "Share of values missing: the darker, the more",
  partialApart: "Correlation with itself beyond the points between, by points apart",
  stationarity: "Moving level (line) beside the mean of all values (dashed)",
  mean: "mean",
  movingLevel: "moving level",
  noLevel: "nothing can be said of its level.",
  noDates: "no date was found on which it differs each year.",
  noPartial: "not known.",
  noTest: "the test says nothing of so few or such values.",
  noYears: "there are no two years to compare.",
  noKpi: "There is no KPI.",
  jaccard: "overlap of flagged points (Jaccard)",
  kappa: "agreement beyond chance (Cohen's kappa)",
  spearman: "likeness of scores (Spearman)",
};

const anomalies = (count: number): string =>
  count === 0 ? "no anomalies" : `${count} ${count === 1 ? "anomaly" : "anomalies"}`;
const chance = (p: number): string => (p <= 0.01 ? "p ≤ 0.01" : p >= 0.1 ? "p ≥ 0.1" : `p = ${p.toFixed(2)}`);
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const inTrouble = (shown: number, of: number): string =>
  shown === of ? `${of} series` : `the ${shown} of ${of} series in most trouble`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Titles, axes and sentences of figures. */
export const plots: PlotWords = {
  labels,
  told: {
    timeline: ({ series, incidents }) => `${series}: ${anomalies(incidents)}`,
    timelineTold: ({ series, points, incidents, span, worst }, write) => {
      const when = span === null ? "" : ` from ${span.from} to ${span.to}`;
      const far = worst.map(({ moment, value }) => `${moment} (${value === null ? "no value" : write.number(value)})`);
      return `${series}, ${write.count(points)} points${when}: ${anomalies(incidents)}${far.length > 0 ? `, worst first: ${far.join("; ")}` : ""}.`;
    },
    recordNumber: ({ record }) => `record ${record}`,
    agreement: ({ series, measure, budget }) =>
      `${series}: ${labels[measure]}${budget === null ? "" : budget === "own" ? ", each at its own threshold" : `, ${budget} points each`}`,
    agreementTold: ({ series, measure, pairs }) => {
      const pair = ({ names, value }: (typeof pairs)[number]): string => `${names.join(" and ")} (${value.toFixed(2)})`;
      return `${series}, ${labels[measure]} of each pair of detectors.${pairs.length > 0 ? ` Most alike: ${pair(pairs[0])}; least alike: ${pair(pairs[pairs.length - 1])}.` : ""}`;
    },
    autocorrelationTold: ({ series, next, peak }) =>
      `${series}: correlation with itself ${next === null ? "not known" : `from one point to the next ${next.toFixed(2)}`}${peak === null ? "" : `, highest again after ${peak.points} points (${peak.value.toFixed(2)})`}.`,
    backtest: ({ series }) => `${series}: what would have been known, and when`,
    contributions: ({ kpi }) => `${kpi}: actual less expected of each segment, red where it stands out`,
    moreBars: ({ count }) => `${count} more`,
    decomposition: ({ series }) => `${series} taken apart`,
    seasonPart: ({ labels: found }) => (found.length === 0 ? "season (none found)" : `season (${found.join(" and ")})`),
    decompositionTold: ({ series, trend, seasons }, write) => {
      const slope =
        trend.direction === "none"
          ? "none to speak of"
          : `${trend.direction} by ${write.number(Math.abs(trend.change))}`;
      const found = seasons.map(({ label, strength }) => `${label}, strength ${strength.toFixed(2)}`).join("; ");
      return `${series} as the sum of its trend (${slope}), its seasons (${found || "none"}) and a remainder.`;
    },
    detectorScores: ({ series }) => `${series}: score of each detector and its threshold`,
    detectorScoresTold: ({ series }) => `Scores for ${series}.`,
    detectorSkipped: ({ detector, reason }) => `${detector} did not run: ${reason}`,
    detectorFlags: ({ detector, flagged, points, threshold }, write) =>
      `${detector} flags ${write.count(flagged)} of ${write.count(points)} points from ${write.number(threshold)} on.`,
    distributionTold: ({ series, values }, write) =>
      values === null
        ? `${series} has no values.`
        : `${series}: half of the values lie between ${write.number(values.lower)} and ${write.number(values.upper)}, the median is ${write.number(values.median)}, the extremes are ${write.number(values.min)} and ${write.number(values.max)}.`,
    features: ({ kpi, shown, of }) => `${kpi}: ${shown < of ? `${shown} of ${of}` : of} features`,
    featuresTold: ({ kpi, names, without, points }, write) =>
      `The ${names.length} features of ${kpi}: ${names.join(", ")}; ${write.count(without)} of ${write.count(points)} points have none, as windows and lags need a past.`,
    injection: ({ series }) => `${series}: planted anomalies that are caught`,
    plantedKind: ({ kind }) => injectionKinds[kind],
    leadLag: ({ members, moment }) => `${members} series at ${moment}: who moved when`,
    memberStarted: ({ direction, severity }) => `${direction}, severity ${severity}`,
    correlation: ({ value }) => `correlation ${value.toFixed(2)}`,
    memberRelation: ({ name, first, related, correlation, lag }) => {
      if (!related) return `${name} is not known to follow ${first}.`;
      const sure = `(correlation ${correlation.toFixed(2)})`;
      if (lag === 0) return `${name} usually moves with ${first} ${sure}.`;
      return `${name} usually ${lag > 0 ? "follows" : "leads"} ${first} by ${Math.abs(lag)} steps ${sure}.`;
    },
    profilePage: ({ file, shown, of }) => `${file}: ${shown === of ? "all" : `${shown} of ${of}`} KPIs`,
    scaled: ({ series, logScale }) => `${series}${logScale ? " (log scale)" : ""}`,
    sparkTold: ({ series, spark, min, max, logScale }, write) =>
      Number.isNaN(min)
        ? `${series} has no values.`
        : `${series} ${spark} from ${write.number(min)} to ${write.number(max)}${logScale ? ", on a logarithmic axis" : ""}.`,
    fewerThanTwo: ({ series }) => `${series}: fewer than two detectors ran`,
    scorePair: ({ series, first, second }) => `${series}: ${first} against ${second}`,
    scorePairTold: ({ series, first, second, correlation, both }, write) =>
      `${series}: rank correlation of ${first} and ${second} is ${Number.isNaN(correlation) ? "not defined" : correlation.toFixed(2)}; ${write.count(both)} points are flagged by both.`,
    rankOf: ({ detector }) => `rank of ${detector}`,
    aloneOf: ({ detector }) => `${detector} alone`,
    rankCorrelation: ({ value }) => `rank correlation ${value.toFixed(2)}`,
    seasons: ({ found }) => (found === 0 ? "No season was found" : "What each season adds"),
    seasonExplains: ({ series, label, strength }, write) =>
      `${series}: the ${label} explains ${write.wholePercent(strength)} of the variation around the trend`,
    seasonTold: ({ series, label, strength, low, high }) =>
      `${series} repeats itself by the ${label} (strength ${strength.toFixed(2)}): lowest at ${low} and highest at ${high}.`,
    seasonPlace: ({ place, of }) => `place ${place} of ${of}`,
    weekday: ({ day }) => WEEKDAYS[day],
    smallMultiples: ({ shown, of }) => `${capital(inTrouble(shown, of))}, each on its own scale`,
    smallMultiplesTold: ({ shown, of, each }) =>
      `${shown} of ${of} series as small charts, most trouble first: ${each.map(({ series, incidents }) => `${series} (${incidents === 0 ? "no incident" : `${incidents} ${incidents === 1 ? "incident" : "incidents"}`})`).join("; ")}.`,
    stability: ({ series }) => `${series}: share of refits that flag each point; overlap of each detector's flags`,
    surest: ({ share }, write) => `The worst anomaly is found by ${write.wholePercent(share)} of the refits.`,
    sweep: ({ kpi, detector, option }) => `${kpi}: ${detector} as ${option} changes`,
    swimLanes: ({ shown, of }) => `Incidents of ${inTrouble(shown, of)}: blue above, orange below what is usual`,
    laneCell: ({ moment, severity, direction }) => `${moment}: severity ${severity}, ${direction}`,
    swimLanesTold: ({ shown, of, incidents, troubled, worst }) => {
      const few = worst.map((one) => `${one.series} (${one.incidents}, worst severity ${one.severity})`);
      return `${of} series${shown < of ? `, ${shown} of them drawn` : ""}: ${incidents} incidents in ${troubled} of them${few.length > 0 ? `, most trouble first: ${few.join("; ")}` : ""}.`;
    },
    nothingSaid: ({ series, what }) => `${series}: ${what}`,
    calendarBoxes: ({ series, groups }) =>
      groups === 0
        ? `${series} has too few values for a calendar`
        : `${series}: median, middle half, reach of usual values`,
    changesOf: ({ series, lasting, back, logScale }) =>
      `${series}: ${lasting} lasting, ${back} that went back${logScale ? " (log scale)" : ""}`,
    correlationMatrix: ({ kpis }) =>
      kpis === 0 ? "One KPI alone has no correlation" : "Correlation of the KPIs (Pearson)",
    correlationsOf: ({ kpi }) => `Correlations of ${kpi} with the others.`,
    onlyKpi: ({ kpi }) => `${kpi} is the only KPI.`,
    dateEffects: ({ series, dates }) =>
      dates === 0 ? `${series}: no date differs each year` : `${series}: usual deviations on dates that return`,
    missingValues: ({ each }) =>
      `Missing values of ${each.map(({ kpi, missing, points }) => `${kpi} (${missing} of ${points})`).join(", ")}.`,
    kpss: ({ series, level, trend, wandering }) =>
      `${series}: KPSS around a level ${chance(level)}, around a trend ${chance(trend)}${wandering === null ? "" : `; ADF ${chance(wandering)}`}`,
    yearOverYear: ({ series, by }) =>
      by === null ? `${series} has less than two years` : `${series}: mean of each ${by}, year over year`,
    upset: ({ series }) => `${series}: points flagged by each combination of detectors`,
    upsetTold: ({ series, sets, more }) => {
      if (sets.length === 0) return `${series}: no detector flags any point.`;
      const parts = sets.map(
        ({ points, detectors }) => `${points} by ${detectors.join(" and ")}${detectors.length === 1 ? " alone" : ""}`,
      );
      return `${series}, flagged points by who flags them: ${parts.join("; ")}${more > 0 ? `; and ${more} more combinations` : ""}.`;
    },
  },
};
