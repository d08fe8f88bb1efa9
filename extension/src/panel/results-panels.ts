import * as vscode from "vscode";
import { fileName } from "../analysis/file-source.js";
import { panelType, ResultsPanel, type PanelListener } from "./results-panel.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import type { WarmProcess } from "../analysis/warm-process.js";

/** The results panels that are open: one a file. */
export class ResultsPanels implements PanelListener {
  private readonly panels = new Map<string, ResultsPanel>();
  private readonly changed = new vscode.EventEmitter<ResultsPanel>();
  /** Fires when an analysis begins or ends, when the incidents of a panel are known or gone, and when the panel is closed. */
  readonly onIncidents: vscode.Event<ResultsPanel> = this.changed.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly threads: WarmProcess,
  ) {}

  get all(): readonly ResultsPanel[] {
    return [...this.panels.values()];
  }

  for(uri: vscode.Uri): ResultsPanel | undefined {
    return this.panels.get(uri.toString());
  }

  /** The panel in front, else the one of the active editor's file, else the last opened. */
  get active(): ResultsPanel | undefined {
    const editor = vscode.window.activeTextEditor;
    return this.all.find((panel) => panel.view.active) ?? (editor && this.for(editor.document.uri)) ?? this.all.at(-1);
  }

  /** Where a new panel goes: to the panels that are open, so that many files do not cut the window into ever more columns. */
  private get column(): vscode.ViewColumn {
    return (
      this.active?.view.viewColumn ??
      this.all.findLast(({ view }) => view.viewColumn !== undefined)?.view.viewColumn ??
      vscode.ViewColumn.Beside
    );
  }

  /** Shows the panel of a file and analyses it anew. */
  async open(
    uri: vscode.Uri,
    column: vscode.ViewColumn = this.column,
    config?: Readonly<Record<string, unknown>>,
  ): Promise<ResultsPanel> {
    const known = this.for(uri);
    if (known) {
      if (config) known.settings.given = config;
      known.view.reveal(undefined, true);
      await known.runs.start();
      return known;
    }
    const view = vscode.window.createWebviewPanel(
      panelType,
      t(terms.kpiAnomaliesOf, fileName(uri)),
      { viewColumn: column, preserveFocus: false },
      { retainContextWhenHidden: true },
    );
    const panel = this.adopt(uri, view);
    if (config) panel.settings.given = config;
    await panel.runs.start();
    return panel;
  }

  /** Fills a panel that VS Code brought back after a reload of the window, as it was set before. */
  async resume(uri: vscode.Uri, view: vscode.WebviewPanel): Promise<void> {
    await this.adopt(uri, view).runs.resume();
  }

  private adopt(uri: vscode.Uri, view: vscode.WebviewPanel): ResultsPanel {
    const panel = new ResultsPanel(uri, view, this.context, this.threads, this);
    this.panels.set(uri.toString(), panel);
    return panel;
  }

  incidentsChanged(panel: ResultsPanel): void {
    this.changed.fire(panel);
  }

  closed(panel: ResultsPanel): void {
    this.panels.delete(panel.uri.toString());
    this.changed.fire(panel);
  }
}
