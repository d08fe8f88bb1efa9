import * as vscode from "vscode";
import { sidecarUri } from "../analysis/feedback-file.js";
import { fileName } from "../analysis/file-source.js";
import type { ExportFormat } from "../../shared/protocol/index.js";
import type { Panel } from "./panel.js";
import { t } from "../../shared/translate.js";

/** Ending of the file each format is written to. */
const endings: Readonly<Record<Exclude<ExportFormat, "typescript">, string>> = {
  anomaliesCsv: "anomalies.csv",
  annotatedCsv: "annotated.csv",
  html: "anomalies.html",
  png: "anomalies.png",
  svg: "anomalies.svg",
  markdown: "anomalies.md",
  json: "anomalies.json",
};

/** `sales.csv` becomes `sales.anomalies.csv`. */
export function exportName(file: string, format: Exclude<ExportFormat, "typescript">): string {
  return `${file.replace(/\.(csv|tsv|tab|txt)$/i, "")}.${endings[format]}`;
}

/** The file's folder, or the first workspace folder for text that was never saved. */
function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === "untitled" ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, "..");
}

/** Asks where to, writes the file whole, and offers to open it. */
export async function exportResults(panel: Panel, format: ExportFormat, image: string): Promise<void> {
  if (format === "typescript") {
    await copyTypeScript(panel);
    return;
  }
  const content = await exportContent(panel, format, image);
  if (content === undefined) return;
  const folder = folderOf(panel.uri);
  const name = exportName(fileName(panel.uri), format);
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [name.split(".").pop() ?? ""]: [name.split(".").pop() ?? ""] },
  });
  if (!target) return;
  if (target.toString() === panel.uri.toString() || target.toString() === sidecarUri(panel.uri).toString()) {
    void vscode.window.showErrorMessage(
      t({
        en: "The analysed file and its notes are never written over. Choose another name.",
        de: "Die untersuchte Datei und ihre Notizen werden nie überschrieben. Bitte einen anderen Namen wählen.",
      }),
    );
    return;
  }
  await vscode.workspace.fs.writeFile(target, content);
  const open = t({ en: "Open", de: "Öffnen" });
  void vscode.window
    .showInformationMessage(t({ en: "Written: {0}", de: "Geschrieben: {0}" }, fileName(target)), open)
    .then((answer) => {
      if (answer === open) void vscode.commands.executeCommand("vscode.open", target);
    });
}

/** Writes an export to a file without asking. */
export async function exportToFile(
  panel: Panel,
  format: Exclude<ExportFormat, "typescript">,
  target: vscode.Uri,
): Promise<void> {
  const content = await exportContent(panel, format, "");
  if (content) await vscode.workspace.fs.writeFile(target, content);
}

/** The bytes of an export; undefined when the page sent no picture. */
async function exportContent(
  panel: Panel,
  format: Exclude<ExportFormat, "typescript">,
  image: string,
): Promise<Uint8Array | undefined> {
  if (format === "png" || format === "svg") return imageBytes(image);
  return new TextEncoder().encode(await panel.analysis.worker.call("export", { format }));
}

function imageBytes(dataUrl: string): Uint8Array | undefined {
  const comma = dataUrl.indexOf(",");
  if (!dataUrl.startsWith("data:image/") || comma < 0) return undefined;
  const body = dataUrl.slice(comma + 1);
  return dataUrl.slice(0, comma).endsWith(";base64")
    ? Buffer.from(body, "base64")
    : new TextEncoder().encode(decodeURIComponent(body));
}

async function copyTypeScript(panel: Panel): Promise<void> {
  await vscode.env.clipboard.writeText(await panel.analysis.worker.call("export", { format: "typescript" }));
  void vscode.window.showInformationMessage(
    t({
      en: "Copied: paste it into a notebook cell or a script.",
      de: "Kopiert: in eine Notebook-Zelle oder ein Skript einfügen.",
    }),
  );
}
