import { homedir } from "node:os";
import { dirname } from "node:path";
import * as vscode from "vscode";

/** Type of the notebooks that VS Code opens from .ipynb files. */
export const notebookType = "jupyter-notebook";

/** Language of the cells we run. */
export const cellLanguage = "typescript";

/** Name of our kernel in a notebook's file. */
export const kernelName = "kpi-typescript";

interface FileMetadata {
  readonly kernelspec?: { readonly name?: string; readonly language?: string };
  readonly language_info?: { readonly name?: string };
}

/** Whether a notebook is one with TypeScript cells, by its file or by its cells. */
export function isTypescriptNotebook(notebook: vscode.NotebookDocument): boolean {
  if (notebook.notebookType !== notebookType) return false;
  const { kernelspec, language_info } = fileMetadata(notebook);
  if (kernelspec?.name === kernelName) return true;
  return (
    (kernelspec?.language ?? language_info?.name) === cellLanguage ||
    codeCells(notebook).some((cell) => cell.document.languageId === cellLanguage)
  );
}

/** What the file says about itself; VS Code's ipynb extension keeps it under `metadata`, older ones under `custom`. */
function fileMetadata({ metadata }: vscode.NotebookDocument): FileMetadata {
  const custom = metadata.custom as { metadata?: FileMetadata } | undefined;
  return (metadata.metadata as FileMetadata | undefined) ?? custom?.metadata ?? {};
}

export function codeCells(notebook: vscode.NotebookDocument): vscode.NotebookCell[] {
  return notebook.getCells().filter((cell) => cell.kind === vscode.NotebookCellKind.Code);
}

/** The cell of a document that shows one. */
export function cellOf(document: vscode.TextDocument): vscode.NotebookCell | undefined {
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cell = notebook.getCells().find((each) => each.document === document);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** Code of the TypeScript cells that stand above a cell. */
export function codeAbove(cell: vscode.NotebookCell): string[] {
  return codeCells(cell.notebook)
    .filter((each) => each.index < cell.index && each.document.languageId === cellLanguage)
    .map((each) => each.document.getText());
}

/** Folder the cells run in: the notebook's own; for one that is not saved, the workspace's. */
export function notebookFolder({ uri, isUntitled }: vscode.NotebookDocument): string {
  if (uri.scheme === "file" && !isUntitled) return dirname(uri.fsPath);
  const folder = vscode.workspace.workspaceFolders?.find((each) => each.uri.scheme === "file");
  return folder?.uri.fsPath ?? homedir();
}
