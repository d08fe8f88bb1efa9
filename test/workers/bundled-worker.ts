import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The script of a worker made from the sources, as workers can not run TypeScript; a path in a folder for temporary files. */
export async function bundledWorker(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "series-worker-")), "series-worker.mjs");
  const entry = fileURLToPath(new URL("../../kernel-lib/src/workers/series-worker.ts", import.meta.url));
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return file;
}
