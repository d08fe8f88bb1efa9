/**
 * Builds what notebooks need into `dist/`: the process in which cells run (`notebook/`), the copy of the library that cells
 * import where none is installed (`library/`), and the renderer that draws figures.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
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

/** The library in one file, with its declarations as they are: nothing else of it is seen by a cell. */
async function buildLibrary() {
  const library = here("../kernel-lib");
  const declarations = `${library}/dist`;
  if (!existsSync(`${declarations}/node.d.ts`))
    throw new Error("Build the library first: npm run build -w kpi-anomaly.");
  mkdirSync(here("dist/library"), { recursive: true });
  await build({
    ...shared,
    entryPoints: [`${library}/src/node.ts`],
    outfile: here("dist/library/node.mjs"),
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: forCommonJs },
  });
  const wanted = (path) =>
    !/^(kernel|cli|notebook)(\/|$)/.test(relative(declarations, path).replaceAll("\\", "/")) &&
    (!/\.\w+$/.test(path) || path.endsWith(".d.ts"));
  cpSync(declarations, here("dist/library"), { recursive: true, filter: wanted });
  const { name, version } = JSON.parse(readFileSync(`${library}/package.json`, "utf8"));
  writeFileSync(
    here("dist/library/package.json"),
    JSON.stringify({ name, version, main: "node.mjs", types: "node.d.ts" }),
  );
}
