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

const hundredths = (value: number): string => value.toFixed(2).replace(/^-0\.00$/, "0.00");
const percent = (share: number, write: Writer): string => write.wholePercent(share);

const LEVELS = {
  agree: ["The detectors mostly point at the same.", "How many of them have to agree changes little."],
  mixed: ["The detectors agree in part.", "Look first at what several of them flag."],
  "near noise": [
    "Each detector points at something else.",
    "That is usual where they look for different things, such as jumps, slow drifts and broken patterns: no single one tells everything.",
  ],
} as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function countedText({ any, all, one }: FlaggedBy): string {
  if (any === 1)
    return `the one flagged point is flagged by ${all === 1 ? "all" : one === 1 ? "one alone" : "several"}`;
  const some = (count: number): string => (count === 0 ? "none" : count === any ? "all" : String(count));
  return `of ${any} flagged points ${some(all)} ${all < 2 && all !== any ? "is" : "are"} flagged by all detectors and ${some(one)} by one alone`;
}

const comparison: EvaluationWords["comparison"] = {
  caption: ({ judged, points, ...of }, write) =>
    `${write.series(of)}, ${write.count(judged)} of ${write.count(points)} points judged by all.`,
  verdict: (verdict) => {
    const { level, kappa, kappaAtEqualBudget, flagged, closest } = verdict;
    if (Number.isNaN(kappaAtEqualBudget))
      return {
        plain: ["Fewer than two detectors ran on points they share, so there is nothing to compare."],
        measures: [],
      };
    const atEqual = `When each flags the same number of points, the median kappa of their pairs (1 is full agreement, 0 is chance) is ${hundredths(kappaAtEqualBudget)}.`;
    if (level === "nothing to compare" || closest === null)
      return {
        plain: [
          flagged.any === 0
            ? "No detector flags a point, so there are no flags to compare."
            : "Every detector flags every point, so nothing can be told from it.",
        ],
        measures: [atEqual],
      };
    const [head, advice] = LEVELS[level];
    const ordered = Number.isNaN(closest.correlation) ? "" : `, rank correlation ${hundredths(closest.correlation)}`;
    return {
      plain: [head, `${capital(countedText(flagged))}.`, advice],
      measures: [
        `The median kappa of their pairs (1 is full agreement, 0 is chance) is ${hundredths(kappa)} at their own thresholds and ${hundredths(kappaAtEqualBudget)} when each flags the same number of points.`,
        `The closest pair is ${closest.first} and ${closest.second} (kappa ${hundredths(closest.kappa)}${ordered}).`,
      ],
    };
  },
  header: (budget) => [
    "detector",
    "flagged",
    "alone",
    "overlap",
    "kappa",
    `kappa at ${budget} each`,
    "rank correlation",
    "seconds",
  ],
  note: "Overlap (Jaccard), kappa and rank correlation are means over the other detectors.",
  didNotRun: ({ title, why }) => `${title} did not run: ${why}`,
  labelled: {
    caption: "Against the labels, best first.",
    header: ["method", "VUS-PR", "AUC-PR", "AUC-ROC", "events found", "right alarms", "F1", "false alarms per 1,000"],
    note: "VUS-PR and AUC judge the scores, the rest the stretches flagged at each method's own threshold.",
  },
};

const refitKinds: EvaluationWords["stability"]["kinds"] = {
  seeds: "other seed",
  blockDrop: "a tenth missing",
  blockBootstrap: "blocks drawn anew",
  noise: "a little noise",
  missingWeek: "a week missing",
  rollingOrigin: "less past",
  featureAblation: "a feature less",
};

