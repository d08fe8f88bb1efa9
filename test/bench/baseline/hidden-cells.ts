import { digits, figure, geometricMean, mean, type Figure } from "./figures.js";
import { compare, type Compared, type ComparedGroup } from "./hidden-rating.js";
import { FAMILY_NAMES, type HiddenSeries } from "./hidden-series.js";

/**
 * Figures of hidden values, ours beside STL's in geometric means of their ratios. A family of generated series weighs as much
 * as a real series. The goals were set on such a mixture, three quarters of it real, against the model of before, and are
 * told in units of STL here (.70 / .94 and .68 / 1.32).
 */
export function hiddenFigures(generated: readonly HiddenSeries[], real: readonly HiddenSeries[]): Figure[] {
  const families = FAMILY_NAMES.length;
  const groups = [
    { name: `${families} generated families`, weight: families, ...compare(generated) },
    { name: `${real.length} real series`, weight: real.length, ...compare(real) },
  ].filter(({ compared }) => compared.length > 0);
  type Group = (typeof groups)[number];
  /** A mean of all, with that of each group beside it. */
  const together = (of: (group: Group) => number, isRatio = false): { readonly value: number; readonly by: string } => {
    const [into, back] = isRatio ? [Math.log, Math.exp] : [Number, Number];
    const weights = groups.reduce((sum, { weight }) => sum + weight, 0);
    const value = back(groups.reduce((sum, group) => sum + group.weight * into(of(group)), 0) / weights);
    return { value, by: groups.map((group) => `${group.name} ${digits(of(group))}`).join(", ") };
  };
  const holds = together(({ compared }) => mean(compared.map(({ usual }) => usual.holds)));
  const below = together(({ compared }) => mean(compared.map(({ belowZero }) => belowZero)));
  const inRange = [
    between("– coverage of the 99 % range", holds.value, [0.985, 0.995], holds.by),
    figure("– rows with a range below 0 for data >= 0", below.value, 0, below.by, true),
  ];
  const { stl } = groups[0];
  if (stl === null) return [figure("hidden values: no STL, as there is no statsmodels", NaN, null, ""), ...inRange];
  const ratioTo = (by: "usual" | "expected", of: "error" | "winkler") =>
    together(({ compared }) => geometricMean(compared.map((one) => ratio(one, by, of))), true);
  const [error, winkler] = [ratioTo("usual", "error"), ratioTo("usual", "winkler")];
  const alone = (of: "error" | "winkler"): string => `expected alone ${digits(ratioTo("expected", of).value)}`;
  const theirs = together(({ compared }) => mean(compared.map((one) => one.stl?.holds ?? NaN)));
  return [
    figure("hidden values: error, ratio to STL", error.value, 0.745, `${error.by}; ${alone("error")}`, true),
    figure(
      "– Winkler score of the 99 % range, ratio to STL",
      winkler.value,
      0.515,
      `${winkler.by}; ${alone("winkler")}`,
      true,
    ),
    ...inRange,
    figure(`– the same of STL (statsmodels ${stl.version}): coverage`, theirs.value, null, theirs.by),
    figure("– processor seconds, ratio to STL", secondsOf(groups), null, "all series"),
  ];
}

const ratio = (one: Compared, by: "usual" | "expected", of: "error" | "winkler"): number =>
  one.stl === null ? NaN : one[by][of] / one.stl[of];

function secondsOf(groups: readonly ComparedGroup[]): number {
  const sum = (seconds: (group: ComparedGroup) => number): number =>
    groups.reduce((total, group) => total + seconds(group), 0);
  return sum(({ seconds }) => seconds) / sum(({ stl }) => stl?.seconds ?? NaN);
}

function between(name: string, value: number, [low, high]: readonly [number, number], of: string): Figure {
  return { ...figure(name, value, null, of), goal: `${low} to ${high}`, isReached: value >= low && value <= high };
}
