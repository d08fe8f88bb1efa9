import type { BaselineInput, Cycles, Step } from "../types.js";

export type { Cycles } from "../types.js";

/** Seconds of a day. */
export const DAY = 86_400;
/** Days of a year, leap years included. */
export const YEAR_DAYS = 365.25;

/** The cycles that an input is modelled with: those set for it, else those of its step. */
export function cyclesFor({ cycles, step, values }: Pick<BaselineInput, "cycles" | "step" | "values">): Cycles {
  return cycles ?? cyclesOf(step, values.length);
}

/** The cycles of a series of `n` rows. A period needs two and a half cycles (months and quarters: two) to be learnt. */
export function cyclesOf(step: Step, n: number): Cycles {
  if (step === "month") return { periods: n >= 24 ? [12] : [], unit: 12, rowsPerYear: 12 };
  if (step === "quarter") return { periods: n >= 8 ? [4] : [], unit: 4, rowsPerYear: 4 };
  const rowsPerYear = (YEAR_DAYS * DAY) / step;
  if (step < DAY / 2) {
    const day = roundHalfEven(DAY / step);
    const periods = n >= 2.5 * day && day > 1 ? [day] : [];
    if (n >= 2.5 * 7 * day) periods.push(7 * day);
    return { periods, unit: day, rowsPerYear };
  }
  if (step < 3 * DAY) return { periods: n >= 17 ? [7] : [], unit: 7, rowsPerYear: YEAR_DAYS };
  return { periods: [], unit: 4, rowsPerYear };
}

function roundHalfEven(x: number): number {
  const whole = Math.round(x);
  return whole - x === 0.5 && whole % 2 !== 0 ? whole - 1 : whole;
}
