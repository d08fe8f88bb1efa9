#!/usr/bin/env node
// npm run bench -- NAME ARGS: builds the library, bundles test/bench/NAME.ts and runs it. Without a name: says which there are.
// A bundle, so that a benchmark may import the sources as well as the package.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name = "", ...args] = process.argv.slice(2);
const file = `${root}test/bench/${name}.ts`;

if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(`${root}test/bench`)
    .filter((entry) => entry.endsWith(".ts"))
    .map((entry) => entry.slice(0, -3));
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(", ")}`);
  process.exit(2);
}
const built = spawnSync("npm", ["run", "--silent", "build", "-w", "kpi-anomaly"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
if (built.status !== 0) process.exit(1);

const outfile = `${root}out/bench/${name}.mjs`;
const define = { "import.meta.url": JSON.stringify(pathToFileURL(file).href) };
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  define,
  logLevel: "error",
});
process.argv = [process.argv[0], file, ...args];
process.chdir(root);
const { run } = await import(pathToFileURL(outfile).href);
// A benchmark runs when it is imported, or exports `run`.
await run?.(args);
