import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { executeNotebook, failuresIn, readNotebook } from "../../scripts/execute-notebook.mjs";

const notebooks = globSync(fileURLToPath(new URL("../../notebooks/*.ipynb", import.meta.url))).sort();

for (const path of notebooks) {
  describe(basename(path), () => {
    test("runs in Jupyter without a failing cell", async () => {
      const { failures } = await executeNotebook(path);
      expect(failures).toEqual([]);
    });

    test("is committed with its outputs, so that a repository page shows the pictures", () => {
      const notebook = readNotebook(path);
      const kinds = notebook.cells
        .flatMap((cell) => cell.outputs ?? [])
        .flatMap((output) => Object.keys(output.data ?? {}));
      expect(new Set(kinds)).toContain("image/png");
      expect(failuresIn(notebook)).toEqual([]);
    });

    test("is below a megabyte, so that it opens at once", () => {
      expect(statSync(path).size).toBeLessThan(1e6);
    });
  });
}

describe("running a notebook", () => {
  test("one that uses the library by its name keeps what its cells print", async () => {
    const { notebook, failures } = await executeNotebook(
      fileURLToPath(new URL("fixtures/passing.ipynb", import.meta.url)),
    );
    expect(failures).toEqual([]);
    expect(notebook.cells[0]?.outputs?.[0]?.text).toEqual(["empty_file\n"]);
  });

  test.each([
    { trouble: "throws", source: 'throw new Error("it broke");', says: /cell 1: [^]*it broke/ },
    { trouble: "does not compile", source: 'const count: number = "three";', says: /cell 1: [^]*not assignable/ },
    { trouble: "writes to stderr", source: 'console.error("beware");', says: /cell 1: beware/ },
  ])("one with a cell that $trouble fails", async ({ source, says }) => {
    const { failures } = await executeNotebook(writeNotebook(source));
    expect(failures).toEqual([expect.stringMatching(says)]);
  });
});

function writeNotebook(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-failing-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "failing.ipynb");
  const cell = { cell_type: "code", id: "only", execution_count: null, metadata: {}, outputs: [], source };
  const kernelspec = { name: "tslab", language: "typescript", display_name: "TypeScript (tslab)" };
  writeFileSync(path, JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
  return path;
}
