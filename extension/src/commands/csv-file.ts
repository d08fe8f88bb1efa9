import type * as vscode from "vscode";

/** Whether a document is a CSV or TSV by its name, or by a language id, which other extensions rename freely. */
export function isCsv(document: Pick<vscode.TextDocument, "uri" | "languageId">): boolean {
  return /\.(csv|tsv|tab)$/i.test(document.uri.path) || /csv|tsv/i.test(document.languageId);
}
