import { join } from "node:path";
import { createProcessEngine, languageOf, type NotebookEngine } from "kpi-anomaly/kernel";
import * as vscode from "vscode";
import { t } from "../../shared/translate.js";
import { isTypescriptNotebook, notebookFolder } from "./typescript-notebook.js";

/** The engines of all open notebooks. One runs a notebook's cells; another answers the editor for all notebooks of a folder. */
export class NotebookEngines implements vscode.Disposable {
  readonly #program: string;
  readonly #library: string;
  readonly #snapshots: string | undefined;
  readonly #running = new Map<vscode.NotebookDocument, NotebookEngine>();
  readonly #answering = new Map<string, NotebookEngine>();

  constructor({ extensionPath, globalStorageUri }: vscode.ExtensionContext) {
    this.#snapshots = globalStorageUri.scheme === "file" ? join(globalStorageUri.fsPath, "snapshots") : undefined;
    this.#program = join(extensionPath, "dist", "notebook", "program", "cell-process.mjs");
    this.#library = join(extensionPath, "dist", "library");
  }

  /** The engine that runs this notebook's cells; started when first asked for. */
  running(notebook: vscode.NotebookDocument): NotebookEngine {
    let engine = this.#running.get(notebook);
    if (engine === undefined) {
      const ended = (reason: string): void =>
        void vscode.window.showWarningMessage(
          t(
            {
              en: "{0} The next cell starts a new process; variables are gone.",
              de: "{0} Die nächste Zelle startet einen neuen Prozess; Variablen sind verloren.",
            },
            reason,
          ),
        );
      engine = createProcessEngine({
        folder: notebookFolder(notebook),
        program: this.#program,
        library: this.#library,
        snapshots: this.#snapshots,
        language: languageOf(vscode.env.language),
        ended,
      });
      this.#running.set(notebook, engine);
    }
    return engine;
  }

  /** The engine of a notebook that has run something. */
  started(notebook: vscode.NotebookDocument): NotebookEngine | undefined {
    return this.#running.get(notebook);
  }

  /**
   * The engine that answers completions and the like. It runs no cell, so it answers while one runs, and it reads the doc
   * comments that the other leaves aside.
   */
  answering(notebook: vscode.NotebookDocument): NotebookEngine {
    const folder = notebookFolder(notebook);
    let engine = this.#answering.get(folder);
    if (engine === undefined) {
      engine = createProcessEngine({
        folder,
        program: this.#program,
        library: this.#library,
        snapshots: this.#snapshots,
        language: languageOf(vscode.env.language),
        environment: { KPI_ANOMALY_DOCUMENTATION: "1" },
      });
      this.#answering.set(folder, engine);
    }
    return engine;
  }

  /** Ends the process of a notebook that was closed, and the one of its folder when no other notebook there is open. */
  close(notebook: vscode.NotebookDocument): void {
    void this.#running.get(notebook)?.dispose();
    this.#running.delete(notebook);
    const folder = notebookFolder(notebook);
    const needed = vscode.workspace.notebookDocuments.some(
      (each) => each !== notebook && isTypescriptNotebook(each) && notebookFolder(each) === folder,
    );
    if (needed) return;
    void this.#answering.get(folder)?.dispose();
    this.#answering.delete(folder);
  }

  dispose(): void {
    for (const engine of [...this.#running.values(), ...this.#answering.values()]) void engine.dispose();
  }
}
