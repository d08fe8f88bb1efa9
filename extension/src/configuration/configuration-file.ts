import type { Config, InputErrorJson } from "kpi-anomaly";
import * as vscode from "vscode";
import { displayLanguage } from "../../shared/translate.js";
import type * as Library from "./library.js";

type ConfigurationLibrary = typeof Library;

/** Names a configuration file may have, in the order they are looked for in each folder. */
export const configurationNames = ["kpi-anomaly.yaml", "kpi-anomaly.yml", "kpi-anomaly.json"] as const;

let library: ConfigurationLibrary | undefined;

/** Loads the parser when it is first needed, so that the extension starts without it. */
export function configurationLibrary(): ConfigurationLibrary {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (library ??= require("./configuration.cjs") as ConfigurationLibrary);
}

/** What the library says of an error that it threw in this process, in VS Code's language. */
export function inputErrorText(error: InputErrorJson): { readonly message: string; readonly hint: string } {
  const { errorText, languageOf } = configurationLibrary();
  return errorText(error, languageOf(displayLanguage()));
}

export const isConfigurationFile = (uri: vscode.Uri): boolean =>
  configurationNames.some((name) => uri.path.endsWith(`/${name}`));

/** Folders from the file's own up to its workspace folder; only its own outside a workspace. */
function foldersAbove(file: vscode.Uri): vscode.Uri[] {
  const top = vscode.workspace.getWorkspaceFolder(file)?.uri;
  const folders: vscode.Uri[] = [];
  for (let folder = vscode.Uri.joinPath(file, ".."); ; folder = vscode.Uri.joinPath(folder, "..")) {
    folders.push(folder);
    if (!top || folder.path === top.path || folder.path === "/" || folders.length > 30) return folders;
  }
}

/** Where the configuration file is that a run of this CSV uses, also one that cannot be read as such. */
export async function configurationPlace(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  return (await nearestText(file))?.uri;
}

/** The nearest configuration file: beside the file, or up the folders of the workspace; none in a window that is not trusted. */
export async function nearestConfiguration(file: vscode.Uri): Promise<{ uri: vscode.Uri; config: Config } | undefined> {
  const nearest = await nearestText(file);
  if (!nearest) return undefined;
  const { uri, name, text } = nearest;
  return { uri, config: configurationLibrary().parseConfig(text, name) };
}

async function nearestText(file: vscode.Uri): Promise<{ uri: vscode.Uri; name: string; text: string } | undefined> {
  // What a stranger's folder asks for is not obeyed before it is trusted.
  if (file.scheme === "untitled" || !vscode.workspace.isTrusted) return undefined;
  const places = foldersAbove(file).flatMap((folder) =>
    configurationNames.map((name) => ({ uri: vscode.Uri.joinPath(folder, name), name })),
  );
  // Asked for together: there is usually none, and a chart waits for the answer.
  const texts = await Promise.all(places.map(({ uri }) => configurationText(uri)));
  const nearest = texts.findIndex((text) => text !== undefined);
  if (nearest < 0) return undefined;
  return { ...places[nearest], text: texts[nearest] ?? "" };
}

/** The file's text, with unsaved changes where an editor has any; undefined when there is no such file. */
async function configurationText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return (
      vscode.workspace.textDocuments
        .find((document) => document.isDirty && document.uri.toString() === uri.toString())
        ?.getText() ?? saved
    );
  } catch {
    return undefined;
  }
}
