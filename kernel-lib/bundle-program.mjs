/**
 * Bundles the command line into `dist/program/`: few files instead of hundreds, so that it starts in a fraction of the time.
 * Subcommands stay apart and are loaded when they are asked for. Workers for many series stand beside it.
 */
import { readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * A module that asks for its own place is told the one it has unbundled, in `dist/`, where the files it looks for stand. Only
 * `run-series` and `process-pool` look for what is bundled beside them.
 * @type {import("esbuild").Plugin}
 */
const ownPlace = {
  name: "own-place",
  setup({ onLoad }) {
    onLoad({ filter: /kernel-lib[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!source.includes("import.meta.url") || /(run-series|process-pool)\.ts$/.test(path)) return undefined;
      const compiled = relative(here("src"), path).replaceAll("\\", "/").replace(/\.ts$/, ".js");
      const place = `new URL("../${compiled}", import.meta.url).href`;
      return { contents: source.replaceAll("import.meta.url", place), loader: "ts" };
    });
  },
};

const folder = here("dist/program/");
rmSync(folder, { recursive: true, force: true });
await build({
  entryPoints: [here("src/cli/start.ts"), here("src/workers/series-worker.ts"), here("src/batch/job-process.ts")],
  outdir: folder,
  bundle: true,
  splitting: true,
  chunkNames: "[name]-[hash]",
  entryNames: "[name]",
  platform: "node",
  format: "esm",
  target: "node20.19",
  // Loaded when they are asked for, where they are installed.
  external: ["bullmq", "ioredis", "date-holidays", "tslab", "tslab/*"],
  // Packages that are CommonJS ask for modules of Node by `require`.
  banner: { js: 'import{createRequire as r0}from"node:module";const require=r0(import.meta.url);' },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "eof",
  logLevel: "warning",
  plugins: [ownPlace],
});
