import type { CellOutput } from "../notebook-engine.js";

/** What every cell can call without an import. */
export interface CellGlobals {
  /** Asks the person at the notebook for a line of text. */
  input(prompt?: string, options?: { readonly password?: boolean }): Promise<string>;
  /** Removes what the cell has shown so far; with `wait` as soon as it shows something else. */
  clearOutput(wait?: boolean): void;
}

/** Their declarations, as the compiler sees them. */
export const globalDeclarations = `/** Asks the person at the notebook for a line of text. */
declare function input(prompt?: string, options?: { readonly password?: boolean }): Promise<string>;
/** Removes what the cell has shown so far; with \`wait\` as soon as it shows something else. */
declare function clearOutput(wait?: boolean): void;
`;

/** Names of them, which are no variables of the notebook. */
export const globalNames: ReadonlySet<string> = new Set(["input", "clearOutput"]);

/** Makes them. `ask` rejects where nobody can answer. */
export function cellGlobals(
  show: (output: CellOutput) => void,
  ask: (prompt: string, password: boolean) => Promise<string>,
): CellGlobals {
  return {
    input: (prompt = "", { password = false } = {}) => ask(prompt, password),
    clearOutput: (wait = false) => show({ type: "clear", wait }),
  };
}
