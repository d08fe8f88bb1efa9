/**
 * `node scripts/notebooks/notebook-with-file.mjs NOTEBOOK.ipynb FILE…`: runs a notebook once for each file, with the line of its first
 * code cell that names the file changed to that file and nothing else, and says for each how long it took or which cell
 * failed. Needs `npm run build`; the cells run in the notebook engine of the package, without Jupyter and Python.
 */
import { basename, dirname, resolve } from "node:path";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseNotebook } from "../../kernel-lib/dist/kernel/files/notebook-file.js";
import { createPackageEngine } from "../../kernel-lib/dist/kernel/package-engine.js";
import { runNotebook } from "../../kernel-lib/dist/kernel/files/run-notebook.js";

/** The line that names the file. */
const named = /^const file = .*;$/m;

/**
 * A notebook that runs on another file.
 * @param {import("../../kernel-lib/dist/kernel/files/notebook-file.js").NotebookFile} notebook
 * @param {string} file
 */
export function withFile(notebook, file) {
  const first = notebook.cells.findIndex(({ cell_type: type }) => type === "code");
  const source = [notebook.cells[first].source].flat().join("");
  if (!named.test(source)) throw new Error('The first code cell has no line `const file = "…";`.');
  const cells = notebook.cells.map((cell, index) =>
    index === first
      ? { ...cell, source: source.replace(named, () => `const file = ${JSON.stringify(resolve(file))};`) }
      : cell,
  );
  return { ...notebook, cells };
}

/**
 * Runs it.
 * @param {string} path
 * @param {string} file
 */
export async function runWithFile(path, file) {
  const notebook = withFile(parseNotebook(readFileSync(path, "utf8"), path), file);
  const engine = createPackageEngine(dirname(resolve(path)));
  try {
    return await runNotebook(notebook, engine);
  } finally {
    await engine.dispose();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, ...files] = process.argv.slice(2);
  for (const file of files) {
    const start = performance.now();
    const { failed } = await runWithFile(path, file);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (failed) process.exitCode = 1;
    console.log(
      `${basename(file)}: ${seconds} s${failed ? `, cell ${failed.cell} failed: ${failed.trace.join("\n")}` : ""}`,
    );
  }
}
