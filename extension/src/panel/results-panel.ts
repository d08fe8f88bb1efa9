import * as vscode from "vscode";
import { Analysis } from "../analysis/analysis.js";
import { fileName, openDocument, readContent, readProblem } from "../analysis/file-source.js";
import { pageHtml } from "./page-html.js";
import { pageMessage } from "../../shared/protocol/page-message.js";
import type {
  HostMessage,
  LineIncident,
  PageMessage,
  PageState,
  RevealHow,
  Tuning,
} from "../../shared/protocol/index.js";
import { revealLine } from "./reveal-line.js";
import { EditorIncidents } from "./editor-incidents.js";
import { PanelSettings } from "./panel-settings.js";
import { StateWire } from "./state-wire.js";
import { PanelRequests } from "./panel-requests.js";
import { inputErrorText } from "../configuration/configuration-file.js";
import { feedbackForRun } from "../analysis/feedback-file.js";
import { t } from "../../shared/translate.js";
import { FileWatch } from "./watch-file.js";
import { problemOf } from "../worker/problem.js";
import type { WarmProcess } from "../analysis/warm-process.js";
import { WorkerClient } from "../analysis/worker-client.js";

/** Whether changes by option path do nothing but switch detectors, or ask for those that vote. */
const switchesDetectors = (changes: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(changes).every((path) => /^(detectors\.\w+\.enabled|votes)$/.test(path));

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
  private readonly requests: PanelRequests;
  private readonly marks: EditorIncidents;
  private readonly wire = new StateWire();
  private readonly watch: FileWatch | null;
  private ready = false;
  private analysedVersion: number | null = null;
  private changedOnDisk = false;
  private selectedPoint = -1;
  private toldKind: PageState["kind"] = "empty";
  private started = 0;
  private attempts = 0;
  private cutAsked = 0;
  /** Milliseconds from the command to what was drawn, by what it was. */
  readonly timings: Partial<Record<"line" | "results" | "rethreshold", number>> = {};

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
      () => void this.configurationChanged(),
    );
    this.marks = new EditorIncidents(
      () => this.analysis.worker.call("incidents", { limit: mostEditorIncidents }),
      () => this.listener.incidentsChanged(this),
    );
    this.requests = new PanelRequests(this);
    this.watch = uri.scheme === "untitled" ? null : new FileWatch(uri, view, () => this.diskChanged());
    view.title = t("KPI anomalies: {0}", fileName(uri));
    view.iconPath = vscode.Uri.joinPath(context.extensionUri, "media", "panel.svg");
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, "dist")],
    };
    view.webview.onDidReceiveMessage((raw: unknown) => this.receive(raw));
    view.webview.html = pageHtml(view.webview, context.extensionUri);
    view.onDidDispose(() => this.close());
  }

  /** Reads the file as it stands and analyses it. Who asks again while it is being read, or closes the panel, is not overtaken by this. */
  async run(): Promise<void> {
    this.started = performance.now();
    const attempt = ++this.attempts;
    const file = fileName(this.uri);
    const [content, asked] = await Promise.allSettled([
      readContent(this.uri),
      Promise.all([this.settings.configuration(), feedbackForRun(this.uri)]),
      this.watch?.note(),
    ]);
    if (attempt !== this.attempts) return;
    this.post({ type: "settings", settings: this.settings.facts });
    if (content.status === "rejected") this.analysis.fail(file, readProblem(this.uri, content.reason));
    else if (asked.status === "rejected") this.analysis.fail(file, problemOf(asked.reason, inputErrorText));
    else {
      const [config, verdicts] = asked.value;
      this.analysedVersion = content.value.version;
      this.changedOnDisk = false;
      await this.analysis.start(
        { file, bytes: content.value.bytes, config, verdicts, shown: this.view.visible, worstFirst: true },
        this.settings.moved,
      );
    }
  }

  /** Stops the run, also one whose file is still being read. */
  cancel(): void {
    this.attempts++;
    this.analysis.cancel();
  }

  /** Runs as this panel was set before the window was reloaded. */
  async resume(): Promise<void> {
    this.settings.recall();
    await this.run();
  }

  /** Changes options by path and runs again; what cannot be used is told and taken back. */
  async configure(changes: Readonly<Record<string, unknown>>): Promise<void> {
    // What is set here is not what was moved before.
    const moved = Object.entries(this.settings.moved).filter(([key]) => !Object.hasOwn(changes, key));
    this.settings.moved = Object.fromEntries(moved) as Partial<Tuning>;
    const overrides = { ...this.settings.overrides, ...changes };
    if (!switchesDetectors(changes) || !(await this.switchDetectors(overrides))) await this.override(overrides);
  }

  /** Whether the results on show could be decided again with these detectors. */
  private async switchDetectors(overrides: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { state } = this.analysis;
    if (state.kind !== "ready" || state.stale) return false;
    this.settings.overrides = overrides;
    const config = await this.settings.configuration().catch(() => null);
    this.post({ type: "settings", settings: this.settings.facts });
    return config !== null && (await this.analysis.switchDetectors(config));
  }

  /** Takes exactly these changes made in the panel, and no others, and analyses anew; one that cannot be used is taken back. */
  async override(overrides: Readonly<Record<string, unknown>>): Promise<void> {
    const { overrides: before } = this.settings;
    const mended = this.analysis.state.kind === "failed";
    this.settings.overrides = overrides;
    await this.run();
    const { state } = this.analysis;
    if (state.kind !== "failed" || mended) return;
    this.settings.overrides = before;
    void vscode.window.showErrorMessage(t("That could not be used: {0}", state.problem.message));
    await this.run();
  }

  /** A configuration file near the CSV was saved and asks for another run: it is taken, and the page says so. */
  private async configurationChanged(): Promise<void> {
    this.post({ type: "told", text: t("The configuration has changed and is used now.") });
    await this.run();
  }

  /** Decides again from the stored scores. */
  async rethreshold(tuning: Partial<Tuning>): Promise<void> {
    this.cutAsked = performance.now();
    this.settings.moved = { ...this.settings.moved, ...tuning };
    await this.analysis.rethreshold(tuning);
  }

  /** Tells the page that the text is another one now; marks in the editor are dropped. */
  textChanged(document: vscode.TextDocument): void {
    if (document.version === this.analysedVersion) return;
    this.analysis.markStale();
    this.marks.drop();
  }

  /** What was analysed unsaved is now on disk; another text is told by `textChanged`. */
  saved(document: vscode.TextDocument): void {
    if (document.version === this.analysedVersion) void this.watch?.note();
  }

  /** The file on disk changed or went away, also while it is being analysed. */
  private diskChanged(): void {
    this.changedOnDisk = true;
    this.analysis.markStale();
  }

  /** The cursor of the CSV editor moved: selects the incident it stands in. */
  cursorMoved(line: number): void {
    const { results } = this.analysis;
    const incident = this.marks.at(line, results?.chosen.index);
    if (!incident || incident.point === this.selectedPoint) return;
    this.selectedPoint = incident.point;
    this.post({ type: "select", point: incident.point });
  }

  /** The page drew something: keeps how long it took since the command, or since a new cut was asked for (by the page's own clock where a person asked there). */
  drawn(what: "line" | "results" | "rethreshold", milliseconds: number): void {
    const now = performance.now();
    if (what === "line") this.analysis.lineShown();
    this.timings[what] = what === "rethreshold" ? milliseconds || now - this.cutAsked : now - this.started;
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
    this.post({
      type: "boot",
      locale: vscode.env.language,
      translations: this.translations(),
      uri: this.uri.toString(),
    });
    this.post({ type: "settings", settings: this.settings.facts });
    this.wire.restart();
    this.post(this.wire.message(this.analysis.state));
  }

  private translations(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(vscode.l10n.bundle ?? {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  }

  private stateChanged(state: PageState): void {
    if (this.ready) this.post(this.wire.message(state));
    this.marks.wait();
    if (state.kind !== this.toldKind) {
      this.toldKind = state.kind;
      this.listener.incidentsChanged(this);
    }
    if (state.kind === "ready" && !state.stale && (this.changedOnDisk || !this.current)) this.analysis.markStale();
    else if (state.kind === "ready" && !state.stale) {
      this.settings.keep();
      this.marks.refresh();
    } else if (state.kind === "failed") this.marks.drop();
  }

  private close(): void {
    this.attempts++;
    this.ready = false;
    this.marks.close();
    this.watch?.dispose();
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
    const document = openDocument(this.uri);
    return !document || this.analysedVersion === null || document.version === this.analysedVersion;
  }
}
