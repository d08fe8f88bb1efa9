import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The script of a process that does jobs, made from the sources, with `before` in front; a path in a folder for temporary files. */
export async function bundledJobProcess(before = ""): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "job-process-")), "job-process.mjs");
  const entry = fileURLToPath(new URL("../../kernel-lib/src/batch/job-process.ts", import.meta.url));
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    external: ["hyparquet", "hyparquet-compressors", "node-sqlite3-wasm"],
    banner: { js: 'import { createRequire as $r } from "node:module"; const require = $r(import.meta.url);' + before },
  });
  return file;
}
