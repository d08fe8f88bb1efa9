import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";

/**
 * The page around the results view. Only our own script runs (by nonce), nothing is loaded from a network, and
 * inline styles are allowed because Plotly sets them.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64url");
  const asset = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", name)).toString();
  const policy = [
    "default-src 'none'",
    `img-src ${webview.cspSource} data: blob:`,
    `font-src ${webview.cspSource}`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${t(terms.kpiAnomalies)}</title>
<link rel="stylesheet" href="${asset("page.css")}">
<link rel="preload" as="script" nonce="${nonce}" href="${asset("plotly.js")}">
</head>
<body>
<div id="panel"></div>
<script nonce="${nonce}" src="${asset("page.js")}" data-plotly="${asset("plotly.js")}"></script>
</body>
</html>`;
}
