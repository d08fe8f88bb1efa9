import { median } from "simple-statistics";

/** What the agreement of detectors means for a reader. */
export interface AgreementVerdict {
  readonly level: "agree" | "mixed" | "near noise" | "nothing to compare";
  /** Median kappa over the pairs at equal budget; NaN when there is no pair. */
  readonly kappa: number;
  readonly text: string;
}

/**
 * Puts the agreement in words. The borders are those of Landis and Koch 1977 (https://doi.org/10.2307/2529310): kappa
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
  if (pairs.length === 0)
    return {
      level: "nothing to compare",
      kappa: NaN,
      text: "Fewer than two detectors ran on points they share, so there is nothing to compare.",
    };
  pairs.sort((a, b) => b.kappa - a.kappa);
  const middle = median(pairs.map((pair) => pair.kappa));
  const best = pairs[0];
  const rank = correlation[best.i][best.j];
  // Scores that are all alike have no order.
  const ordered = Number.isNaN(rank) ? "" : `, rank correlation ${hundredths(rank)}`;
  const closest = `The closest pair is ${titles[best.i]} and ${titles[best.j]} (kappa ${hundredths(best.kappa)}${ordered}).`;
  const typical = `the median kappa of their pairs is ${hundredths(middle)} when each flags the same number of points`;
  if (middle > 0.6)
    return {
      level: "agree",
      kappa: middle,
      text: `The detectors agree: ${typical}. A point flagged by one is mostly flagged by all, so the consensus changes little. ${closest}`,
    };
  if (middle >= 0.2)
    return {
      level: "mixed",
      kappa: middle,
      text: `The detectors agree in part: ${typical}. They look at different things, so look first at what several of them flag. ${closest}`,
    };
  return {
    level: "near noise",
    kappa: middle,
    text: `The detectors hardly agree more than chance: ${typical}. Either nothing stands out, or each sees another kind of anomaly; trust no single one. ${closest}`,
  };
}

/** Two digits, and no zero with a minus. */
const hundredths = (value: number): string => value.toFixed(2).replace(/^-0\.00$/, "0.00");
