import * as vscode from "vscode";
import { exportResults, exportToFile } from "../panel/export-results.js";
import type { TextExport } from "../../shared/protocol/index.js";
import type { ResultsPanels } from "../panel/results-panels.js";

/** What an export command may be given: the file whose panel is meant, and where to write without asking. */
interface ExportArgument {
  readonly uri?: vscode.Uri;
  readonly target?: vscode.Uri;
}

const formats: Readonly<Record<string, TextExport>> = {
  "kpiAnomaly.exportAnomaliesCsv": "anomaliesCsv",
  "kpiAnomaly.exportAnnotatedCsv": "annotatedCsv",
  "kpiAnomaly.exportHtml": "html",
  "kpiAnomaly.exportMarkdown": "markdown",
  "kpiAnomaly.exportJson": "json",
  "kpiAnomaly.copyAsTypeScript": "typescript",
};

/** Exports as commands, for palette, keyboard and scripts. */
export function exportCommands(panels: ResultsPanels): vscode.Disposable {
  const commands = Object.entries(formats).map(([command, format]) =>
    vscode.commands.registerCommand(command, async ({ uri, target }: ExportArgument = {}) => {
      const panel = uri ? panels.for(uri) : panels.active;
      if (!panel) return;
      if (target && format !== "typescript") await exportToFile(panel, format, target);
      else await exportResults(panel, format, "");
    }),
  );
  return vscode.Disposable.from(...commands);
}
