import * as vscode from "vscode";
import { CellProblems } from "./cell-problems.js";
import { registerLanguageProviders } from "./language-providers.js";
import { NotebookController } from "./notebook-controller.js";
import { NotebookEngines } from "./notebook-engines.js";
import { openAsNotebook, type ConfigurationOf } from "./open-as-notebook.js";
import { VariablesView } from "./variables-view.js";

/** Everything about TypeScript notebooks, wired together. */
export function registerNotebooks(
  context: vscode.ExtensionContext,
  configurationOf: ConfigurationOf,
): vscode.Disposable {
  const engines = new NotebookEngines(context);
  const problems = new CellProblems(engines);
  const controller = new NotebookController(engines, problems);
  const variables = new VariablesView(engines);
  return vscode.Disposable.from(
    controller,
    problems,
    variables,
    engines,
    registerLanguageProviders(engines),
    controller.onDidRun(() => variables.refresh()),
    vscode.workspace.onDidCloseNotebookDocument((notebook) => engines.close(notebook)),
    vscode.commands.registerCommand("kpiAnomaly.openAsNotebook", (uri?: vscode.Uri) =>
      openAsNotebook(uri, configurationOf),
    ),
    vscode.commands.registerCommand("kpiAnomaly.restartNotebook", async () => {
      const notebook = vscode.window.activeNotebookEditor?.notebook;
      if (notebook !== undefined) await controller.restart(notebook);
    }),
    vscode.commands.registerCommand("kpiAnomaly.refreshVariables", () => variables.refresh()),
  );
}
