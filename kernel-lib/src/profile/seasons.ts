import type { ResolvedConfig } from "../config/config.js";
import { seasonOf } from "../make-sample.js";
import { rollingMean } from "../numeric/windows/rolling.js";
import { gather } from "../numeric/gather.js";
import { inOwnSize, inUsualSize } from "../numeric/scaling/usual-size.js";
import type { NormalFacts } from "../report.js";
import { factsInSize, normalFacts } from "../season/facts/normal-facts.js";
import { repeatedYear } from "../season/facts/repeated-year.js";
import { toldPeriods } from "../season/facts/told-periods.js";
import { rowsOf } from "../season/candidate-periods.js";
import { cycleMean, YEAR, YEAR_OF_DAYS, type Season } from "../season/season.js";
import type { Series } from "../table.js";
import type { SeasonFound } from "./season-found.js";

/** The seasons of a series, what they add at each of its points (0 without one), and the rest of what is normal for it. */
export interface Seasonality {
  readonly found: readonly SeasonFound[];
  readonly seasonal: Float64Array;
  /** What is expected of each of its points, changes of level for a while left out; NaN where nothing is. */
  readonly expected: Float64Array;
  /** Points after which it repeats soonest, 0 for none. */
  readonly cycle: number;
  /** Null where nothing can be said. Amounts are in units of the KPI. */
  readonly normal: NormalFacts | null;
}

/**
 * Periods after which a KPI repeats itself, and the kind, growth, level changes and dates of it: all read from the one model
 * that detection goes by (`seasonOf`), so that profile and report never contradict each other; and a year that repeats though
 * the model goes without it. The strength is
 * 1 - Var(rest) / Var(season + rest) (Wang, Smith and Hyndman 2006, https://doi.org/10.1007/s10618-005-0039-x). O(n log n).
 */
export function seasons(series: Series, config: Pick<ResolvedConfig, "events" | "season">): Seasonality {
  const { values, exponent } = inUsualSize(series.values);
  const season = seasonOf({ ...series, values }, config);
  if (!season) {
    const expected = new Float64Array(values.length).fill(NaN);
    return { found: [], seasonal: new Float64Array(values.length), expected, cycle: 0, normal: null };
  }
  const told = toldPeriods(season.periods);
  const yearOfModel = told.find(({ accepted, label }) => accepted && label === YEAR);
  const seasonal = yearOfModel ? withYear(season, rowsOf(yearOfModel.steps, season.grid)) : season.seasonal;
  const found = told
    .filter(({ accepted }) => accepted)
    .map((period): SeasonFound => {
      const points = rowsOf(period.steps, season.grid);
      return {
        label: period.label,
        contained: told.filter((each) => each.contained).map(({ label }) => label),
        points,
        strength: period.explained,
        profile: inOwnSize(meanByPlace(seasonal, points), exponent),
      };
    });
  const normal = factsInSize(normalFacts(season), exponent);
  const added = inOwnSize(gather(seasonal, season.rows), exponent);
  const usual = season.trend.map((level, row) => level + season.seasonal[row]);
  const known = { normal, expected: inOwnSize(gather(usual, season.rows), exponent), cycle: season.cycleRows };
  const year = yearOfModel || season.choice !== null ? null : repeatedYear(series);
  return year
    ? {
        found: [...found, { label: YEAR, contained: [], ...year }],
        seasonal: added.map((value, i) => value + year.profile[i % year.points]),
        ...known,
      }
    : { found, seasonal: added, ...known };
}

/** What the seasons add, the year of days among them: the model lets its level go along with that, since it is slow. */
function withYear({ trend, seasonal, grid }: Pick<Season, "trend" | "seasonal" | "grid">, rows: number): Float64Array {
  if (grid.step > YEAR_OF_DAYS || 2 * rows > trend.length) return seasonal;
  const level = cycleMean(trend, rows);
  return seasonal.map((value, i) => value + trend[i] - level[i]);
}

function meanByPlace(values: Float64Array, points: number): Float64Array {
  const sums = new Float64Array(points);
  const counts = new Float64Array(points);
  for (let i = 0; i < values.length; i++) {
    sums[i % points] += values[i];
    counts[i % points]++;
  }
  return sums.map((sum, place) => sum / counts[place] || 0);
}

/** Mean of one period around each point; at the ends that of the nearest whole window. */
export function centredMean(values: Float64Array, points: number): Float64Array {
  const trailing = rollingMean(values, points, Math.ceil(points / 2));
  const half = Math.floor(points / 2);
  const last = values.length - 1;
  return values.map((_, index) => trailing[Math.min(last, Math.max(points - 1, index + half))]);
}
