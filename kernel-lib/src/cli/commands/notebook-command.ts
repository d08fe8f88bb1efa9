import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import { Subcommand } from "../subcommand.js";
import { InputError } from "../../errors.js";
import { notebookPage } from "../../kernel/files/notebook-page.js";
import { notebookText, parseNotebook } from "../../kernel/files/notebook-file.js";
import { createPackageEngine } from "../../kernel/package-engine.js";
import { runNotebook, type NotebookRun } from "../../kernel/files/run-notebook.js";
import { readBytes } from "../../read-bytes.js";
import type { Language } from "../../words/language.js";
import { speechOf } from "../../words/speech.js";
import { withLanguageOption } from "../config-options.js";
import { outputFiles } from "../output-files.js";
import { progressLine } from "../progress-line.js";

interface RunOptions {
  readonly out?: string;
  readonly html?: string;
  readonly allowErrors?: boolean;
  readonly language?: Language;
}

const plotly = new URL("../../../dist/notebook/plotly.js", import.meta.url);

/** `kpi-anomaly notebook run NB.ipynb`: runs a TypeScript notebook without Jupyter, and writes it as notebook or page. */
export function notebookCommand(): Command {
  const run = new Subcommand("run")
    .argument("<notebook>")
    .option("--out <file>")
    .option("--html <file>")
    .option("--allow-errors");
  withLanguageOption(run).action(runFile);
  return new Subcommand("notebook").addCommand(run);
}

async function runFile(file: string, { out, html, allowErrors, language }: RunOptions): Promise<void> {
  const outputs = await outputFiles({ "--out": out, "--html": html }, [file], "--out");
  const notebook = parseNotebook(new TextDecoder().decode(await readBytes(file)), file);
  const ran = await runInFolder(notebook, dirname(resolve(file)), { allowErrors, language });
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
  { allowErrors, language }: Pick<RunOptions, "allowErrors" | "language">,
): Promise<NotebookRun> {
  const progress = progressLine(process.stderr);
  const engine = createPackageEngine(folder, language);
  const { words, write } = speechOf(language);
  try {
    return await runNotebook(notebook, engine, {
      allowErrors,
      progress: (cell, of) => progress.show(words.phrases.runningCell({ cell, of }, write), (cell - 1) / of),
    });
  } finally {
    progress.clear();
    await engine.dispose();
  }
}
