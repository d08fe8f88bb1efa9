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
  /** The pair whose flags are most alike, by titles, with the rank correlation of its scores (NaN where scores have no order). */
  readonly closest: {
    readonly first: string;
    readonly second: string;
    readonly kappa: number;
    readonly correlation: number;
  } | null;
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
 * Grades the agreement. What is said of flags is counted on the flags. The borders are those of Landis and Koch 1977
 * (https://doi.org/10.2307/2529310): kappa above 0.6 is substantial agreement, below 0.2 slight.
 */
export function agreementVerdict(
  titles: readonly string[],
  pairs: PairAgreement,
  flagged: FlaggedBy,
): AgreementVerdict {
  const own = pairValues(pairs.kappa);
  const equal = middleOf(pairValues(pairs.kappaAtEqualBudget));
  const kappa = middleOf(own);
  const facts = { kappa, kappaAtEqualBudget: equal, flagged };
  if (own.length === 0 || Number.isNaN(equal)) return { ...facts, level: "nothing to compare", closest: null };
  const level = kappa > 0.6 ? "agree" : kappa >= 0.2 ? "mixed" : "near noise";
  return { ...facts, level, closest: closest(titles, pairs) };
}

/** The pair whose flags are most alike. */
function closest(titles: readonly string[], { kappa, correlation }: PairAgreement): AgreementVerdict["closest"] {
  const [best] = titles
    .flatMap((_, i) => titles.slice(i + 1).map((_unused, j) => ({ i, j: i + 1 + j, kappa: kappa[i][i + 1 + j] })))
    .filter((pair) => !Number.isNaN(pair.kappa))
    .sort((a, b) => b.kappa - a.kappa);
  return {
    first: titles[best.i],
    second: titles[best.j],
    kappa: best.kappa,
    correlation: correlation[best.i][best.j],
  };
}

/** Of each pair once, without those of which nothing is known. */
function pairValues(matrix: readonly (readonly number[])[]): number[] {
  return matrix.flatMap((row, i) => row.slice(i + 1)).filter((value) => !Number.isNaN(value));
}

function middleOf(values: readonly number[]): number {
  return values.length > 0 ? median([...values]) : NaN;
}
