import { typescript } from "./typescript.js";

/** What an editor does with code when Enter is pressed. */
export type CodeState = "complete" | "incomplete" | "invalid";

/** TypeScript's numbers for a template, a regular expression and a comment without an end. */
const unterminated = new Set([1160, 1010]);

/** Whether code can run, misses its end, or has a fault that more typing does not mend. */
export function codeState(code: string): CodeState {
  const file = typescript.createSourceFile("cell.ts", code, typescript.ScriptTarget.Latest, false);
  const faults = (file as unknown as { readonly parseDiagnostics: readonly typescript.Diagnostic[] }).parseDiagnostics;
  if (faults.length === 0) return "complete";
  return faults.some((fault) => unterminated.has(fault.code)) ? "incomplete" : "invalid";
}

/** Whether a cell waits outside of all functions with `for await`, which tslab does not take for waiting. */
export function loopsOverPromises(code: string): boolean {
  if (!/\bfor\s+await\b/.test(code)) return false;
  const file = typescript.createSourceFile("cell.ts", code, typescript.ScriptTarget.Latest, false);
  const waits = (node: typescript.Node): boolean =>
    !typescript.isFunctionLike(node) &&
    ((typescript.isForOfStatement(node) && node.awaitModifier !== undefined) ||
      typescript.forEachChild(node, (child) => waits(child) || undefined) === true);
  return waits(file);
}
