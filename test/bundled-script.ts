import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * A script made from the sources, as threads and processes of their own cannot run TypeScript; a path in a folder for
 * temporary files. `before` stands in front of it.
 */
export async function bundledScript(source: string, before: string = ""): Promise<string> {
  const name = basename(source, ".ts");
  const file = join(mkdtempSync(join(tmpdir(), `${name}-`)), `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`../kernel-lib/src/${source}`, import.meta.url))],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    external: ["hyparquet", "hyparquet-compressors", "hyparquet-writer", "node-sqlite3-wasm"],
    banner: { js: 'import { createRequire as $r } from "node:module"; const require = $r(import.meta.url);' + before },
  });
  return file;
}
