/**
 * `node scripts/refresh-notebooks.mjs [FILE.ipynb …]`: runs the notebooks (all in notebooks/ when none is named) and writes their
 * outputs into them, as they are committed. A notebook with a failing cell is left as it was.
 */
import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { executeNotebook } from "./execute-notebook.mjs";
import { repositoryRoot } from "./repository-root.mjs";

const named = process.argv.slice(2);
for (const path of named.length > 0 ? named : globSync(join(repositoryRoot, "notebooks/*.ipynb")).sort()) {
  const { notebook, failures } = await executeNotebook(path);
  if (failures.length === 0) writeFileSync(path, `${JSON.stringify(withoutTimes(notebook), null, 1)}\n`);
  else process.exitCode = 1;
  console.log(failures.length === 0 ? `${path}: refreshed` : `${path}: left as it was\n${failures.join("\n")}`);
}

/** Jupyter notes when each cell ran, which would change the file every time. @param {import("./execute-notebook.mjs").Notebook} notebook */
function withoutTimes(notebook) {
  return { ...notebook, cells: notebook.cells.map((cell) => ({ ...cell, metadata: {} })) };
}
