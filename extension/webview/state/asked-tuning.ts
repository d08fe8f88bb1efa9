import type { Results, Tuning } from "../../shared/protocol/index.js";
import { same } from "./deep-equal.js";

/** What was asked for of this run and is not on show yet. */
let asked: Partial<Tuning> = {};
let run = NaN;

/**
 * The cut as a person has asked for it: what is on show, with the changes whose answer is still on its way. Whoever changes one
 * of several values begins with this one, so that of two clicks in a row none is lost.
 */
export function askedTuning(shown: Tuning): Tuning {
  return { ...shown, ...asked };
}

/** Keeps what is asked for, until results show it. */
export function keepAsked(tuning: Partial<Tuning>): void {
  asked = { ...asked, ...tuning };
}

/** Forgets what these results show, and all that was asked of another run. */
export function forgetShown(results: Pick<Results, "run" | "tuning">): void {
  const open = Object.entries(asked).filter(([key, value]) => !same(value, results.tuning[key as keyof Tuning]));
  asked = results.run === run ? Object.fromEntries(open) : {};
  run = results.run;
}
