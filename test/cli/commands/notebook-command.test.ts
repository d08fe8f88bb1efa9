import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { NotebookEngine } from "../../../kernel-lib/src/kernel/notebook-engine.js";
import { createPackageEngine } from "../../../kernel-lib/src/kernel/package-engine.js";
import { runCommand } from "../run-command.js";

vi.mock("../../../kernel-lib/src/kernel/package-engine.js");

const folder = mkdtempSync(join(tmpdir(), "kpi-notebook-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

/** A notebook with these code cells. */
function notebook(name: string, ...cells: string[]): string {
  const code = cells.map((source) => ({ cell_type: "code", source, metadata: {}, outputs: [], execution_count: null }));
  writeFileSync(at(name), JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: code }));
  return at(name);
}

let disposed = 0;
beforeEach(() => {
  let count = 0;
  disposed = 0;
  // An engine that prints the code of a cell, and fails at "fail".
  const engine: Pick<NotebookEngine, "execute" | "dispose"> = {
    execute: (source, show) => {
      count++;
      if (source !== "fail") {
        show({ type: "stream", name: "stdout", text: `ran ${source}` });
        return Promise.resolve({ status: "ok", count });
      }
      const error = { name: "Error", message: "no", trace: ["Error: no", "at the cell"], problems: [], frames: [] };
      return Promise.resolve({ status: "error", count, error });
    },
    dispose: () => {
      disposed++;
      return Promise.resolve();
    },
  };
  vi.mocked(createPackageEngine)
    .mockReset()
    .mockReturnValue(engine as NotebookEngine);
});

/** What the cells of a notebook printed. */
const printedIn = (path: string): unknown[] =>
  (JSON.parse(readFileSync(path, "utf8")) as { cells: { outputs: { text?: unknown }[] }[] }).cells.map(({ outputs }) =>
    outputs.map(({ text }) => [text].flat().join("")).join(""),
  );

test("a notebook is run in its folder and language, and written with its outputs, over itself too", async () => {
  const file = notebook("a.ipynb", "one", "two");
  const before = readFileSync(file);
  expect(await runCommand("notebook", "run", file, "--out", at("done.ipynb"), "--language", "de")).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  expect(vi.mocked(createPackageEngine).mock.calls).toEqual([[folder, "de"]]);
  expect([printedIn(at("done.ipynb")), disposed]).toEqual([["ran one", "ran two"], 1]);
  expect(readFileSync(file)).toEqual(before);
  expect((await runCommand("notebook", "run", file, "--out", file)).code).toBe(0);
  expect(printedIn(file)).toEqual(["ran one", "ran two"]);
});

test("a cell that fails ends the run with its trace; what ran is written", async () => {
  const file = notebook("fails.ipynb", "one", "fail", "three");
  const { code, stdout } = await runCommand("notebook", "run", file, "--out", at("failed.ipynb"), "--json");
  expect([code, stdout]).toEqual([2, expect.stringContaining("unknown_option")]);
  expect(existsSync(at("failed.ipynb"))).toBe(false);
  const ran = await runCommand("notebook", "run", file, "--out", at("failed.ipynb"));
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringMatching(/^kpi-anomaly: [^]*Error: no\nat the cell/)]);
  expect(printedIn(at("failed.ipynb"))[0]).toBe("ran one");
  expect([printedIn(at("failed.ipynb"))[2], disposed]).toEqual(["", 1]);
});

test("--allow-errors goes on after it", async () => {
  const file = notebook("allowed.ipynb", "fail", "two");
  const { code } = await runCommand("notebook", "run", file, "--allow-errors", "--out", at("allowed-out.ipynb"));
  expect([code, printedIn(at("allowed-out.ipynb"))[1]]).toEqual([0, "ran two"]);
});

test("nothing is run where the result could not be written, or there is no notebook", async () => {
  const file = notebook("kept.ipynb", "one");
  const before = readdirSync(folder);
  for (const args of [[file, "--html", file], [file, "--out", at("x"), "--html", at("x")], [at("none.ipynb")]])
    expect((await runCommand("notebook", "run", ...args)).code, args.join(" ")).toBe(2);
  writeFileSync(at("kept.ipynb"), "no notebook");
  expect((await runCommand("notebook", "run", file)).code).toBe(2);
  expect(vi.mocked(createPackageEngine)).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual(before);
});
