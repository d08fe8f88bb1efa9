import { gather } from "../numeric/gather.js";
import { robustScale } from "../numeric/scaling/robust-deviation.js";
import type { MissingStretch, Pattern } from "../report.js";
import { normalFacts } from "./normal-facts.js";
import { toldPeriods } from "./told-periods.js";
import type { Season } from "./season.js";

/** The part of a season that a report keeps. */
export function patternOf(season: Season, missing: readonly MissingStretch[] = []): Pattern {
  return {
    rhythm: season.rhythm,
    cycle: season.cycleRows,
    cycleLabel: season.periods.find((period) => period.steps === season.cycle)?.label ?? "",
    wholeCycles: season.cycles !== null,
    periods: toldPeriods(season.periods),
    spread: robustScale(season.remainder),
    known: gather(season.known, season.rows),
    missing,
    normal: normalFacts(season),
  };
}
