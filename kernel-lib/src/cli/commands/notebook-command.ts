import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../../errors.js";
import { notebookPage } from "../../kernel/files/notebook-page.js";
import { notebookText, parseNotebook } from "../../kernel/files/notebook-file.js";
import { createPackageEngine } from "../../kernel/package-engine.js";
import { runNotebook, type NotebookRun } from "../../kernel/files/run-notebook.js";
import { readBytes } from "../../read-bytes.js";
import { outputFiles } from "../output-files.js";
import { progressLine } from "../progress-line.js";

interface RunOptions {
  readonly out?: string;
  readonly html?: string;
  readonly allowErrors?: boolean;
}

const plotly = new URL("../../../dist/notebook/plotly.js", import.meta.url);

/** `kpi-anomaly notebook run NB.ipynb`: runs a TypeScript notebook without Jupyter, and writes it as notebook or page. */
export function notebookCommand(): Command {
  const run = new Command("run")
    .argument("<notebook>", "an .ipynb file with TypeScript cells")
    .description("run all cells, in the notebook's folder; without --out and --html nothing is written")
    .option("--out <file>", "write the notebook with its outputs; may be the notebook itself")
    .option("--html <file>", "write one HTML page that opens without internet, figures interactive")
    .option("--allow-errors", "go on after a cell that fails")
    .action(runFile);
  return new Command("notebook").description("Run TypeScript notebooks without Jupyter.").addCommand(run);
}

async function runFile(file: string, { out, html, allowErrors }: RunOptions): Promise<void> {
  const outputs = await outputFiles({ "--out": out, "--html": html }, [file], "--out");
  const notebook = parseNotebook(new TextDecoder().decode(await readBytes(file)), file);
  const ran = await runInFolder(notebook, dirname(resolve(file)), allowErrors);
  await outputs.write("--out", () => notebookText(ran.notebook));
  if (html !== undefined) {
    const drawing = await readFile(plotly, "utf8");
    await outputs.write("--html", () => notebookPage(ran.notebook, basename(file, ".ipynb"), drawing));
  }
  if (ran.failed === undefined) return;
  const { cell, trace } = ran.failed;
  throw new InputError("cell_failed", { cell, file, trace: trace.join("\n") });
}

async function runInFolder(
  notebook: NotebookRun["notebook"],
  folder: string,
  allowErrors: boolean | undefined,
): Promise<NotebookRun> {
  const progress = progressLine(process.stderr);
  const engine = createPackageEngine(folder);
  try {
    return await runNotebook(notebook, engine, {
      allowErrors,
      progress: (cell, of) => progress.show({ step: `Running cell ${cell} of ${of}`, fraction: (cell - 1) / of }),
    });
  } finally {
    progress.clear();
    await engine.dispose();
  }
}
