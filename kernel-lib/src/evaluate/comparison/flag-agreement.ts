/** How often two sets of flags say the same, over the points both could judge. */
export interface FlagAgreement {
  /** Points flagged by both, by the first alone, by the second alone, by neither. */
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * Counts where two detectors agree.
 * @param judged 1 where the point counts
 */
export function flagAgreement(a: Uint8Array, b: Uint8Array, judged: Uint8Array): FlagAgreement {
  let both = 0;
  let first = 0;
  let second = 0;
  let neither = 0;
  for (let i = 0; i < judged.length; i++) {
    if (judged[i] === 0) continue;
    if (a[i] && b[i]) both++;
    else if (a[i]) first++;
    else if (b[i]) second++;
    else neither++;
  }
  return { both, first, second, neither };
}

/**
 * Jaccard index: flagged by both out of flagged by either, 0 to 1; NaN when neither flags anything
 * (Jaccard 1912, https://doi.org/10.1111/j.1469-8137.1912.tb05611.x).
 */
export function jaccard({ both, first, second }: FlagAgreement): number {
  return both / (both + first + second);
}

/**
 * Cohen's kappa: agreement beyond what chance alone would give, 1 for full agreement, 0 for chance; NaN when chance
 * already gives full agreement, as when neither flags anything (Cohen 1960, https://doi.org/10.1177/001316446002000104).
 */
export function cohenKappa({ both, first, second, neither }: FlagAgreement): number {
  const count = both + first + second + neither;
  const observed = (both + neither) / count;
  const chance = ((both + first) * (both + second) + (second + neither) * (first + neither)) / (count * count);
  return (observed - chance) / (1 - chance);
}
