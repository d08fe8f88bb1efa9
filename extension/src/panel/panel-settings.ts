import type { Config } from "kpi-anomaly";
import * as vscode from "vscode";
import { fileName } from "../analysis/file-source.js";
import { configurationPlace, isConfigurationFile } from "../configuration/configuration-file.js";
import { runConfiguration } from "../configuration/run-configuration.js";
import type { SettingsFacts, Tuning } from "../../shared/protocol/index.js";

/** Milliseconds between two looks at the configuration files of a panel that is in view. */
const glance = 2000;

type Layer = Readonly<Record<string, unknown>>;

/** What is kept while a panel is open, so that it survives a reload of the window. */
interface KeptSettings {
  readonly given: Layer;
  readonly overrides: Layer;
  readonly tuning: Partial<Tuning>;
}

/** What the run of one panel is set to: by the command, by hand in the panel, and by the configuration file near its CSV. */
export class PanelSettings implements vscode.Disposable {
  /** Configuration the command was given; laid over settings and configuration file. */
  given: Layer = {};
  /** Changes made in the panel by option path; laid over all else. */
  overrides: Layer = {};
  /** How a person cuts the results in the panel; what they did not move is as the configuration says. */
  moved: Partial<Tuning> = {};
  private file: string | null = null;
  private taken = "";
  private readonly parts: vscode.Disposable;

  /**
   * @param isShown whether the panel is in view: then the files are looked at now and then, for not every place can be watched
   * @param changed called when a saved configuration file asks for another run than the last one
   */
  constructor(
    private readonly uri: vscode.Uri,
    private readonly memory: vscode.Memento,
    isShown: () => boolean,
    private readonly changed: () => void,
  ) {
    const look = (): void => void this.look();
    const timer = setInterval(() => isShown() && vscode.window.state.focused && look(), glance);
    const watcher = vscode.workspace.createFileSystemWatcher("**/kpi-anomaly.{yaml,yml,json}");
    this.parts = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete(look),
      vscode.workspace.onDidSaveTextDocument(({ uri: saved }) => isConfigurationFile(saved) && look()),
      new vscode.Disposable(() => clearInterval(timer)),
    );
  }

  /** What a run is to use, from now on taken as known. @throws InputError when the configuration file is wrong */
  async configuration(): Promise<Config> {
    const [place, config] = await Promise.allSettled([
      configurationPlace(this.uri),
      runConfiguration(this.uri, this.given, this.overrides),
    ]);
    this.file = place.status === "fulfilled" && place.value ? fileName(place.value) : null;
    if (config.status === "rejected") throw config.reason;
    this.taken = JSON.stringify(config.value);
    return config.value;
  }

  /** What the page is told. */
  get facts(): SettingsFacts {
    return { overrides: this.overrides, configuration: this.file };
  }

  keep(): void {
    const kept: KeptSettings = { given: this.given, overrides: this.overrides, tuning: this.moved };
    void this.memory.update(this.key, kept);
  }

  /** Takes what was kept before the window was reloaded. */
  recall(): void {
    const kept = this.memory.get<KeptSettings>(this.key);
    if (kept) [this.given, this.overrides, this.moved] = [kept.given, kept.overrides, kept.tuning];
  }

  /** The panel is closed for good. */
  dispose(): void {
    this.parts.dispose();
    void this.memory.update(this.key, undefined);
  }

  private get key(): string {
    return `panel ${this.uri.toString()}`;
  }

  private async look(): Promise<void> {
    // Before the first run there is nothing to compare with, and what is being typed is not taken before it is saved.
    if (this.taken === "" || vscode.workspace.textDocuments.some((one) => one.isDirty && isConfigurationFile(one.uri)))
      return;
    const before = this.taken;
    // A wrong file is told by its own squiggles.
    const next = await runConfiguration(this.uri, this.given, this.overrides).catch(() => undefined);
    if (!next || this.taken !== before || JSON.stringify(next) === before) return;
    this.taken = JSON.stringify(next);
    this.changed();
  }
}