const stability: EvaluationWords["stability"] = {
  series: ({ anomalies, detectors, decision, ...of }, refits, write) => {
    const confidences = anomalies.map(({ confidence }) => confidence);
    const found = `${write.series(of)}: ${steadiness(confidences, decision.overlap, refits, write)}`;
    const ranked = detectors.filter(({ overlap }) => !Number.isNaN(overlap)).sort((a, b) => b.overlap - a.overlap);
    if (ranked.length < 2) return [found];
    const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
    const why = worst.weakest === null ? "" : `; it changes most with ${refitKinds[worst.weakest]}`;
    return [
      found,
      `${best.title} is ${best.grade} (its flags overlap to ${percent(best.overlap, write)}), ${worst.title} ${worst.grade} (${percent(worst.overlap, write)})${why}.`,
    ];
  },
  noRefits: "No refits were run, so nothing is known about stability.",
  header: { kpi: "KPI", detector: "detector", grade: "grade", overlap: "overlap" },
  decision: "Decision",
  grades: {
    steady: "steady",
    "fairly steady": "fairly steady",
    shaky: "shaky",
    unstable: "unstable",
    silent: "silent",
  },
  kinds: refitKinds,
  note: "Overlap: how much of what is flagged in the run or in the refit is flagged in both (Jaccard), mean over the refits.",
};

function steadiness(confidences: readonly number[], overlap: number, refits: number, write: Writer): string {
  if (confidences.length === 0)
    return Number.isNaN(overlap)
      ? `nothing was found, and nothing in ${refits === 1 ? "the one refit" : `any of ${refits} refits`}.`
      : `nothing was found, but something in ${refits === 1 ? "the one refit" : `some of ${refits} refits`}.`;
  if (confidences.length === 1)
    return `the one anomaly stands in ${percent(confidences[0], write)} of ${write.counted(refits, "refit", "refits")}.`;
  const sure = confidences.filter((confidence) => confidence >= 0.9).length;
  const doubtful = confidences.filter((confidence) => confidence < 0.5).length;
  return `of ${confidences.length} anomalies, ${sure} ${sure === 1 ? "stands" : "stand"} in at least 90% of ${write.counted(refits, "refit", "refits")} and ${doubtful} in less than half.`;
}

const backtest: EvaluationWords["backtest"] = {
  series: (each, { looks, cadence }, write) => {
    const dated = cadence !== "";
    const apart = looks.slice(1).map((look, i) => look - looks[i]);
    const times =
      looks.length === 1
        ? "one moment with nothing but the past"
        : `${looks.length} moments with nothing but the past, ${backtest.duration(median(Float64Array.from(apart)), dated, write)} apart`;
    return `${write.series(each)}, seen at ${times}: ${noticedText(each, dated, write)}; ${raisedText(each, dated, write)}.`;
  },
  header: ["KPI", "rank", "began", "known at", "delay in rows"],
  never: "never",
  delay: ({ delay, delayRows, unknownRows }, dated, write) =>
    `${delayRows}${dated ? ` (${backtest.duration(delay, dated, write)})` : ""}, more than ${unknownRows}`,
  duration: (length, dated, write) => {
    if (!dated) return write.counted(Math.round(length), "row", "rows");
    const hours = length / 3_600_000;
    if (hours < 1) return write.counted(Math.round(hours * 60), "minute", "minutes");
    return hours < 72
      ? write.counted(Math.round(hours), "hour", "hours")
      : write.counted(Math.round(hours / 24), "day", "days");
  },
};

function noticedText({ events }: SeriesBacktest, dated: boolean, write: Writer): string {
  const known = events.filter(({ knownAt }) => !Number.isNaN(knownAt)).sort((a, b) => a.delay - b.delay);
  if (events.length === 0) return "hindsight sees no anomaly in the time watched";
  if (events.length === 1)
    return known.length === 0
      ? "the one anomaly of hindsight would not have been known"
      : `the one anomaly of hindsight would have been known ${afterText(known[0], "its", dated, write)}`;
  const half =
    known.length === 0
      ? ""
      : `, half of them ${afterText(known[Math.floor((known.length - 1) / 2)], "their", dated, write)}`;
  return `${known.length === 0 ? "none" : known.length} of the ${events.length} anomalies of hindsight would have been known${half}`;
}

