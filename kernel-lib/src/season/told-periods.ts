import type { TestedPeriod } from "./candidate-periods.js";

/** A period as decisions and profiles tell of it. */
export interface ToldPeriod extends TestedPeriod {
  /** Set when an accepted period is a multiple of this one and so repeats what it would have told: a week contains the day. */
  readonly contained?: true;
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

/** The periods that were looked for and that nothing shows. */
export function refusedLabels(periods: readonly Pick<ToldPeriod, "label" | "accepted" | "contained">[]): string[] {
  return periods.filter(({ accepted, contained }) => !accepted && !contained).map(({ label }) => label);
}
