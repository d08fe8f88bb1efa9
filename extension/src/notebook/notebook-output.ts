import type { CellError, CellOutput, MimeBundle } from "kpi-anomaly/kernel";
import * as vscode from "vscode";

/** What VS Code's ipynb files keep of an output besides its forms. */
interface FileMetadata {
  readonly outputType: "execute_result" | "display_data";
  readonly executionCount?: number;
  readonly [key: string]: unknown;
}

/** An output with its forms; `count` is the number of the cell whose value it is. */
export function bundleOutput(data: MimeBundle, count?: number): vscode.NotebookCellOutput {
  const metadata: FileMetadata =
    count === undefined ? { outputType: "display_data" } : { outputType: "execute_result", executionCount: count };
  return new vscode.NotebookCellOutput(bundleItems(data), metadata);
}

export function bundleItems(data: MimeBundle): vscode.NotebookCellOutputItem[] {
  return Object.entries(data).map(([type, form]) => {
    if (typeof form !== "string") return vscode.NotebookCellOutputItem.json(form, type);
    // Pictures come as base64; SVG is text.
    const binary = /^(image|audio|video)\/|^application\/pdf/.test(type) && type !== "image/svg+xml";
    return binary
      ? new vscode.NotebookCellOutputItem(Buffer.from(form, "base64"), type)
      : vscode.NotebookCellOutputItem.text(form, type);
  });
}

export function streamItem({ name, text }: Extract<CellOutput, { type: "stream" }>): vscode.NotebookCellOutputItem {
  return name === "stdout" ? vscode.NotebookCellOutputItem.stdout(text) : vscode.NotebookCellOutputItem.stderr(text);
}

/** An error in the form VS Code shows with links to the lines of the cells. */
export function errorOutput({ name, message, trace }: CellError): vscode.NotebookCellOutput {
  return new vscode.NotebookCellOutput([
    vscode.NotebookCellOutputItem.error({ name, message, stack: trace.join("\n") }),
  ]);
}
