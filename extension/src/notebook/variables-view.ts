import type { Variable } from "kpi-anomaly/kernel";
import * as vscode from "vscode";
import type { NotebookEngines } from "./notebook-engines.js";

/** The view "KPI Variables": names, types and values that the cells of the notebook in front have made. */
export class VariablesView implements vscode.TreeDataProvider<Variable>, vscode.Disposable {
  readonly #engines: NotebookEngines;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Variable>;
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeTreeData: vscode.Event<void> = this.#changed.event;

  constructor(engines: NotebookEngines) {
    this.#engines = engines;
    this.#view = vscode.window.createTreeView("kpiAnomaly.variables", { treeDataProvider: this });
    this.#subscription = vscode.window.onDidChangeActiveNotebookEditor(() => this.refresh());
  }

  /** Reads the variables again. */
  refresh(): void {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    const started = notebook !== undefined && this.#engines.started(notebook) !== undefined;
    void vscode.commands.executeCommand("setContext", "kpiAnomaly.notebookStarted", started);
    this.#changed.fire();
  }

  getTreeItem({ name, type, summary }: Variable): vscode.TreeItem {
    const item = new vscode.TreeItem(name);
    item.description = `${type}  ${summary}`;
    item.tooltip = new vscode.MarkdownString().appendCodeblock(`${name}: ${type} = ${summary}`, "typescript");
    return item;
  }

  async getChildren(parent?: Variable): Promise<Variable[]> {
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    if (parent !== undefined || notebook === undefined) return [];
    return [
      ...((await this.#engines
        .started(notebook)
        ?.variables()
        .catch(() => [])) ?? []),
    ];
  }

  dispose(): void {
    for (const each of [this.#view, this.#subscription, this.#changed]) each.dispose();
  }
}
