import type * as vscode from "vscode";
import { tableLanguage, tableName } from "../../shared/table-files.js";

/** Whether a document is a table by its name, or by a language id, which other extensions rename freely. */
export function isTableFile(document: Pick<vscode.TextDocument, "uri" | "languageId">): boolean {
  return tableName.test(document.uri.path) || tableLanguage.test(document.languageId);
}
