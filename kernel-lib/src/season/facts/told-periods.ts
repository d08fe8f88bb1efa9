import type { TestedPeriod } from "../candidate-periods.js";
import { YEAR } from "../season.js";
import type { RepeatedYear } from "./repeated-year.js";

/** A period as decisions and profiles tell of it. */
export interface ToldPeriod extends TestedPeriod {
  /** Set when an accepted period is a multiple of this one and so repeats what it would have told: a week contains the day. */
  readonly contained?: true;
  /** Set when the model goes without it, its level following the neighbours instead, and the course returns after it all the same. */
  readonly returns?: true;
}

/** A period that explains less of the usual remainder by itself was not found, whatever a longer one explains. */
const LEAST_EXPLAINED = 0.05;

/** The periods that were looked for, with those told by an accepted one marked. */
export function toldPeriods(periods: readonly TestedPeriod[]): ToldPeriod[] {
  const accepted = periods.find((period) => period.accepted);
  return periods.map((period) =>
    accepted && !period.accepted && accepted.steps % period.steps === 0 && period.explained >= LEAST_EXPLAINED
      ? { ...period, contained: true }
      : period,
  );
}

/** The same with the year after which a series returns though its model goes without. */
export function withReturningYear(periods: readonly ToldPeriod[], year: RepeatedYear | null): readonly ToldPeriod[] {
  if (year === null || periods.some(({ accepted, label }) => accepted && label === YEAR)) return periods;
  const returning: ToldPeriod = {
    steps: year.points,
    label: YEAR,
    explained: year.strength,
    accepted: false,
    returns: true,
  };
  return [...periods.filter(({ label }) => label !== YEAR), returning];
}

/** Whether a KPI is said to repeat after a period. */
export const isTold = ({ accepted, returns }: Pick<ToldPeriod, "accepted" | "returns">): boolean =>
  accepted || returns === true;

/** The periods that were looked for and that nothing shows. */
export function refusedLabels(periods: readonly Omit<ToldPeriod, "steps" | "explained">[]): string[] {
  return periods.filter((period) => !isTold(period) && !period.contained).map(({ label }) => label);
}
