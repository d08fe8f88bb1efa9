import { realpath } from "node:fs/promises";
import { posix, sep } from "node:path";
import * as vscode from "vscode";
import { asUri } from "../analysis/file-source.js";

/**
 * The file an agent names, by a path from the workspace's folder or a whole one: one of the open workspace, also behind
 * links and `..`.
 *
 * @throws Error for any other file
 */
export async function workspaceFile(file: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const named =
    /^([a-z][\w+.-]+:|\/|[A-Z]:\\)/i.test(file) || !folder ? asUri(file) : vscode.Uri.joinPath(folder, file);
  const uri = named.with({ path: posix.normalize(named.path) });
  const open = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!open || !(await isInside(open, uri))) throw new Error(`"${file}" is not a file of the open workspace.`);
  return uri;
}

/** A link of the workspace may lead out of it. */
async function isInside(folder: vscode.Uri, file: vscode.Uri): Promise<boolean> {
  if (file.scheme !== "file") return true;
  const target = await realpath(file.fsPath).catch(() => null);
  // What is not there is said when it is read.
  if (target === null) return true;
  const top = await realpath(folder.fsPath);
  return target === top || target.startsWith(top.endsWith(sep) ? top : `${top}${sep}`);
}
