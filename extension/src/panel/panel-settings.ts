import type { Config } from "kpi-anomaly";
import * as vscode from "vscode";
import { fileName } from "../analysis/file-source.js";
import { configurationPlace, isConfigurationFile } from "../configuration/configuration-file.js";
import { runConfiguration } from "../configuration/run-configuration.js";
import type { SettingsFacts, Tuning } from "../../shared/protocol/index.js";

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
  private file: string | null = null;
  private taken = "";
  private readonly parts: vscode.Disposable;

  /** @param changed called when a saved configuration file asks for another run than the last one */
  constructor(
    private readonly uri: vscode.Uri,
    private readonly memory: vscode.Memento,
    private readonly changed: (file: string) => void,
  ) {
    const look = (at: vscode.Uri): void => void this.look(at);
    const watcher = vscode.workspace.createFileSystemWatcher("**/kpi-anomaly.{yaml,yml,json}");
    this.parts = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete(look),
      vscode.workspace.onDidSaveTextDocument(({ uri: saved }) => isConfigurationFile(saved) && look(saved)),
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

  keep(tuning: Partial<Tuning>): void {
    const kept: KeptSettings = { given: this.given, overrides: this.overrides, tuning };
    void this.memory.update(this.key, kept);
  }

  /** Takes what was kept before the window was reloaded; gives how its results were cut. */
  recall(): Partial<Tuning> {
    const kept = this.memory.get<KeptSettings>(this.key);
    if (kept) [this.given, this.overrides] = [kept.given, kept.overrides];
    return kept?.tuning ?? {};
  }

  /** The panel is closed for good. */
  dispose(): void {
    this.parts.dispose();
    void this.memory.update(this.key, undefined);
  }

  private get key(): string {
    return `panel ${this.uri.toString()}`;
  }

  private async look(at: vscode.Uri): Promise<void> {
    // Before the first run there is nothing to compare with; a wrong file is told by its own squiggles.
    if (this.taken === "") return;
    const next = await runConfiguration(this.uri, this.given, this.overrides).catch(() => undefined);
    if (next && JSON.stringify(next) !== this.taken) this.changed(fileName(at));
  }
}
