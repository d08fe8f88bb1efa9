/**
 * Builds what notebooks need into `dist/`: the process in which cells run (`notebook/`), the copy of the library that cells
 * import where none is installed (`library/`), and the renderer that draws figures.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { holidaysBeside } from "./build-holidays.mjs";
import { bundleNotebook } from "../kernel-lib/bundle-notebook.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const shared = { bundle: true, minify: true, logLevel: "warning", legalComments: "none" };

// Some dependencies are CommonJS modules and ask for Node's own.
const forCommonJs = `import { createRequire as $createRequire } from "node:module"; const require = $createRequire(import.meta.url);`;

export async function buildNotebook() {
  await Promise.all([
    bundleNotebook(here("dist/notebook")),
    buildLibrary(),
    build({
      ...shared,
      entryPoints: [here("renderer/figure-renderer.ts")],
      outfile: here("dist/figure-renderer.js"),
      platform: "browser",
      format: "esm",
      target: "chrome120",
      define: { global: "window" },
      loader: { ".css": "empty" },
    }),
  ]);
}

/** The library in one file, and what it declares in another: nothing else of it is seen by a cell. */
async function buildLibrary() {
  const library = here("../kernel-lib");
  const declarations = `${library}/dist/node.d.ts`;
  if (!existsSync(declarations)) throw new Error("Build the library first: npm run build -w kpi-anomaly.");
  mkdirSync(here("dist/library"), { recursive: true });
  await Promise.all([
    build({
      ...shared,
      entryPoints: [`${library}/src/node.ts`],
      outfile: here("dist/library/node.mjs"),
      platform: "node",
      format: "esm",
      target: "node20",
      plugins: [holidaysBeside("../holidays.cjs")],
      banner: { js: forCommonJs },
    }),
    bundleDeclarations(declarations, here("dist/library")),
  ]);
  const { name, version } = JSON.parse(readFileSync(`${library}/package.json`, "utf8"));
  writeFileSync(
    here("dist/library/package.json"),
    JSON.stringify({ name, version, main: "node.mjs", types: "node.d.ts" }),
  );
}

/**
 * Joins a tree of declaration files into one: the .vsix would have some 400 of them otherwise.
 * @param {string} entry @param {string} folder
 */
async function bundleDeclarations(entry, folder) {
  const bundle = await rolldown({
    input: entry,
    plugins: [dts({ dtsOnly: true, tsconfig: false })],
    external: [/^node:/],
  });
  await bundle.write({ dir: folder, format: "es" });
  await bundle.close();
}
