import type { CellOutcome, CellProblem } from "kpi-anomaly/kernel";
import * as vscode from "vscode";
import type { NotebookEngines } from "./notebook-engines.js";
import { cellLanguage, cellOf, codeCells, isTypescriptNotebook } from "./typescript-notebook.js";

/** Rest after the last key before the cells are looked at again, in milliseconds. */
const rest = 400;

/** What is wrong in the cells, for the Problems view and the marks in the editor: while typing, and where the last run failed. */
export class CellProblems implements vscode.Disposable {
  readonly #engines: NotebookEngines;
  readonly #typed = vscode.languages.createDiagnosticCollection("kpi-typescript");
  readonly #failed = vscode.languages.createDiagnosticCollection("kpi-typescript-run");
  readonly #timers = new Map<vscode.NotebookDocument, NodeJS.Timeout>();
  readonly #cells = new WeakMap<vscode.NotebookDocument, Map<number, vscode.NotebookCell>>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(engines: NotebookEngines) {
    this.#engines = engines;
    this.#subscriptions = [
      vscode.workspace.onDidOpenNotebookDocument((notebook) => this.#soon(notebook)),
      vscode.workspace.onDidChangeNotebookDocument(
        ({ notebook, contentChanges }) => contentChanges.length > 0 && this.#soon(notebook),
      ),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => this.#closed(notebook)),
    ];
    for (const notebook of vscode.workspace.notebookDocuments) this.#soon(notebook);
  }

  /** Marks where a cell failed; takes the mark away when it ran. */
  ran(cell: vscode.NotebookCell, count: number, outcome: CellOutcome): void {
    const cells = this.#cells.get(cell.notebook) ?? new Map<number, vscode.NotebookCell>();
    this.#cells.set(cell.notebook, cells.set(count, cell));
    this.#failed.delete(cell.document.uri);
    if (outcome.status === "ok") return;
    const { name, message, frames } = outcome.error;
    const frame = frames.find((each) => each.cell !== undefined);
    const place = frame && cells.get(frame.cell!);
    if (frame === undefined || place === undefined || place.document.isClosed) return;
    const { line, character } = frame.position;
    const at = new vscode.Position(line, character);
    const range = place.document.getWordRangeAtPosition(at) ?? new vscode.Range(at, at.translate(0, 1));
    this.#failed.set(place.document.uri, [diagnostic(range, `${name}: ${message}`)]);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const each of [...this.#subscriptions, this.#typed, this.#failed]) each.dispose();
  }

  #changed(document: vscode.TextDocument): void {
    if (document.uri.scheme !== "vscode-notebook-cell") return;
    this.#failed.delete(document.uri);
    const cell = cellOf(document);
    if (cell !== undefined) this.#soon(cell.notebook);
  }

  #soon(notebook: vscode.NotebookDocument): void {
    if (!isTypescriptNotebook(notebook) || !vscode.workspace.isTrusted) return;
    clearTimeout(this.#timers.get(notebook));
    this.#timers.set(
      notebook,
      setTimeout(() => void this.#look(notebook).catch(() => {}), rest),
    );
  }

  /** Looks at all cells from the top; those the engine has seen with the same cells above cost nothing. */
  async #look(notebook: vscode.NotebookDocument): Promise<void> {
    const engine = this.#engines.answering(notebook);
    const above: string[] = [];
    for (const { document } of codeCells(notebook).filter((cell) => cell.document.languageId === cellLanguage)) {
      const version = document.version;
      const code = document.getText();
      const problems = await engine.problems({ code, above: [...above] });
      if (notebook.isClosed) return;
      if (document.version === version) this.#typed.set(document.uri, problems.map(compileDiagnostic));
      above.push(code);
    }
  }

  #closed(notebook: vscode.NotebookDocument): void {
    clearTimeout(this.#timers.get(notebook));
    this.#timers.delete(notebook);
    for (const cell of notebook.getCells())
      for (const collection of [this.#typed, this.#failed]) collection.delete(cell.document.uri);
  }
}

function compileDiagnostic({ start, end, message, code }: CellProblem): vscode.Diagnostic {
  const made = diagnostic(new vscode.Range(start.line, start.character, end.line, end.character), message);
  made.code = code;
  return made;
}

function diagnostic(range: vscode.Range, message: string): vscode.Diagnostic {
  const made = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
  made.source = "KPI TypeScript";
  return made;
}
