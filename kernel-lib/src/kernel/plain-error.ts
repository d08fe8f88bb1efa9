import type { CellError } from "./notebook-engine.js";

/** An error of the notebook rather than of its code, such as `Interrupted`. */
export function plainError(name: string, message: string): CellError {
  return { name, message, trace: [`${name}: ${message}`], problems: [], frames: [] };
}
