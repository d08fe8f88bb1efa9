import type { Config } from "kpi-anomaly";
import * as vscode from "vscode";
import { kpiAnomalyApi, type KpiAnomalyApi } from "./api.js";
import { configurationEditor } from "./configuration/configuration-editor.js";
import { configurationLibrary } from "./configuration/configuration-file.js";
import { detectOnOpen } from "./commands/detect-on-open.js";
import { incidentCodeLens } from "./editor/incident-code-lens.js";
import { incidentDecorations } from "./editor/incident-decorations.js";
import { incidentHover } from "./editor/incident-hover.js";
import { incidentProblems } from "./editor/incident-problems.js";
import { incidentStatusBar } from "./editor/incident-status-bar.js";
import { incidentTree } from "./editor/incident-tree.js";
import { showIncident } from "./commands/incident-commands.js";
import { registerCommands } from "./commands/index.js";
import { workspaceHome } from "./home/workspace-home.js";
import { languageModelTools } from "./commands/language-model-tools.js";
import { registerNotebooks } from "./notebook/register-notebooks.js";
import { panelType } from "./panel/results-panel.js";
import { ResultsPanels } from "./panel/results-panels.js";
import { runConfiguration } from "./configuration/run-configuration.js";
import { shownConfiguration } from "../shared/shown-configuration.js";
import { WarmProcess } from "./analysis/warm-process.js";
import { setDisplayLanguage } from "../shared/translate.js";
import { setLocale } from "../shared/words.js";

/** VS Code calls this once, when the window is ready or one of the commands is first wanted. Only wiring. */
export function activate(context: vscode.ExtensionContext): KpiAnomalyApi {
  setDisplayLanguage(vscode.env.language);
  setLocale(vscode.env.language);
  const threads = new WarmProcess(context);
  const panels = new ResultsPanels(context, threads);
  const api = kpiAnomalyApi(threads, panels);
  const home = workspaceHome(context, api, panels);
  const notebooks = registerNotebooks(context, (uri) => configurationOf(panels, uri));
  context.subscriptions.push(
    threads,
    home,
    notebooks,
    registerCommands({ context, panels, home, notebooks }),
    showIncident(panels),
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (view, state) => restore(panels, view, state),
    }),
    documentEvents(panels),
    detectOnOpen(panels),
    incidentCodeLens(panels),
    incidentDecorations(context, panels),
    incidentHover(panels),
    incidentProblems(panels),
    incidentStatusBar(panels),
    incidentTree(panels),
    configurationEditor(),
    languageModelTools(api),
  );
  return api;
}

/** What a notebook of this file is to say: what its panel shows, else what a run would take. */
async function configurationOf(panels: ResultsPanels, uri: vscode.Uri): Promise<Config> {
  const panel = panels.for(uri);
  const results = panel?.analysis.results;
  return results
    ? configurationLibrary().changedConfig(shownConfiguration(results))
    : await runConfiguration(uri, panel?.settings.given ?? {}, panel?.settings.overrides ?? {});
}

/** A panel comes back after a reload of the window: the file is analysed anew as the panel was set, the page knows its view. */
async function restore(panels: ResultsPanels, view: vscode.WebviewPanel, state: unknown): Promise<void> {
  const uri = (state as { uri?: unknown } | null)?.uri;
  if (typeof uri === "string") await panels.resume(vscode.Uri.parse(uri), view);
  else view.dispose();
}

/** Text, cursor and file events that concern an open panel. */
function documentEvents(panels: ResultsPanels): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(
      ({ document, contentChanges }) => contentChanges.length > 0 && panels.for(document.uri)?.textChanged(document),
    ),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const panel = panels.for(document.uri);
      panel?.saved(document);
      if (
        vscode.workspace.isTrusted &&
        vscode.workspace.getConfiguration("kpiAnomaly", document.uri).get("runOnSave", false)
      )
        void panel?.runs.start();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind, selections }) => {
      if (kind !== undefined && selections.length === 1)
        panels.for(textEditor.document.uri)?.cursorMoved(selections[0].active.line + 1);
    }),
  );
}
