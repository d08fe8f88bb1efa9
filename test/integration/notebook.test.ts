import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";

const controller = { notebookEditor: undefined, id: "kpi-typescript", extension: "kpi-anomaly.kpi-anomaly-detector" };
const fixtures = vscode.workspace.workspaceFolders![0].uri.fsPath;
const patience = 60_000;

/** Waits until a question has the answer that is wanted. */
async function until<Value>(
  ask: () => Value | Promise<Value>,
  wanted: (value: Value) => boolean,
  what: string,
): Promise<Value> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await ask();
    if (wanted(value)) return value;
    if (Date.now() > end) throw new Error(`${what} did not come; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const text = (item: vscode.NotebookCellOutputItem): string => new TextDecoder().decode(item.data);
const code = (value: string): vscode.NotebookCellData =>
  new vscode.NotebookCellData(vscode.NotebookCellKind.Code, value, "typescript");

/** What a cell shows, in the forms that files keep. */
function shown(cell: vscode.NotebookCell): { type: string; text: string }[] {
  return cell.outputs.flatMap(({ items }) => items.map((item) => ({ type: item.mime, text: text(item) })));
}

async function show(notebook: vscode.NotebookDocument): Promise<vscode.NotebookDocument> {
  const notebookEditor = await vscode.window.showNotebookDocument(notebook);
  await vscode.commands.executeCommand("notebook.selectKernel", { ...controller, notebookEditor });
  return notebook;
}

/** A new notebook with these cells, shown and with our kernel. */
async function openCells(...cells: string[]): Promise<vscode.NotebookDocument> {
  const data = new vscode.NotebookData(cells.map(code));
  data.metadata = { metadata: { kernelspec: { name: "kpi-typescript", language: "typescript" } } };
  return await show(await vscode.workspace.openNotebookDocument("jupyter-notebook", data));
}

/** Runs one cell to its end. Returns whether it succeeded. */
async function run(cell: vscode.NotebookCell): Promise<boolean | undefined> {
  const before = cell.executionSummary?.timing?.endTime;
  await vscode.commands.executeCommand("notebook.cell.execute", {
    ranges: [{ start: cell.index, end: cell.index + 1 }],
    document: cell.notebook.uri,
  });
  await until(
    () => cell.executionSummary?.timing?.endTime,
    (time) => time !== undefined && time !== before,
    `The end of cell ${cell.index}`,
  );
  return cell.executionSummary?.success;
}

/** Closes all notebooks without asking whether to save them. */
async function closeNotebooks(): Promise<void> {
  for (const notebook of vscode.workspace.notebookDocuments) {
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

describe("notebooks", function () {
  this.timeout(3 * patience);
  const path = process.env.PATH;
  let folder: string;

  before(() => {
    // Neither Python nor Jupyter can be found by anything that is started from here.
    process.env.PATH = "";
    folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-notebooks-"));
    for (const name of ["daily-sales.csv", "daily-sales.ipynb"]) copyFileSync(join(fixtures, name), join(folder, name));
  });
  after(async () => {
    process.env.PATH = path;
    await closeNotebooks();
    rmSync(folder, { recursive: true, force: true });
  });

  it("run without python3 and jupyter on the PATH", () => {
    for (const program of ["python3", "jupyter"]) {
      let found = true;
      try {
        execFileSync(program, ["--version"], { stdio: "ignore" });
      } catch {
        found = false;
      }
      strictEqual(found, false, `${program} is on the PATH of this test`);
    }
  });

  it("written for tslab run as they are, with the outputs they were saved with", async () => {
    const notebook = await show(
      await vscode.workspace.openNotebookDocument(vscode.Uri.file(join(folder, "daily-sales.ipynb"))),
    );
    const cells = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
    const saved = cells.map(shown);
    for (const cell of cells) strictEqual(await run(cell), true, JSON.stringify(shown(cell)));
    deepStrictEqual(cells.slice(0, 3).map(shown), saved.slice(0, 3));
    deepStrictEqual(cells[3].outputs[0].items.map(({ mime }) => mime).sort(), [
      "application/vnd.plotly.v1+json",
      "image/png",
      "text/plain",
    ]);
    await notebook.save();
    const file = JSON.parse(readFileSync(join(folder, "daily-sales.ipynb"), "utf8")) as {
      cells: { outputs?: { output_type: string; execution_count?: number; data: object }[] }[];
    };
    deepStrictEqual(file.cells[1].outputs, [
      { output_type: "execute_result", execution_count: 1, data: { "text/plain": ["120"] }, metadata: {} },
    ]);
    strictEqual(file.cells[3].outputs![0].output_type, "stream");
    strictEqual(typeof (file.cells[4].outputs![0].data as Record<string, unknown>)["image/png"], "string");
  });

  it("show errors with places, as an output and as a problem of the cell", async () => {
    const notebook = await openCells(
      "function check(x: number): number {\n  if (x > 1) throw new RangeError('too big');\n  return x;\n}",
      "check(5)",
      "const wrong: string = 5;",
    );
    const [first, second, third] = notebook.getCells();
    strictEqual(await run(first), true);
    strictEqual(await run(second), false);
    const error = JSON.parse(shown(second)[0].text) as { name: string; message: string; stack: string };
    strictEqual(shown(second)[0].type, "application/vnd.code.notebook.error");
    deepStrictEqual([error.name, error.message], ["RangeError", "too big"]);
    match(error.stack, /^Cell In\[1\], line 2, column 20, in check\nCell In\[2\], line 1, column 1$/m);
    const [failed] = vscode.languages
      .getDiagnostics(first.document.uri)
      .filter(({ source }) => source === "KPI TypeScript");
    deepStrictEqual(
      [failed.message, failed.range.start.line, failed.range.start.character],
      ["RangeError: too big", 1, 19],
    );
    const [wrong] = await until(
      () => vscode.languages.getDiagnostics(third.document.uri).filter(({ source }) => source === "KPI TypeScript"),
      (all) => all.length > 0,
      "The problem of the third cell",
    );
    deepStrictEqual([wrong.code, wrong.range.start.character, wrong.range.end.character], [2322, 6, 11]);
  });

  it("say nothing against names of cells above, top-level await and names declared again", async () => {
    const notebook = await openCells(
      "const prices = await Promise.resolve([1, 2, 3]);",
      "const total = prices.reduce((a, b) => a + b);",
      "const total = 'again';\ntotal.length",
      "nowhere",
    );
    const [, , , last] = notebook.getCells();
    await until(
      () => vscode.languages.getDiagnostics(last.document.uri),
      (all) => all.length > 0,
      "The problem of the last cell",
    );
    deepStrictEqual(
      notebook
        .getCells()
        .slice(0, 3)
        .flatMap(({ document }) =>
          vscode.languages.getDiagnostics(document.uri).map(({ message, source }) => [source, message]),
        ),
      [],
    );
    deepStrictEqual(
      vscode.languages.getDiagnostics(last.document.uri).map(({ source }) => source),
      ["KPI TypeScript"],
    );
  });

  it("complete a member of a variable declared two cells above, before anything has run", async () => {
    const notebook = await openCells(
      "interface Kpi { readonly cadence: string; readonly values: number[] }\nconst kpi: Kpi = { cadence: 'daily', values: [1] };",
      "const other = 1;",
      "kpi.cad",
    );
    const { document } = notebook.cellAt(2);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      new vscode.Position(0, 7),
      ".",
    );
    ok(
      items.some(({ label, kind }) => label === "cadence" && kind === vscode.CompletionItemKind.Property),
      JSON.stringify(items.slice(0, 5)),
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      new vscode.Position(0, 1),
    );
    ok(
      hovers.some(({ contents }) =>
        contents.some((each) => (each as vscode.MarkdownString).value.includes("const kpi: Kpi")),
      ),
    );
  });

  it("offer parameters of a function declared above", async () => {
    const notebook = await openCells(
      "/** Rounds. */\nfunction round(value: number, digits: number): number { return value + digits; }",
      "round(1, ",
    );
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
      "vscode.executeSignatureHelpProvider",
      notebook.cellAt(1).document.uri,
      new vscode.Position(0, 9),
      ",",
    );
    deepStrictEqual(
      [help.signatures[0].label, help.activeParameter],
      ["round(value: number, digits: number): number", 1],
    );
  });

  it("interrupt an endless loop and keep the variables; a restart forgets them", async () => {
    const notebook = await openCells("const kept = 'still here';", "for (;;) {}", "kept");
    const [first, endless, last] = notebook.getCells();
    strictEqual(await run(first), true);
    const running = run(endless);
    await until(
      () => endless.executionSummary?.executionOrder,
      (order) => order === 2,
      "The start of the endless loop",
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand("notebook.cancelExecution", notebook.uri);
    strictEqual(await running, false);
    match(shown(endless)[0].text, /Interrupted/);
    strictEqual(await run(last), true);
    deepStrictEqual(shown(last), [{ type: "text/plain", text: "still here" }]);
    await vscode.commands.executeCommand("kpiAnomaly.restartNotebook");
    strictEqual(await run(last), false);
    match(shown(last)[0].text, /Cannot find name 'kept'/);
    strictEqual(last.executionSummary?.executionOrder, 1);
  });

  it("let go of the cells after one that fails, and of none later", async () => {
    const notebook = await openCells("throw new Error('first')", "'not yet'");
    const [failing, waiting] = notebook.getCells();
    await vscode.commands.executeCommand("notebook.execute", notebook.uri);
    await until(
      () => failing.executionSummary?.success,
      (success) => success === false,
      "The failure",
    );
    strictEqual(waiting.outputs.length, 0);
    strictEqual(await run(waiting), true);
  });

  it("are written for a CSV file by KPI: Open as Notebook, and give the numbers of its analysis", async () => {
    const csv = vscode.Uri.file(join(folder, "daily-sales.csv"));
    await vscode.commands.executeCommand("kpiAnomaly.openAsNotebook", csv);
    const notebook = vscode.window.activeNotebookEditor!.notebook;
    ok(existsSync(join(folder, "daily-sales-2.ipynb")));
    await show(notebook);
    for (const cell of notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code))
      strictEqual(await run(cell), true, JSON.stringify(shown(cell)));
    match(
      shown(notebook.cellAt(2))
        .map((each) => each.text)
        .join(),
      /incident/,
    );
  });
});
