/**
 * `node scripts/notebooks/refresh-notebooks.mjs [FILE.ipynb …]`: runs the notebooks (all in notebooks/ when none is named) and writes their
 * outputs into them, as they are committed: with the pictures, without the interactive figures, which no repository page shows
 * and which make half of a file of three megabytes. A notebook with a failing cell is left as it was.
 */
import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { executeNotebook, settledText } from "./execute-notebook.mjs";
import { repositoryRoot } from "../machine/repository-root.mjs";

const named = process.argv.slice(2);
for (const path of named.length > 0 ? named : globSync(join(repositoryRoot, "notebooks/*.ipynb")).sort()) {
  const { notebook, failures } = await executeNotebook(path);
  if (failures.length === 0) writeFileSync(path, `${JSON.stringify(asCommitted(notebook), null, 1)}\n`);
  else process.exitCode = 1;
  console.log(failures.length === 0 ? `${path}: refreshed` : `${path}: left as it was\n${failures.join("\n")}`);
}

/**
 * Jupyter notes when each cell ran, which would change the file every time.
 * @param {import("./execute-notebook.mjs").Notebook} notebook
 */
function asCommitted(notebook) {
  return {
    ...notebook,
    cells: notebook.cells.map((cell) => ({
      ...cell,
      metadata: {},
      ...(cell.outputs && { outputs: cell.outputs.map((output) => withoutInteractive(withoutProgress(output))) }),
    })),
  };
}

/**
 * Of a line that was written over, as progress is, only what stood there last.
 * @param {import("./execute-notebook.mjs").Output} output
 */
function withoutProgress(output) {
  return output.text === undefined ? output : { ...output, text: settledText(output) };
}

/** @param {import("./execute-notebook.mjs").Output} output */
function withoutInteractive(output) {
  if (!output.data?.["image/png"]) return output;
  const { "application/vnd.plotly.v1+json": _, ...data } = output.data;
  return { ...output, data };
}
