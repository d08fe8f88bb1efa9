import type { Localized } from "kpi-anomaly";
import type * as vscode from "vscode";
import { exportResults, exportToFile } from "../panel/export-results.js";
import type { TextExport } from "../../shared/protocol/index.js";
import type { Command } from "./command.js";

/** What an export command may be given: the file whose panel is meant, and where to write without asking. */
interface ExportArgument {
  readonly uri?: vscode.Uri;
  readonly target?: vscode.Uri;
}

/** Exports as commands, for palette, keyboard and scripts. */
export const exportCommands: readonly Command[] = [
  exporting("exportAnomaliesCsv", "anomaliesCsv", {
    en: "Export Anomalies CSV",
    de: "Anomalien als CSV exportieren",
  }),
  exporting("exportAnnotatedCsv", "annotatedCsv", {
    en: "Export Annotated CSV",
    de: "CSV mit Anmerkungen exportieren",
  }),
  exporting("exportHtml", "html", { en: "Export HTML Report", de: "HTML-Bericht exportieren" }),
  exporting("exportMarkdown", "markdown", {
    en: "Export Markdown Summary",
    de: "Zusammenfassung in Markdown exportieren",
  }),
  exporting("exportJson", "json", { en: "Export JSON", de: "JSON exportieren" }),
  exporting("copyAsTypeScript", "typescript", { en: "Copy as TypeScript", de: "Als TypeScript kopieren" }),
];

function exporting(name: string, format: TextExport, title: Localized): Command {
  return {
    id: `kpiAnomaly.${name}`,
    title,
    run: async ({ panels }, given) => {
      const { uri, target } = (given ?? {}) as ExportArgument;
      const panel = uri ? panels.for(uri) : panels.active;
      if (!panel) return;
      if (target && format !== "typescript") await exportToFile(panel, format, target);
      else await exportResults(panel, format, "");
    },
  };
}
