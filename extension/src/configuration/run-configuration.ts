import type { Config } from "kpi-anomaly";
import * as vscode from "vscode";
import { configurationLibrary, nearestConfiguration } from "./configuration-file.js";
import { layered, nested, type Layer } from "./layered.js";
import { t } from "../../shared/translate.js";

/** The parts of the settings a person has set; defaults are the library's own. */
function settingsLayer(uri: vscode.Uri): Layer {
  const settings = vscode.workspace.getConfiguration("kpiAnomaly", uri);
  const layer: Record<string, unknown> = {};
  for (const key of configurationLibrary().settingKeys) {
    const told = settings.inspect(key);
    const value: unknown = told?.workspaceFolderValue ?? told?.workspaceValue ?? told?.globalValue;
    if (value !== undefined) layer[key] = value;
  }
  return layer;
}

/**
 * What a run of this file depends on: settings, the configuration file near it, what the command was given, then what
 * was changed in the panel. Later ones win, key by key.
 *
 * @throws InputError when the configuration file is wrong
 */
export async function runConfiguration(uri: vscode.Uri, given: Layer, overrides: Layer): Promise<Config> {
  const file = await nearestConfiguration(uri);
  return [(file?.config ?? {}) as Layer, given, nested(overrides)].reduce(layered, settingsLayer(uri)) as Config;
}

/** Asks where to, and writes what is not at its default as YAML. */
export async function saveConfiguration(file: vscode.Uri, config: Config): Promise<void> {
  const folder =
    file.scheme === "untitled" ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(file, "..");
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, "kpi-anomaly.yaml") } : {}),
    filters: { YAML: ["yaml", "yml"] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(
    target,
    new TextEncoder().encode(
      configurationLibrary().changedYaml(
        config,
        t({ en: "Every option is at its default.", de: "Jede Option steht auf ihrem Standardwert." }),
      ),
    ),
  );
  await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.One, preview: false });
}
