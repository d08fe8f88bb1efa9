import { median } from "simple-statistics";

/** What the agreement of detectors means for a reader. */
export interface AgreementVerdict {
  readonly level: "agree" | "mixed" | "near noise" | "nothing to compare";
  /** Median kappa of the flags over the pairs, each detector at its own threshold; NaN when there is no pair. */
  readonly kappa: number;
  /** The same when each flags the same number of points: how alike their order is, whatever their thresholds. */
  readonly kappaAtEqualBudget: number;
  /** Points that any detector flags, that all flag, that one alone flags. */
  readonly flagged: FlaggedBy;
  readonly text: string;
}

/** How many points so many detectors flag. */
export interface FlaggedBy {
  readonly any: number;
  readonly all: number;
  readonly one: number;
}

/** For each pair: kappa of the flags, kappa at equal budget, rank correlation of the scores. */
export interface PairAgreement {
  readonly kappa: readonly (readonly number[])[];
  readonly kappaAtEqualBudget: readonly (readonly number[])[];
  readonly correlation: readonly (readonly number[])[];
}

/**
 * Puts the agreement in words. What is said of flags is counted on the flags. The borders are those of Landis and Koch 1977
 * (https://doi.org/10.2307/2529310): kappa above 0.6 is substantial agreement, below 0.2 slight.
 */
export function agreementVerdict(
  titles: readonly string[],
  pairs: PairAgreement,
  flagged: FlaggedBy,
): AgreementVerdict {
  const own = pairValues(pairs.kappa);
  const equal = middleOf(pairValues(pairs.kappaAtEqualBudget));
  const facts = { kappa: middleOf(own), kappaAtEqualBudget: equal, flagged };
  if (titles.length < 2 || Number.isNaN(equal))
    return {
      ...facts,
      level: "nothing to compare",
      text: "Fewer than two detectors ran on points they share, so there is nothing to compare.",
    };
  const atEqual = `When each flags the same number of points, the median kappa of their pairs is ${hundredths(equal)}.`;
  if (own.length === 0)
    return {
      ...facts,
      level: "nothing to compare",
      text:
        flagged.any === 0
          ? `No detector flags a point, so there are no flags to compare. ${atEqual}`
          : `Every detector flags every point, so nothing can be told from it. ${atEqual}`,
    };
  const { level, text } = inWords(facts.kappa, flagged);
  return { ...facts, level, text: [text, atEqual, closest(titles, pairs)].join(" ") };
}

function inWords(kappa: number, flagged: FlaggedBy): Pick<AgreementVerdict, "level" | "text"> {
  const typical = `the median kappa of the flags of their pairs is ${hundredths(kappa)}; ${countedText(flagged)}`;
  if (kappa > 0.6) return { level: "agree", text: `The detectors agree: ${typical}. The consensus changes little.` };
  if (kappa >= 0.2)
    return {
      level: "mixed",
      text: `The detectors agree in part: ${typical}. They look at different things, so look first at what several of them flag.`,
    };
  return {
    level: "near noise",
    text: `The detectors hardly agree more than chance: ${typical}. Either nothing stands out, or each sees another kind of anomaly; trust no single one.`,
  };
}

function countedText({ any, all, one }: FlaggedBy): string {
  if (any === 1)
    return `the one flagged point is flagged by ${all === 1 ? "all" : one === 1 ? "one alone" : "several"}`;
  const by = (count: number, whom: string): string =>
    `${count === 0 ? "none" : count === any ? "all" : count} by ${whom}`;
  return `of ${any} flagged points ${by(all, "all")} and ${by(one, "one alone")}`;
}

/** The pair whose flags are most alike. */
function closest(titles: readonly string[], { kappa, correlation }: PairAgreement): string {
  const [best] = titles
    .flatMap((_, i) => titles.slice(i + 1).map((_unused, j) => ({ i, j: i + 1 + j, kappa: kappa[i][i + 1 + j] })))
    .filter((pair) => !Number.isNaN(pair.kappa))
    .sort((a, b) => b.kappa - a.kappa);
  const rank = correlation[best.i][best.j];
  // Scores that are all alike have no order.
  const ordered = Number.isNaN(rank) ? "" : `, rank correlation ${hundredths(rank)}`;
  return `The closest pair is ${titles[best.i]} and ${titles[best.j]} (kappa ${hundredths(best.kappa)}${ordered}).`;
}

/** Of each pair once, without those of which nothing is known. */
function pairValues(matrix: readonly (readonly number[])[]): number[] {
  return matrix.flatMap((row, i) => row.slice(i + 1)).filter((value) => !Number.isNaN(value));
}

function middleOf(values: readonly number[]): number {
  return values.length > 0 ? median([...values]) : NaN;
}

/** Two digits, and no zero with a minus. */
const hundredths = (value: number): string => value.toFixed(2).replace(/^-0\.00$/, "0.00");
