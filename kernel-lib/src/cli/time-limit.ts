import { createContext, runInContext } from "node:vm";
import { InputError, type InputProblem } from "../errors.js";

/**
 * Runs work that may never end by itself, such as the rules of a calendar that never come true.
 *
 * @param seconds after which it is stopped
 * @param late what is thrown then
 * @throws InputError `late` when it was stopped; whatever `work` throws
 */
export function withinTime<Value>(seconds: number, late: InputProblem, work: () => Value): Value {
  try {
    return runInContext("work()", createContext({ work }), { timeout: seconds * 1000 }) as Value;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    throw new InputError(...late);
  }
}