/** How long after the beginning; the look before may have been just too early. */
function afterText({ delay, delayRows }: KnownWhen, whose: string, dated: boolean, write: Writer): string {
  if (delayRows === 0) return `with ${whose} first row`;
  const time = dated ? ` (${backtest.duration(delay, dated, write)})` : "";
  return `at most ${write.counted(delayRows, "row", "rows")}${time} after ${whose} beginning`;
}

function raisedText({ alarms, alarmsPerMonth }: SeriesBacktest, dated: boolean, write: Writer): string {
  const confirmed = alarms.filter((alarm) => alarm.confirmed).length;
  if (alarms.length === 0) return "no alarm would have been raised";
  if (alarms.length === 1)
    return `1 alarm would have been raised, which hindsight ${confirmed === 1 ? "confirms" : "does not confirm"}`;
  const often = Number.isNaN(alarmsPerMonth)
    ? ""
    : `, ${alarmsPerMonth.toFixed(1)} ${dated ? "a month" : "in 1,000 rows"}`;
  const share = confirmed === 0 ? "none" : confirmed === alarms.length ? "all" : write.count(confirmed);
  return `${write.count(alarms.length)} alarms would have been raised${often}; hindsight confirms ${share} of them`;
}

const injection: EvaluationWords["injection"] = {
  text: ({ kpi, decision, kinds, detectors, leftOut }, write) => {
    const list = (of: readonly { title: string; share: number }[]): string =>
      of.map(({ title, share }) => `${title} ${percent(share, write)}`).join(", ");
    const ranked = detectors.length > 1 ? ` By detector: ${list(detectors)}.` : "";
    const room =
      leftOut.length > 0 ? ` No room in it for: ${leftOut.map((kind) => injectionKinds[kind]).join(", ")}.` : "";
    return `Of what was planted into ${kpi}, the decision catches ${percent(decision, write)}: ${list(kinds.map(({ kind, share }) => ({ title: injectionKinds[kind], share })))}.${ranked}${room}`;
  },
  kinds: injectionKinds,
  planted: "planted",
  decision: "decision",
  caught: ({ caught, planted }) => `${caught} of ${planted}`,
  note: ({ spread, length }, write) =>
    `Sizes are in robust standard deviations of the KPI (${write.number(spread)}); lasting events last ${write.counted(length, "point", "points")}.`,
};

const sweep: EvaluationWords["sweep"] = {
  text: ({ title, option, current, points, plateau }) => {
    const counts = points.map(({ flagged }) => flagged);
    const [first, last] = [points[0].value, points[points.length - 1].value];
    if (Math.max(...counts) === 0) return `${title} flags nothing, whatever ${option} is between ${first} and ${last}.`;
    const range = `${title} flags between ${Math.min(...counts)} and ${Math.max(...counts)} points as ${option} goes from ${first} to ${last}`;
    if (!plateau) return `${range}; the flags change with every step, so the choice of ${option} matters.`;
    const inside = current >= plateau[0] && current <= plateau[1];
    return `${range}; from ${plateau[0]} to ${plateau[1]} the flags hardly change, and the current ${current} lies ${inside ? "in" : "outside"} that plateau.`;
  },
  header: ["flagged", "overlap with current", "overlap with the value before"],
};

function contributions(found: Contributions, scale: MomentScale, write: Writer): string[] {
  const { kpi, from, to, deviation, actual, expected, keys, segments, overlaps } = found;
  const far = relative(actual, expected, write);
  const name = (one: Contribution): string =>
    /^[\d.]+$/.test(one.segment) ? `${keys.join(" ")} ${one.segment}` : one.segment;
  const against = pointsAgainst(found).slice(0, MOST_NAMED);
  return [
    `${kpi}, ${write.span(from, to, scale)}: ${write.number(Math.abs(deviation))} ${deviation < 0 ? "below" : "above"} what was expected${far === null ? "" : ` (${far})`}.`,
    causesText(segments, name, write),
    ...(against.length > 0
      ? [
          `${write.list(against.map((one) => `${name(one)} (${one.deviation > 0 ? "+" : "-"}${write.number(Math.abs(one.deviation))})`))} moved the other way, which hides a part of it.`,
        ]
      : []),
    ...overlaps
      .slice(0, 2)
      .map(
        ({ first, second, share }) =>
          `${first.key} ${first.value} and ${second.key} ${second.value} are largely one cause: ${percent(share, write)} of the smaller lies in both.`,
      ),
  ];
}

