import * as vscode from "vscode";
import { Analysis } from "../analysis/analysis.js";
import { fileName } from "../analysis/file-source.js";
import { AnalysedText } from "./analysed-text.js";
import { bootMessage } from "./boot-message.js";
import { DrawnTimes, type Drawn } from "./drawn-times.js";
import { pageHtml } from "./page-html.js";
import { pageMessage } from "../../shared/protocol/page-message.js";
import type { HostMessage, LineIncident, PageMessage, PageState, RevealHow } from "../../shared/protocol/index.js";
import { revealLine } from "./reveal-line.js";
import { EditorIncidents } from "./editor-incidents.js";
import { PanelSettings } from "./panel-settings.js";
import { StateWire } from "./state-wire.js";
import { PanelRequests } from "./panel-requests.js";
import { PanelRuns } from "./panel-runs.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import type { WarmProcess } from "../analysis/warm-process.js";
import { WorkerClient } from "../analysis/worker-client.js";

export const panelType = "kpiAnomaly.results";
const mostEditorIncidents = 500;

/** Told when an analysis begins or ends, and when the incidents of a file are known or no longer hold. */
export interface PanelListener {
  incidentsChanged(panel: ResultsPanel): void;
  closed(panel: ResultsPanel): void;
}

/** One results panel: a web page, the analysis behind it, and the wire between them. Lives as long as its tab. */
export class ResultsPanel {
  readonly analysis: Analysis;
  readonly settings: PanelSettings;
  readonly runs: PanelRuns;
  private readonly requests: PanelRequests;
  private readonly marks: EditorIncidents;
  private readonly wire = new StateWire();
  private readonly text: AnalysedText;
  private ready = false;
  private selectedPoint = -1;
  private toldKind: PageState["kind"] = "empty";
  readonly times: DrawnTimes = new DrawnTimes();

  constructor(
    readonly uri: vscode.Uri,
    readonly view: vscode.WebviewPanel,
    context: vscode.ExtensionContext,
    threads: WarmProcess,
    private readonly listener: PanelListener,
  ) {
    this.analysis = new Analysis(
      (events) => new WorkerClient(() => threads.take(), events),
      (state) => this.stateChanged(state),
      (progress) => this.post({ type: "progress", progress }),
    );
    this.settings = new PanelSettings(
      uri,
      context.workspaceState,
      () => view.visible,
      () => void this.runs.configurationChanged(),
    );
    this.marks = new EditorIncidents(
      () => this.analysis.worker.call("incidents", { limit: mostEditorIncidents }),
      () => this.listener.incidentsChanged(this),
    );
    this.text = new AnalysedText(uri, view, () => this.analysis.markStale());
    this.runs = new PanelRuns({
      uri,
      view,
      analysis: this.analysis,
      settings: this.settings,
      text: this.text,
      times: this.times,
      post: (message) => this.post(message),
    });
    this.requests = new PanelRequests(this);
    view.title = t(terms.kpiAnomaliesOf, fileName(uri));
    view.iconPath = vscode.Uri.joinPath(context.extensionUri, "media", "panel.svg");
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, "dist")],
    };
    view.webview.onDidReceiveMessage((raw: unknown) => this.receive(raw));
    view.webview.html = pageHtml(view.webview, context.extensionUri);
    view.onDidDispose(() => this.close());
  }

  /** Tells the page that the text is another one now; marks in the editor are dropped. */
  textChanged(document: vscode.TextDocument): void {
    if (this.text.isIn(document)) return;
    this.analysis.markStale();
    this.marks.drop();
  }

  /** What was analysed unsaved is now on disk; another text is told by `textChanged`. */
  saved(document: vscode.TextDocument): void {
    if (this.text.isIn(document)) void this.text.note();
  }

  /** The cursor of the CSV editor moved: selects the incident it stands in. */
  cursorMoved(line: number): void {
    const { results } = this.analysis;
    const incident = this.marks.at(line, results?.chosen.index);
    if (!incident || incident.point === this.selectedPoint) return;
    this.selectedPoint = incident.point;
    this.post({ type: "select", point: incident.point });
  }

  /** The page drew something: keeps how long it took. */
  drawn(what: Drawn, byPage: number): void {
    if (what === "line") this.analysis.lineShown();
    this.times.drawn(what, byPage);
  }

  post(message: HostMessage): void {
    if (this.ready) void this.view.webview.postMessage(message);
  }

  /** Selects a line in the CSV editor; of a file that no editor shows, the row in the page's own view of the data. */
  async reveal(line: number, how: RevealHow): Promise<void> {
    if (this.analysis.results?.file.withoutLines) {
      if (how === "follow") return;
      this.post({ type: "rows", rows: await this.analysis.worker.call("rows", { line }), go: how === "go" });
      return;
    }
    await revealLine(this.uri, line, this.view.viewColumn, how);
  }

  private receive(raw: unknown): void {
    const message = pageMessage(raw);
    if (!message) return;
    if (message.type === "ready") this.greet();
    else this.requests.handle(message as Exclude<PageMessage, { type: "ready" }>);
  }

  private greet(): void {
    this.ready = true;
    this.post(bootMessage(this.uri.toString()));
    this.post({ type: "settings", settings: this.settings.facts });
    this.wire.restart();
    this.post(this.wire.message(this.analysis.state));
  }

  private stateChanged(state: PageState): void {
    if (this.ready) this.post(this.wire.message(state));
    this.marks.wait();
    if (state.kind !== this.toldKind) {
      this.toldKind = state.kind;
      this.listener.incidentsChanged(this);
    }
    if (state.kind === "ready" && !state.stale && !this.text.current) this.analysis.markStale();
    else if (state.kind === "ready" && !state.stale) {
      this.settings.keep();
      this.marks.refresh();
    } else if (state.kind === "failed") this.marks.drop();
  }

  private close(): void {
    this.runs.close();
    this.ready = false;
    this.marks.close();
    this.text.dispose();
    this.settings.dispose();
    this.analysis.close();
    this.listener.closed(this);
  }

  /** Incidents of all KPIs for the editor; empty while there are none to trust. */
  get incidents(): readonly LineIncident[] {
    return this.marks.all;
  }

  /** Whether the analysed text is still what the editor holds. */
  get current(): boolean {
    return this.text.inEditor;
  }
}
