import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../words/language.js";
import type { NotebookEngine } from "./notebook-engine.js";
import { createProcessEngine } from "./process/process-engine.js";
import { snapshotFolder } from "./running/startup-snapshot.js";

/** The engine as it is built with this package, for a notebook in this folder. */
export function createPackageEngine(folder: string, language?: Language): NotebookEngine {
  const library = fileURLToPath(new URL("../..", import.meta.url));
  return createProcessEngine({
    folder,
    library,
    program: join(library, "dist/notebook/program/cell-process.mjs"),
    snapshots: snapshotFolder(),
    language,
  });
}
