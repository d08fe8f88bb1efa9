import type {
  AskPerson,
  CellOutcome,
  CellOutput,
  NotebookEngine,
} from "../../kernel-lib/src/kernel/notebook-engine.js";

/** What came of a cell. */
export interface Ran {
  readonly outcome: CellOutcome;
  readonly outputs: readonly CellOutput[];
  /** The result's text, else what the cell printed. */
  readonly text: string;
  /** The error for people, in one string. */
  readonly error: string;
}

/** Runs a cell in an engine, and tells its outputs in short. */
export async function runCell(engine: NotebookEngine, code: string, ask?: AskPerson): Promise<Ran> {
  const outputs: CellOutput[] = [];
  const outcome = await engine.execute(code, (output) => outputs.push(output), undefined, ask);
  const result = outputs.find((output) => output.type === "result");
  const printed = outputs.map((output) => (output.type === "stream" ? output.text : "")).join("");
  return {
    outcome,
    outputs,
    text: result ? String(result.data["text/plain"]) : printed,
    error: outcome.status === "error" ? outcome.error.trace.join("\n") : "",
  };
}