function causesText(segments: readonly Contribution[], name: (one: Contribution) => string, write: Writer): string {
  const size = ({ deviation, actual, expected }: Contribution): string => {
    const own = relative(actual, expected, write);
    return `${write.number(Math.abs(deviation))} ${deviation < 0 ? "below" : "above"}${own === null ? "" : `, ${own} of its own`}`;
  };
  const causes = segments.filter(({ cause }) => cause > 0);
  if (causes.length === 0) {
    const known = segments.filter(({ deviation }) => !Number.isNaN(deviation));
    if (known.length === 0) return "No segment is known well enough to say where it comes from.";
    return `No segment stands out of its usual variation: it is spread over all ${write.count(known.length)}, most in ${name(known[0])} (${size(known[0])}).`;
  }
  const few = causes.slice(0, fewestCauses(causes));
  const rest = causes.length - few.length;
  const explained = few.reduce((sum, { cause }) => sum + cause, 0);
  return `${write.list(few.map((one) => `${name(one)} (${size(one)})`))} ${few.length > 1 ? "explain" : "explains"} ${percent(explained, write)} of what stands out${rest > 0 ? `; ${rest} more ${rest === 1 ? "stands" : "stand"} out` : ""}.`;
}

/** In percent of what is expected; null where that misleads. */
function relative(actual: number, expected: number, write: Writer): string | null {
  return isPercentTelling(actual, expected) ? write.percent(100 * Math.abs(actual / expected - 1)) : null;
}

const suggestion: EvaluationWords["suggestion"] = {
  text: ({ detectors, consensus }, write) => {
    const names = detectors.filter(({ use }) => use).map(({ title }) => title);
    if (names.length === 0) return "No detector fits this file well; look at the profile first.";
    return `Use ${write.list(names)}${names.length === 1 ? "" : `, and ask for ${consensus} of them to agree`}.`;
  },
  because: (because, write) => whySuggested(because, write),
  header: ["detector", "use", "why"],
  yes: "yes",
  no: "no",
};

function whySuggested(because: DetectorSuggestion["because"], write: Writer): string {
  switch (because.kind) {
    case "judged nothing":
      return "It could judge no point.";
    case "flags nothing":
      return "It flags nothing in this file, so it can only block a consensus.";
    case "flags too much":
      return `It flags ${percent(because.share, write)} of all points; that is more than anyone can look at.`;
    case "unstable":
      return `Its flags overlap to only ${percent(because.overlap, write)} when it is fitted again.`;
    case "catches little":
      return `It catches only ${percent(because.share, write)} of what is planted into this file.`;
    case "twin":
      return `It says the same as ${because.of}, so its vote adds nothing.`;
    case "skipped":
      return `It did not run: ${(skips[because.reason.code].en as (facts: unknown, write: Writer) => string)(because.reason.facts, write)}`;
    case "fits": {
      const steady = because.steadiness;
      const parts = [
        ...(steady ? [`its flags are ${steady.grade} (${percent(steady.overlap, write)})`] : []),
        ...(because.caught === null ? [] : [`it catches ${percent(because.caught, write)} of what is planted`]),
      ];
      return parts.length === 0 ? "Nothing speaks against it." : `${parts.join(" and ").replace(/^i/, "I")}.`;
    }
  }
}

/** What is said of analyses. */
export const evaluations: EvaluationWords = {
  comparison,
  stability,
  backtest,
  injection,
  sweep,
  contributions,
  suggestion,
};
