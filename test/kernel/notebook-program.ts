import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const { bundleNotebook } = (await import(new URL("../../kernel-lib/bundle-notebook.mjs", import.meta.url).href)) as {
  bundleNotebook: (folder: string) => Promise<void>;
};

/** A folder for the tests of one file with the notebook's process in it, built from the sources; removed afterwards. */
export function notebookProgram(): { readonly folder: string; readonly program: string } {
  const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-notebook-"));
  const bundle = join(folder, "dist/notebook");
  beforeAll(() => bundleNotebook(bundle), 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, program: join(bundle, "program/cell-process.mjs") };
}
