import type * as vscode from "vscode";
import { csvLanguage, csvName } from "../../shared/csv-files.js";

/** Whether a document is a CSV or TSV by its name, or by a language id, which other extensions rename freely. */
export function isCsv(document: Pick<vscode.TextDocument, "uri" | "languageId">): boolean {
  return csvName.test(document.uri.path) || csvLanguage.test(document.languageId);
}
