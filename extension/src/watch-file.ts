import * as vscode from "vscode";
import { openDocument } from "./file-source.js";

/** Tells when a file on disk changed or went away; while an editor has it open, the editor tells of changes. */
export function watchFile(uri: vscode.Uri, changed: () => void): vscode.Disposable {
  if (uri.scheme === "untitled") return new vscode.Disposable(() => undefined);
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/[*?[\]{}]/g, "[$&]");
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, ".."), name), true);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(() => !openDocument(uri) && changed()),
    watcher.onDidDelete(changed),
  );
}
