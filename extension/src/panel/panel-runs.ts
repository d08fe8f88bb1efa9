import * as vscode from "vscode";
import type { HostMessage, Tuning } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import type { Analysis } from "../analysis/analysis.js";
import { feedbackForRun } from "../analysis/feedback-file.js";
import { fileName, readContent, readProblem } from "../analysis/file-source.js";
import { inputErrorText } from "../configuration/configuration-file.js";
import { problemOf } from "../worker/problem.js";
import type { AnalysedText } from "./analysed-text.js";
import type { DrawnTimes } from "./drawn-times.js";
import type { PanelSettings } from "./panel-settings.js";

/** Whether changes by option path do nothing but switch detectors, or ask for those that vote. */
const switchesDetectors = (changes: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(changes).every((path) => /^(detectors\.\w+\.enabled|votes)$/.test(path));

/** What the runs of a panel need of it. */
export interface RunParts {
  readonly uri: vscode.Uri;
  readonly view: vscode.WebviewPanel;
  readonly analysis: Analysis;
  readonly settings: PanelSettings;
  readonly text: AnalysedText;
  readonly times: DrawnTimes;
  post(message: HostMessage): void;
}

/** The runs of a panel's analysis: its file read and analysed, with what was set by configuration, command and hand. */
export class PanelRuns {
  private attempts = 0;

  constructor(private readonly parts: RunParts) {}

  /** Reads the file as it stands and analyses it. Who asks again while it is being read, or closes the panel, is not overtaken by this. */
  async start(): Promise<void> {
    const { uri, view, analysis, settings, text, times } = this.parts;
    times.runStarts();
    const attempt = ++this.attempts;
    const file = fileName(uri);
    const [content, asked] = await Promise.allSettled([
      readContent(uri),
      Promise.all([settings.configuration(), feedbackForRun(uri)]),
      text.note(),
    ]);
    if (attempt !== this.attempts) return;
    this.parts.post({ type: "settings", settings: settings.facts });
    if (content.status === "rejected") analysis.fail(file, readProblem(uri, content.reason));
    else if (asked.status === "rejected") analysis.fail(file, problemOf(asked.reason, inputErrorText));
    else {
      const [config, verdicts] = asked.value;
      const { bytes, path, version } = content.value;
      text.read(version);
      await analysis.start(
        { file, bytes, path, config, verdicts, shown: view.visible, worstFirst: true },
        settings.moved,
      );
    }
  }

  /** Stops the run, also one whose file is still being read. */
  cancel(): void {
    this.attempts++;
    this.parts.analysis.cancel();
  }

  /** Runs as this panel was set before the window was reloaded. */
  async resume(): Promise<void> {
    this.parts.settings.recall();
    await this.start();
  }

  /** Changes options by path and runs again; what cannot be used is told and taken back. */
  async configure(changes: Readonly<Record<string, unknown>>): Promise<void> {
    // What is set here is not what was moved before.
    const moved = Object.entries(this.parts.settings.moved).filter(([key]) => !Object.hasOwn(changes, key));
    this.parts.settings.moved = Object.fromEntries(moved) as Partial<Tuning>;
    const overrides = { ...this.parts.settings.overrides, ...changes };
    if (!switchesDetectors(changes) || !(await this.switchDetectors(overrides))) await this.override(overrides);
  }

  /** Whether the results on show could be decided again with these detectors. */
  private async switchDetectors(overrides: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { state } = this.parts.analysis;
    if (state.kind !== "ready" || state.stale) return false;
    this.parts.settings.overrides = overrides;
    const config = await this.parts.settings.configuration().catch(() => null);
    this.parts.post({ type: "settings", settings: this.parts.settings.facts });
    return config !== null && (await this.parts.analysis.switchDetectors(config));
  }

  /** Takes exactly these changes made in the panel, and no others, and analyses anew; one that cannot be used is taken back. */
  async override(overrides: Readonly<Record<string, unknown>>): Promise<void> {
    const { overrides: before } = this.parts.settings;
    const mended = this.parts.analysis.state.kind === "failed";
    this.parts.settings.overrides = overrides;
    await this.start();
    const { state } = this.parts.analysis;
    if (state.kind !== "failed" || mended) return;
    this.parts.settings.overrides = before;
    void vscode.window.showErrorMessage(
      t({ en: "That could not be used: {0}", de: "Das war nicht zu verwenden: {0}" }, state.problem.message),
    );
    await this.start();
  }

  /** A configuration file near the CSV was saved and asks for another run: it is taken, and the page says so. */
  async configurationChanged(): Promise<void> {
    this.parts.post({
      type: "told",
      text: t({
        en: "The configuration has changed and is used now.",
        de: "Die Konfiguration hat sich geändert und wird jetzt verwendet.",
      }),
    });
    await this.start();
  }

  /** Decides again from the stored scores. */
  async rethreshold(tuning: Partial<Tuning>): Promise<void> {
    this.parts.times.cutAsked();
    this.parts.settings.moved = { ...this.parts.settings.moved, ...tuning };
    await this.parts.analysis.rethreshold(tuning);
  }

  /** The panel is closed: nothing that is still being read is analysed. */
  close(): void {
    this.attempts++;
  }
}
