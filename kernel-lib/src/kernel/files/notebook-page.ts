import { createHash } from "node:crypto";
import { marked } from "marked";
import { htmlPage } from "../../display/html-page.js";
import { wholeText, type NotebookCell, type NotebookFile, type NotebookOutput } from "./notebook-file.js";

const plotlyType = "application/vnd.plotly.v1+json";

const style = `:root{color-scheme:light dark;--line:#8884}
body{font:15px/1.55 system-ui,sans-serif;margin:24px auto;max-width:1000px;padding:0 16px}
pre{font:13px/1.45 ui-monospace,monospace;overflow-x:auto;margin:0}
.code{border-left:3px solid #1f6feb;background:#8881;padding:8px 12px;margin-top:16px}
.output{padding:8px 12px}.error{color:#c62828}.stderr{color:#b26a00}
img,svg{max-width:100%;height:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:3px 12px 3px 0;border-bottom:1px solid var(--line);text-align:left}
@media (prefers-color-scheme:dark){.error{color:#ff8a80}.stderr{color:#ffcc80}}`;

/** Draws each figure in place of its picture; where a figure cannot be drawn its picture stays. */
const drawFigures = `for (const box of document.querySelectorAll(".figure")) {
  const figure = JSON.parse(box.querySelector("script").textContent), chart = document.createElement("div");
  box.append(chart);
  Plotly.newPlot(chart, figure.data, figure.layout, { responsive: true, displaylogo: false, ...figure.config })
    .then(() => box.querySelector(".picture")?.remove(), () => chart.remove());
}`;

/**
 * A notebook as one HTML page that opens without internet. Figures can be zoomed and hovered; without scripts their static
 * picture shows. Only this page's own two scripts may run: what a cell has put out as HTML is shown, not executed.
 *
 * @param plotly text of Plotly's script, embedded once when the notebook has figures.
 */
export function notebookPage(notebook: NotebookFile, title: string, plotly: string): string {
  const body = notebook.cells
    .map(cellHtml)
    .filter((html) => html !== "")
    .join("\n");
  const scripts = body.includes(`class="figure"`) ? [plotly.replaceAll("</script", "<\\/script"), drawFigures] : [];
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = ["img-src data: blob:", ...(hashes.length > 0 ? [`script-src ${hashes.join(" ")}`] : [])];
  return htmlPage({
    language: "en",
    title,
    style,
    body: [body, ...scripts.map((script) => `<script>${script}</script>`)].join("\n"),
    policy: policy.join("; "),
  });
}

function cellHtml(cell: NotebookCell): string {
  const source = wholeText(cell.source);
  if (source.trim() === "") return "";
  if (cell.cell_type === "markdown") return `<section>${marked.parse(source, { async: false })}</section>`;
  if (cell.cell_type === "raw") return `<pre class="output">${escaped(source)}</pre>`;
  return `<pre class="code">${escaped(source)}</pre>\n${(cell.outputs ?? []).map(outputHtml).join("\n")}`;
}

function outputHtml(output: NotebookOutput): string {
  if (output.output_type === "stream")
    return `<pre class="output ${output.name}">${escaped(withoutColours(wholeText(output.text)))}</pre>`;
  if (output.output_type === "error")
    return `<pre class="output error">${escaped(withoutColours(output.traceback.join("\n")))}</pre>`;
  return `<div class="output">${bundleHtml(output.data)}</div>`;
}

/** The richest form this page can show. */
function bundleHtml(data: Readonly<Record<string, unknown>>): string {
  const picture = pictureHtml(data);
  if (plotlyType in data) {
    // Inside a script element only the sequence that ends it has to be kept out.
    const figure = JSON.stringify(data[plotlyType]).replaceAll("<", "\\u003c");
    return `<div class="figure"><div class="picture">${picture}</div><script type="application/json">${figure}</script></div>`;
  }
  if ("text/html" in data) return wholeText(data["text/html"]);
  if (picture !== "") return picture;
  if ("text/markdown" in data) return marked.parse(wholeText(data["text/markdown"]), { async: false });
  const json = "application/json" in data ? JSON.stringify(data["application/json"], null, 2) : "";
  return `<pre>${escaped(withoutColours(wholeText(data["text/plain"]) || json))}</pre>`;
}

function pictureHtml(data: Readonly<Record<string, unknown>>): string {
  const alternative = escaped(wholeText(data["text/plain"]));
  for (const type of ["image/png", "image/jpeg", "image/gif"])
    if (type in data)
      return `<img alt="${alternative}" src="data:${type};base64,${escaped(wholeText(data[type]).replace(/\s/g, ""))}">`;
  // As an image, so that nothing in it can run.
  return "image/svg+xml" in data
    ? `<img alt="${alternative}" src="data:image/svg+xml;base64,${Buffer.from(wholeText(data["image/svg+xml"])).toString("base64")}">`
    : "";
}

function withoutColours(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[\d;]*m/g, "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
