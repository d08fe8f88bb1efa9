import { expect, test } from "vitest";
import type { NotebookFile, NotebookOutput } from "../../../kernel-lib/src/kernel/files/notebook-file.js";
import { notebookPage } from "../../../kernel-lib/src/kernel/files/notebook-page.js";

const withOutputs = (...outputs: NotebookOutput[]): NotebookFile => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [{ cell_type: "code", source: ["1 <", " 2"], metadata: {}, outputs }],
});
const shown = (data: Record<string, unknown>): NotebookOutput => ({ output_type: "display_data", data, metadata: {} });
const plotly = "var Plotly={};/* </script> */";

test("a figure is embedded as data with its picture, Plotly once", () => {
  const figure = shown({
    "application/vnd.plotly.v1+json": { data: [{ name: "</script><script>alert(1)</script>" }], layout: {} },
    "image/png": "AQI=\n",
    "text/plain": "a figure",
  });
  const page = notebookPage(withOutputs(figure, figure), "Two figures", plotly);
  expect(page.match(/var Plotly/g)).toHaveLength(1);
  expect(page.match(/class="figure"/g)?.length).toBe(2);
  expect(page).toContain(`<img alt="a figure" src="data:image/png;base64,AQI=">`);
  expect(page).not.toContain("<script>alert");
  expect(page.match(/'sha256-[\w+/]+='/g)).toHaveLength(2);
  expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test("a page without figures has no script at all", () => {
  const page = notebookPage(
    withOutputs(
      { output_type: "stream", name: "stdout", text: "\u001b[31mred\u001b[0m <b>" },
      { output_type: "error", ename: "E", evalue: "", traceback: ["E: <i>"] },
    ),
    "<title>",
    plotly,
  );
  expect(page).not.toContain("<script");
  expect(page).not.toContain("script-src");
  expect(page).toContain(`<pre class="code">1 &lt; 2</pre>`);
  expect(page).toContain(`<pre class="output stdout">red &lt;b&gt;</pre>`);
  expect(page).toContain("E: &lt;i&gt;");
  expect(page).toContain("<title>&#60;title&#62;</title>");
});

test("of several forms the richest is shown, pictures as images", () => {
  expect(notebookPage(withOutputs(shown({ "text/html": ["<b>", "x</b>"], "text/plain": "x" })), "", plotly)).toContain(
    `<div class="output"><b>x</b></div>`,
  );
  expect(notebookPage(withOutputs(shown({ "image/svg+xml": "<svg/>", "text/plain": "x" })), "", plotly)).toContain(
    "data:image/svg+xml;base64,PHN2Zy8+",
  );
  expect(notebookPage(withOutputs(shown({ "text/markdown": "**x**" })), "", plotly)).toContain("<strong>x</strong>");
  expect(notebookPage(withOutputs(shown({ "application/json": { a: 1 } })), "", plotly)).toContain("&quot;a&quot;: 1");
});
