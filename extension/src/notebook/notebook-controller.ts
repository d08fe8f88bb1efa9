import type { CellOutcome } from "kpi-anomaly/kernel";
import * as vscode from "vscode";
import { t } from "../../shared/translate.js";
import type { CellProblems } from "./cell-problems.js";
import type { NotebookEngines } from "./notebook-engines.js";
import { errorOutput } from "./notebook-output.js";
import { OutputWriter } from "./output-writer.js";
import { cellLanguage, isTypescriptNotebook, kernelName, notebookType } from "./typescript-notebook.js";

/** Runs TypeScript cells of .ipynb notebooks: the kernel "KPI TypeScript" that VS Code offers, ready on install. */
export class NotebookController implements vscode.Disposable {
  readonly #controller: vscode.NotebookController;
  readonly #engines: NotebookEngines;
  readonly #problems: CellProblems;
  readonly #ran = new vscode.EventEmitter<vscode.NotebookDocument>();
  readonly #counts = new WeakMap<vscode.NotebookDocument, number>();
  readonly #opened: vscode.Disposable;
  /** Told after each cell. */
  readonly onDidRun: vscode.Event<vscode.NotebookDocument> = this.#ran.event;

  constructor(engines: NotebookEngines, problems: CellProblems) {
    this.#engines = engines;
    this.#problems = problems;
    this.#controller = vscode.notebooks.createNotebookController(
      kernelName,
      notebookType,
      t({ en: "KPI TypeScript", de: "KPI TypeScript" }),
    );
    this.#controller.supportedLanguages = [cellLanguage];
    this.#controller.supportsExecutionOrder = true;
    this.#controller.description = t({ en: "TypeScript, no installation needed", de: "TypeScript, ohne Installation" });
    this.#controller.executeHandler = (cells, notebook) => this.#runAll(cells, notebook);
    this.#controller.interruptHandler = (notebook) => this.#engines.started(notebook)?.interrupt();
    this.#opened = vscode.workspace.onDidOpenNotebookDocument((notebook) => this.#prefer(notebook));
    for (const notebook of vscode.workspace.notebookDocuments) this.#prefer(notebook);
  }

  /** Forgets the variables of a notebook. A running cell ends. */
  async restart(notebook: vscode.NotebookDocument): Promise<void> {
    this.#counts.delete(notebook);
    await this.#engines.started(notebook)?.restart();
    this.#ran.fire(notebook);
  }

  dispose(): void {
    this.#opened.dispose();
    this.#ran.dispose();
    this.#controller.dispose();
  }

  /** VS Code takes the preferred kernel of a notebook without asking. */
  #prefer(notebook: vscode.NotebookDocument): void {
    if (isTypescriptNotebook(notebook))
      this.#controller.updateNotebookAffinity(notebook, vscode.NotebookControllerAffinity.Preferred);
  }

  /** All cells are shown as waiting; the first that fails lets go of the others. */
  async #runAll(cells: readonly vscode.NotebookCell[], notebook: vscode.NotebookDocument): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      void vscode.window.showWarningMessage(
        t({
          en: "Cells are programs: they run once you trust this workspace.",
          de: "Zellen sind Programme: Sie laufen erst, wenn Sie diesem Arbeitsbereich vertrauen.",
        }),
      );
      return;
    }
    const executions = cells.map((cell) => this.#controller.createNotebookCellExecution(cell));
    let going = true;
    for (const execution of executions) {
      if (going) going = await this.#run(execution, notebook);
      else {
        execution.start();
        execution.end(undefined);
      }
    }
  }

  /** Runs one cell. Resolves to whether it succeeded. */
  async #run(execution: vscode.NotebookCellExecution, notebook: vscode.NotebookDocument): Promise<boolean> {
    const count = (this.#counts.get(notebook) ?? 0) + 1;
    this.#counts.set(notebook, count);
    execution.executionOrder = count;
    execution.start(Date.now());
    await execution.clearOutput();
    const writer = new OutputWriter(execution, count);
    const outcome = await this.#outcome(execution.cell, count, writer);
    if (outcome.status === "error") writer.append(errorOutput(outcome.error));
    await writer.finish();
    this.#problems.ran(execution.cell, count, outcome);
    execution.end(outcome.status === "ok", Date.now());
    this.#ran.fire(notebook);
    return outcome.status === "ok";
  }

  async #outcome(cell: vscode.NotebookCell, count: number, writer: OutputWriter): Promise<CellOutcome> {
    try {
      return await this.#engines
        .running(cell.notebook)
        .execute(cell.document.getText(), (output) => writer.show(output), count, askPerson);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return {
        status: "error",
        count,
        error: { name: "EngineError", message, trace: [message], problems: [], frames: [] },
      };
    }
  }
}

/** Asks in VS Code's own box; Escape is no answer, and the cell hears so. */
async function askPerson(prompt: string, password: boolean): Promise<string> {
  const text = await vscode.window.showInputBox({ prompt, password, ignoreFocusOut: true });
  if (text === undefined) throw new Error("Nothing was entered.");
  return text;
}
