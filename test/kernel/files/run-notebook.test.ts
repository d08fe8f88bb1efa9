import { describe, expect, test } from "vitest";
import type { CellOutput, NotebookEngine } from "../../../kernel-lib/src/kernel/notebook-engine.js";
import { notebookText, parseNotebook, type NotebookFile } from "../../../kernel-lib/src/kernel/files/notebook-file.js";
import { runNotebook } from "../../../kernel-lib/src/kernel/files/run-notebook.js";

const code = (source: string | string[], metadata: object = {}): object => ({
  cell_type: "code",
  source,
  metadata,
  outputs: [{ output_type: "stream", name: "stdout", text: "old" }],
  execution_count: 9,
});
const notebook = (cells: readonly object[], metadata: object = {}): NotebookFile =>
  parseNotebook(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }), "nb.ipynb");

/** An engine that shows what its table says for a cell's code and fails where it says nothing. */
function tableEngine(table: Readonly<Record<string, readonly CellOutput[]>>): NotebookEngine {
  let count = 0;
  const execute: NotebookEngine["execute"] = (source, show) => {
    count++;
    for (const output of table[source] ?? []) show(output);
    return Promise.resolve(
      source in table
        ? { status: "ok", count }
        : {
            status: "error",
            count,
            error: { name: "Error", message: source, trace: [`Error: ${source}`], problems: [], frames: [] },
          },
    );
  };
  return { execute } as NotebookEngine;
}

test("outputs go where they belong: streams joined, results counted, updates in place", async () => {
  const engine = tableEngine({
    a: [
      { type: "stream", name: "stdout", text: "1\n" },
      { type: "stream", name: "stdout", text: "2\n" },
      { type: "stream", name: "stderr", text: "3" },
      { type: "display", data: { "text/html": "<b>" }, displayId: "x" },
    ],
    b: [
      { type: "update", data: { "text/plain": "new" }, displayId: "x" },
      { type: "update", data: {}, displayId: "unknown" },
      { type: "result", data: { "image/png": "AQI=", "text/plain": "two\nlines" } },
    ],
  });
  const { notebook: ran, failed } = await runNotebook(
    notebook([{ cell_type: "markdown", source: "# hi", metadata: {} }, code("a"), code(""), code(["b"])]),
    engine,
  );
  expect(failed).toBeUndefined();
  expect(ran.cells).toMatchObject([
    { cell_type: "markdown", source: "# hi" },
    {
      execution_count: 1,
      outputs: [
        { output_type: "stream", name: "stdout", text: ["1\n", "2\n"] },
        { name: "stderr", text: ["3"] },
        { output_type: "display_data", data: { "text/plain": ["new"] } },
      ],
    },
    { execution_count: null, outputs: [] },
    {
      execution_count: 2,
      outputs: [
        {
          output_type: "execute_result",
          execution_count: 2,
          data: { "image/png": "AQI=", "text/plain": ["two\n", "lines"] },
        },
      ],
    },
  ]);
});

test("a failing cell ends the run, unless errors are allowed there", async () => {
  const engine = tableEngine({ fine: [] });
  const cells = [code("expected", { tags: ["raises-exception"] }), code("fine"), code("broken"), code("fine")];
  const { notebook: ran, failed } = await runNotebook(notebook(cells), engine);
  expect(failed).toEqual({ cell: 3, trace: ["Error: broken"] });
  expect(ran.cells.map(({ outputs }) => outputs)).toEqual([
    [{ output_type: "error", ename: "Error", evalue: "expected", traceback: ["Error: expected"] }],
    [],
    [expect.objectContaining({ ename: "Error" })],
    [],
  ]);
  expect((await runNotebook(notebook(cells), engine, { allowErrors: true })).failed).toBeUndefined();
});

describe("a notebook file", () => {
  test("keeps what it does not know", () => {
    const text = notebookText(
      notebook([{ ...code("1"), extra: 1 }], {
        kernelspec: { name: "tslab", language: "typescript" },
        other: { deep: true },
      }),
    );
    expect(JSON.parse(text)).toMatchObject({ metadata: { other: { deep: true } }, cells: [{ extra: 1 }] });
    expect(text.endsWith("}\n")).toBe(true);
  });

  test.each([
    ["no JSON", "hello", "is not a Jupyter notebook"],
    ["another JSON", "[1]", "is not a Jupyter notebook"],
    ["an older version", JSON.stringify({ nbformat: 3, cells: [] }), "version 4 is needed"],
    [
      "Python",
      JSON.stringify({ nbformat: 4, cells: [], metadata: { kernelspec: { name: "python3", language: "python" } } }),
      "are python; TypeScript is needed",
    ],
  ])("that is %s is refused", (_, text, message) => {
    expect(() => parseNotebook(text, "nb.ipynb")).toThrow(message);
  });
});
