import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
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
import { Subcommand } from "../subcommand.js";

interface RunOptions {
  readonly out?: string;
  readonly html?: string;
  readonly allowErrors?: boolean;
  readonly language?: Language;
}

const plotly = new URL("../../../dist/notebook/plotly.js", import.meta.url);

/** `kpi-anomaly notebook run NB.ipynb`: runs a TypeScript notebook without Jupyter, and writes it as notebook or page. */
export function notebookCommand(): Subcommand {
  const run = new Subcommand("run", {
    en: "Run all cells in the notebook's folder; without --out and --html nothing is written.",
    de: "Führt alle Zellen im Ordner des Notebooks aus; ohne --out und --html wird nichts geschrieben.",
  })
    .localizedArgument("<notebook>", {
      en: "an .ipynb file with TypeScript cells",
      de: "eine .ipynb-Datei mit TypeScript-Zellen",
    })
    .localizedOption("--out <file>", {
      en: "write the notebook with its outputs; may be the notebook itself",
      de: "das Notebook mit seinen Ausgaben schreiben; es darf dasselbe sein",
    })
    .localizedOption("--html <file>", {
      en: "write one page that opens without internet, with figures that can be zoomed",
      de: "eine Seite schreiben, die ohne Internet aufgeht, mit Abbildungen zum Vergrößern",
    })
    .localizedOption("--allow-errors", {
      en: "go on after a cell that fails",
      de: "nach einer Zelle, die scheitert, weitermachen",
    });
  withLanguageOption(run).action(runFile);
  return new Subcommand("notebook", {
    en: "Run TypeScript notebooks without Jupyter.",
    de: "Führt TypeScript-Notebooks ohne Jupyter aus.",
  }).addCommand(run);
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
