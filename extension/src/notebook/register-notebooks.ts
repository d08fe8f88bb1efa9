import * as vscode from "vscode";
import { CellProblems } from "./cell-problems.js";
import { registerLanguageProviders } from "./language-providers.js";
import { NotebookController } from "./notebook-controller.js";
import { NotebookEngines } from "./notebook-engines.js";
import { openAsNotebook, type ConfigurationOf } from "./open-as-notebook.js";
import { VariablesView } from "./variables-view.js";

/** TypeScript notebooks, as commands use them. */
export interface Notebooks extends vscode.Disposable {
  /** Writes a notebook for a table beside it, and opens it. */
  open(uri?: vscode.Uri): Promise<void>;
  /** Starts the engine of the notebook in front anew. */
  restart(): Promise<void>;
  refreshVariables(): void;
}

/** Everything about TypeScript notebooks, wired together. */
export function registerNotebooks(context: vscode.ExtensionContext, configurationOf: ConfigurationOf): Notebooks {
  const engines = new NotebookEngines(context);
  const problems = new CellProblems(engines);
  const controller = new NotebookController(engines, problems);
  const variables = new VariablesView(engines);
  const parts = vscode.Disposable.from(
    controller,
    problems,
    variables,
    engines,
    registerLanguageProviders(engines),
    controller.onDidRun(() => variables.refresh()),
    vscode.workspace.onDidCloseNotebookDocument((notebook) => engines.close(notebook)),
  );
  return {
    open: (uri) => openAsNotebook(uri, configurationOf),
    restart: async () => {
      const notebook = vscode.window.activeNotebookEditor?.notebook;
      if (notebook !== undefined) await controller.restart(notebook);
    },
    refreshVariables: () => variables.refresh(),
    dispose: () => void parts.dispose(),
  };
}
