/**
 * Bundles the extension into `dist/`: one bundle a process (host, worker thread, results page).
 * `vscode` is the host's own module and stays outside; the library is bundled from its sources, so it is never stale.
 */
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildHolidays, holidaysBeside } from "./build-holidays.mjs";
import { buildNotebook } from "./build-notebook.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const shared = { bundle: true, minify: true, sourcemap: "linked", logLevel: "warning", absWorkingDir: here(".") };
const onNode = {
  ...shared,
  platform: "node",
  format: "cjs",
  target: "node22",
  external: ["vscode", "./configuration.cjs"],
  plugins: [holidaysBeside("./holidays.cjs")],
  alias: {
    "kpi-anomaly/kernel": here("../kernel-lib/src/kernel/index.ts"),
    "kpi-anomaly": here("../kernel-lib/src/index.ts"),
  },
};
const inPage = { ...shared, platform: "browser", format: "iife", target: "chrome120", define: { global: "window" } };
/** The worker computes on all cores, which is the Node door's business. */
const withCores = {
  alias: { "kpi-anomaly": here("../kernel-lib/src/node.ts") },
  // The Node door is an ES module that asks where it stands; in a CommonJS bundle that is this file.
  define: { "import.meta.url": "bundleUrl" },
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
};

rmSync(here("dist"), { recursive: true, force: true });
mkdirSync(here("dist"), { recursive: true });
await Promise.all([
  build({ ...onNode, entryPoints: ["src/extension.ts"], outfile: "dist/extension.cjs" }),
  build({ ...onNode, entryPoints: ["src/configuration/library.ts"], outfile: "dist/configuration.cjs" }),
  build({ ...onNode, ...withCores, entryPoints: ["src/worker/worker.ts"], outfile: "dist/worker.cjs" }),
  buildHolidays(here("dist/holidays.cjs")),
  build({ ...onNode, entryPoints: ["src/worker/process.ts"], outfile: "dist/analysis-process.cjs" }),
  build({
    ...onNode,
    entryPoints: [here("../kernel-lib/src/workers/series-worker.ts")],
    outfile: "dist/series-worker.cjs",
  }),
  build({
    ...inPage,
    entryPoints: ["webview/page.tsx"],
    outfile: "dist/page.js",
    jsx: "automatic",
    jsxImportSource: "preact",
  }),
  // Plotly's core asks for the style sheet of its maps, which are not in the bundle.
  build({
    ...inPage,
    entryPoints: ["webview/chart/plotly/plotly-bundle.ts"],
    outfile: "dist/plotly.js",
    loader: { ".css": "empty" },
  }),
  build({ ...shared, sourcemap: false, entryPoints: ["webview/page.css"], outfile: "dist/page.css" }),
  buildNotebook(),
]);
copyFileSync(here("../LICENSE"), here("LICENSE"));
mkdirSync(here("samples"), { recursive: true });
copyFileSync(here("../notebooks/data/store_sales.csv"), here("samples/store_sales.csv"));
mkdirSync(here("schema"), { recursive: true });
copyFileSync(here("../configs/schema.json"), here("schema/schema.json"));
