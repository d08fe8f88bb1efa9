#!/usr/bin/env node
// npm run bench -- NAME ARGS: builds the library and runs test/bench/NAME.ts. Without a name: says which there are.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name, ...args] = process.argv.slice(2);
const file = `${root}test/bench/${name}.ts`;

if (!name || !existsSync(file)) {
  const names = readdirSync(`${root}test/bench`).filter((entry) => entry.endsWith(".ts")).map((entry) => entry.slice(0, -3));
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(", ")}`);
  process.exit(2);
}
const build = spawnSync("npm", ["run", "--silent", "build", "-w", "kpi-anomaly"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
if (build.status !== 0) process.exit(1);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
