import type { CellOutput, NotebookEngine } from "../notebook-engine.js";
import {
  fileBundle,
  fileError,
  fileOutput,
  lines,
  wholeText,
  type NotebookCell,
  type NotebookFile,
  type NotebookOutput,
} from "./notebook-file.js";

/** How a run goes on. */
export interface RunOptions {
  /** Goes on after a cell that fails; a cell tagged `raises-exception` may always fail, as in Jupyter. */
  readonly allowErrors?: boolean;
  /** Told before each cell: its number from 1 and how many there are. */
  readonly progress?: (cell: number, of: number) => void;
}

/** A notebook that has run. */
export interface NotebookRun {
  /** The notebook with its new outputs; cells after one that ended the run keep none. */
  readonly notebook: NotebookFile;
  /** The cell that ended the run, from 1 among all cells of the file, and why; undefined when all ran. */
  readonly failed?: { readonly cell: number; readonly trace: readonly string[] };
}

/** Runs the code cells of a notebook from top to bottom and gives it back with its outputs. */
export async function runNotebook(
  notebook: NotebookFile,
  engine: NotebookEngine,
  { allowErrors = false, progress = () => {} }: RunOptions = {},
): Promise<NotebookRun> {
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  const displays = new Map<string, Record<string, unknown>>();
  for (const [index, cell] of cells.entries()) {
    if (cell.cell_type !== "code" || wholeText(cell.source).trim() === "") continue;
    progress(index + 1, cells.length);
    const trace = await runCell(cell, engine, displays);
    const mayFail = allowErrors || (cell.metadata.tags ?? []).includes("raises-exception");
    if (trace !== undefined && !mayFail)
      return { notebook: { ...notebook, cells }, failed: { cell: index + 1, trace } };
  }
  return { notebook: { ...notebook, cells } };
}

/** Runs one cell and fills in its outputs. Returns the error's text when it failed. */
async function runCell(
  cell: NotebookCell,
  engine: NotebookEngine,
  displays: Map<string, Record<string, unknown>>,
): Promise<readonly string[] | undefined> {
  const outputs: NotebookOutput[] = (cell.outputs = []);
  const shown: CellOutput[] = [];
  const outcome = await engine.execute(wholeText(cell.source), (output) => shown.push(output));
  for (const output of shown) addOutput(outputs, output, outcome.count, displays);
  cell.execution_count = outcome.count;
  if (outcome.status === "ok") return undefined;
  outputs.push(fileError(outcome.error));
  return outcome.error.trace;
}

function addOutput(
  outputs: NotebookOutput[],
  output: CellOutput,
  count: number,
  displays: Map<string, Record<string, unknown>>,
): void {
  if (output.type === "update") {
    const shown = displays.get(output.displayId);
    if (shown === undefined) return;
    for (const type of Object.keys(shown)) delete shown[type];
    Object.assign(shown, fileBundle(output.data));
    return;
  }
  if (output.type === "clear") {
    outputs.length = 0;
    return;
  }
  const last = outputs.at(-1);
  if (output.type === "stream" && last?.output_type === "stream" && last.name === output.name)
    last.text = lines(wholeText(last.text) + output.text);
  else {
    const kept = fileOutput(output, count);
    if (output.type === "display" && output.displayId !== undefined && kept.output_type === "display_data")
      displays.set(output.displayId, kept.data);
    outputs.push(kept);
  }
}
