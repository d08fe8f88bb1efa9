import { gather } from "../../numeric/gather.js";
import { robustScale } from "../../numeric/scaling/robust-deviation.js";
import type { MissingStretch, Pattern } from "../../report.js";
import type { Series } from "../../table.js";
import type { Season } from "../season.js";
import { normalFacts } from "./normal-facts.js";
import { repeatedYear } from "./repeated-year.js";
import { toldPeriods, withReturningYear, type ToldPeriod } from "./told-periods.js";

/** The part of a season that a report keeps. O(n). */
export function patternOf(season: Season, series: Series, missing: readonly MissingStretch[] = []): Pattern {
  return {
    rhythm: season.rhythm,
    cycle: season.cycleRows,
    cycleLabel: season.periods.find((period) => period.steps === season.cycle)?.label ?? "",
    wholeCycles: season.cycles !== null,
    periods: periodsOf(season, series),
    spread: robustScale(season.remainder),
    known: gather(season.known, season.rows),
    missing,
    normal: normalFacts(season),
  };
}

/** The periods that were looked for and what came of them, the year among them that returns though the model goes without. */
export function periodsOf(
  { periods, choice }: Pick<Season, "periods" | "choice">,
  series: Series,
): readonly ToldPeriod[] {
  const told = toldPeriods(periods);
  return choice === null ? withReturningYear(told, repeatedYear(series)) : told;
}
