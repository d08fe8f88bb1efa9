/** A row of the table: what is measured, the figure, and what it is to reach. */
export interface Figure {
  readonly name: string;
  readonly figure: string;
  readonly goal: string;
  readonly isReached: boolean | null;
  /** What the figure consists of. */
  readonly of: string;
}

/** A figure that is to be at least `goal`, or at most where `isCost`. */
export function figure(name: string, value: number, goal: number | null, of: string, isCost = false): Figure {
  const isReached = goal === null ? null : isCost ? value <= goal : value >= goal;
  return {
    name,
    figure: digits(value),
    goal: goal === null ? "" : `${isCost ? "<=" : ">="} ${digits(goal)}`,
    isReached,
    of,
  };
}

/** Two or three places of a share, a ratio or a number a series. */
export const digits = (value: number): string => (Number.isFinite(value) ? value.toFixed(3).replace(/0$/, "") : "–");

/** Mean of values that are there. */
export function mean(values: readonly number[]): number {
  const known = values.filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Geometric mean: of ratios, so that a half and a double are one. */
export const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(mean(ratios.map((ratio) => Math.log(Math.min(1e3, Math.max(1e-3, ratio))))));

/** The table, in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, figure: value, goal, isReached, of }) => {
    const verdict = isReached === null ? "" : isReached ? "yes" : "no";
    return `| ${[name, value, goal, verdict, of].join(" | ")} |`;
  });
  return ["| what | figure | goal | reached | of |", "|---|--:|--:|---|---|", ...lines].join("\n");
}
