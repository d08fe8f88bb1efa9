import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import ts from "typescript";
import { describe, expect, onTestFinished, test } from "vitest";
import { runWithFile } from "../../scripts/notebooks/notebook-with-file.mjs";
import {
  executeNotebook,
  failuresIn,
  readNotebook,
  sentencesIn,
  settledText,
  type Cell,
  type Notebook,
} from "../../scripts/notebooks/execute-notebook.mjs";

const notebooks = globSync(fileURLToPath(new URL("../../notebooks/*.ipynb", import.meta.url))).sort();

for (const path of notebooks) {
  describe(basename(path), () => {
    test("runs in Jupyter without a failing cell, and says what it says in the repository", async () => {
      const { notebook, failures } = await executeNotebook(path);
      expect(failures).toEqual([]);
      expect(sentencesIn(seeded(notebook))).toEqual(sentencesIn(seeded(readNotebook(path))));
    });

    test("states no figure that is not computed: none is typed into its text or into what its cells print", () => {
      const { cells } = readNotebook(path);
      expect(cells.flatMap(typedFigures)).toEqual([]);
    });

    test("is committed with its outputs, so that a repository page shows the pictures", () => {
      const notebook = readNotebook(path);
      const kinds = notebook.cells
        .flatMap((cell) => cell.outputs ?? [])
        .flatMap((output) => Object.keys(output.data ?? {}));
      expect(new Set(kinds)).toContain("image/png");
      expect(failuresIn(notebook)).toEqual([]);
      const drawing = notebook.cells.filter(({ source }) => /\.draw\([^\n]*\)\s*$/.test([source].flat().join("")));
      expect(drawing.length).toBeGreaterThan(2);
      for (const { source, outputs = [] } of drawing)
        expect(
          outputs.some(({ data }) => data !== undefined && "image/png" in data),
          [source].flat().join(""),
        ).toBe(true);
    });

    test("has pictures that are seen whole on one screen, on a page of their own that any theme leaves readable", () => {
      for (const { outputs = [] } of readNotebook(path).cells)
        for (const { data } of outputs) {
          if (data?.["image/png"] === undefined) continue;
          const picture = decodePng(Buffer.from([data["image/png"]].flat().join(""), "base64"));
          // Two picture pixels for one of the figure.
          expect(picture.height / 2).toBeLessThanOrEqual(900);
          expect(picture.corner).toEqual([255, 255, 255]);
        }
    });

    test("is below a megabyte, so that it opens at once", () => {
      expect(statSync(path).size).toBeLessThan(1e6);
    });
  });
}

describe("01_eda.ipynb with one line changed", () => {
  const files = globSync(fileURLToPath(new URL("../../notebooks/data/*.csv", import.meta.url)))
    .filter((file) => statSync(file).size < 60_000)
    .sort();

  test("there are six small files of different kinds", () => expect(files).toHaveLength(6));

  test.each(files.map((file) => [basename(file), file]))("looks at %s", async (_name, file) => {
    const path = fileURLToPath(new URL("../../notebooks/01_eda.ipynb", import.meta.url));
    const { notebook, failed } = await runWithFile(path, file);
    expect(failed).toBeUndefined();
    // The letters of a picture say nothing.
    const printed = JSON.stringify(
      notebook.cells.map(({ outputs }) => outputs),
      (key, value: unknown) => (key === "image/png" ? undefined : value),
    );
    expect(printed).not.toMatch(/\bNaN|undefined\b/);
  });
});

describe("running a notebook", () => {
  test("one that uses the library by its name keeps what its cells print", async () => {
    const { notebook, failures } = await executeNotebook(
      fileURLToPath(new URL("fixtures/passing.ipynb", import.meta.url)),
    );
    expect(failures).toEqual([]);
    expect(notebook.cells[0]?.outputs?.[0]?.text).toEqual(["empty_file\n"]);
  });

  test("of a line that was written over, as progress is, only the last is kept", () => {
    expect(settledText({ output_type: "stream", text: ["\rStep: 10%   ", "\rDone: 100%   \n", "a  \n"] })).toBe(
      "Done: 100%\na\n",
    );
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

/** A notebook without the cells whose numbers hang on ml-isolation-forest, which takes no seed. */
function seeded(notebook: Notebook): Notebook {
  const unseeded = /mlForest|(?:compare|draw)\(beside/;
  return { ...notebook, cells: notebook.cells.filter(({ source }) => !unseeded.test([source].flat().join(""))) };
}

/** Names and settings that hold a digit and state nothing about the data. */
const named = /S&P 500|a consensus of 1/g;

/** Sentences with a digit that no computation put there. */
function typedFigures({ cell_type: type, source }: Cell): string[] {
  const text = [source].flat().join("");
  if (type === "markdown")
    return text
      .replace(/\]\([^)]*\)|`[^`]*`|^#+ \d+\./gm, "")
      .replace(named, "")
      .split(/\n|(?<=\.) /)
      .filter((sentence) => /\d/.test(sentence));
  const found: string[] = [];
  const file = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node, printed: boolean): void => {
    const prints = ts.isCallExpression(node) && /^(console\.log|kpi\.listing)$/.test(node.expression.getText());
    // A number inside ${…} is computed; the literal text around it is what is looked at.
    if (
      printed &&
      (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) &&
      /\d/.test(node.text) &&
      / /.test(node.text)
    )
      found.push(node.text);
    ts.forEachChild(node, (child) => visit(child, printed || prints));
  };
  visit(file, false);
  return found;
}

function writeNotebook(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-failing-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "failing.ipynb");
  const cell = { cell_type: "code", id: "only", execution_count: null, metadata: {}, outputs: [], source };
  const kernelspec = { name: "tslab", language: "typescript", display_name: "TypeScript (tslab)" };
  writeFileSync(path, JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

/** Height of one of our PNG pictures, which have a palette, and the colour of its first pixel. */
function decodePng(png: Buffer): { readonly height: number; readonly corner: readonly number[] } {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    parts.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const index = inflateSync(parts.get("IDAT")!)[1];
  return {
    height: parts.get("IHDR")!.readUInt32BE(4),
    corner: [...parts.get("PLTE")!.subarray(3 * index, 3 * index + 3)],
  };
}
