import { median } from "simple-statistics";

/** What the agreement of detectors means for a reader. */
export interface AgreementVerdict {
  readonly level: "agree" | "mixed" | "near noise" | "nothing to compare";
  /** Median kappa over the pairs at equal budget; NaN when there is no pair. */
  readonly kappa: number;
  /** The pair that agrees most, by titles, with the rank correlation of its scores (NaN where scores have no order). */
  readonly closest: {
    readonly first: string;
    readonly second: string;
    readonly kappa: number;
    readonly correlation: number;
  } | null;
}

/**
 * Grades the agreement. The borders are those of Landis and Koch 1977 (https://doi.org/10.2307/2529310): kappa
 * above 0.6 is substantial agreement, below 0.2 slight. Kappa at equal budget is used because it is free of chance and of
 * how many points each detector flags.
 *
 * @param kappa for each pair at equal budget
 * @param correlation rank correlation of the scores of each pair
 */
export function agreementVerdict(
  titles: readonly string[],
  kappa: readonly (readonly number[])[],
  correlation: readonly (readonly number[])[],
): AgreementVerdict {
  const pairs = titles
    .flatMap((_, i) => titles.slice(i + 1).map((_unused, j) => ({ i, j: i + 1 + j, kappa: kappa[i][i + 1 + j] })))
    .filter((pair) => !Number.isNaN(pair.kappa));
  if (pairs.length === 0) return { level: "nothing to compare", kappa: NaN, closest: null };
  pairs.sort((a, b) => b.kappa - a.kappa);
  const middle = median(pairs.map((pair) => pair.kappa));
  const best = pairs[0];
  return {
    level: middle > 0.6 ? "agree" : middle >= 0.2 ? "mixed" : "near noise",
    kappa: middle,
    closest: {
      first: titles[best.i],
      second: titles[best.j],
      kappa: best.kappa,
      correlation: correlation[best.i][best.j],
    },
  };
}
