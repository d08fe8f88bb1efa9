/**
 * Bundles the process in which notebook cells run: our engine, tslab's converter and executor and the TypeScript they work
 * with, in one folder with the declaration files the compiler reads. Neither tslab nor zeromq is needed beside it.
 *
 * From the command line into `dist/notebook/`; the extension's build and the tests call `bundleNotebook` themselves.
 * The folder looks like tslab's own to tslab: `import … from "tslab"` finds its types in the `package.json` above the program.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);
const tslab = dirname(require.resolve("tslab/package.json"));
const typescript = dirname(createRequire(join(tslab, "package.json")).resolve("@tslab/typescript-for-tslab"));

/**
 * Hands tslab its TypeScript with the functions of our `compiler.ts` in place of its own.
 * @type {import("esbuild").Plugin}
 */
const ownCompiler = {
  name: "own-compiler",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, ({ importer }) => ({
      path: importer.startsWith(tslab) ? "typescript" : "plain",
      namespace: "own-compiler",
    }));
    onResolve({ filter: /^\.\/typescript\.cjs$/ }, () => ({ path: "./typescript.cjs", external: true }));
    // A process that was started from a snapshot has the compiler already (compiler-snapshot.ts).
    onLoad({ filter: /^plain$/, namespace: "own-compiler" }, () => ({
      contents: `module.exports = globalThis[Symbol.for("kpi-anomaly.typescript")] ?? require("./typescript.cjs");`,
      resolveDir: here("src/kernel/compiling"),
    }));
    onLoad({ filter: /.*/, namespace: "own-compiler" }, () => ({
      // TypeScript has some thousand exports: a copy of them would take a quarter of a second.
      contents: `module.exports = Object.setPrototypeOf({ __esModule: true, ...require("./compiler.ts") }, require("@tslab/typescript-for-tslab"));`,
      resolveDir: here("src/kernel/compiling"),
    }));
  },
};

const parser =
  "function createSourceFile(fileName, sourceText, languageVersionOrOptions, setParentNodes = false, scriptKind) {";

/**
 * TypeScript in a file of its own, which takes declaration files that a snapshot holds, parsed, instead of parsing them.
 * @type {import("esbuild").Plugin}
 */
const parsedBefore = {
  name: "parsed-before",
  setup({ onLoad }) {
    onLoad({ filter: /typescript\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (source.split(parser).length !== 2)
        throw new Error("TypeScript's parser is not where it was: look at bundle-notebook.mjs.");
      const contents = source.replace(
        parser,
        `${parser}
        const parsedBefore = globalThis[Symbol.for("kpi-anomaly.declarations")]?.get(fileName);
        if (parsedBefore?.text === sourceText) return parsedBefore;`,
      );
      return { contents, loader: "js" };
    });
  },
};

// tslab and TypeScript are CommonJS modules and ask for their own place.
const commonJs = `import { createRequire as $createRequire } from "node:module"; import { fileURLToPath as $fileURLToPath } from "node:url"; import { dirname as $dirname } from "node:path";
const require = $createRequire(import.meta.url), __filename = $fileURLToPath(import.meta.url), __dirname = $dirname(__filename);`;

/**
 * Writes the bundle into a folder: `program/cell-process.mjs` is to be run.
 * @param {string} target
 * @returns {Promise<void>}
 */
export async function bundleNotebook(target) {
  const folder = join(target, "program");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Not only for size: tslab has a variable named `await`, which a module may not have.
  /** @type {import("esbuild").BuildOptions} */
  const shared = {
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
  };
  await Promise.all([
    build({
      ...shared,
      entryPoints: [here("src/kernel/running/cell-process.ts")],
      splitting: true,
      chunkNames: "[name]-[hash]",
      banner: { js: commonJs },
      plugins: [ownCompiler],
      external: ["zeromq", "perf_hooks", "source-map-support", "inspector"],
    }),
    build({
      ...shared,
      entryPoints: [here("src/kernel/running/supervisor.ts"), here("src/kernel/running/snapshot-maker.ts")],
    }),
    build({
      ...shared,
      format: "cjs",
      stdin: {
        contents: `const typescript = require(${JSON.stringify(join(typescript, "typescript.js"))}); if (require("node:v8").startupSnapshot?.isBuildingSnapshot()) require("./compiler-snapshot.ts").fillSnapshot(typescript); else module.exports = typescript;`,
        resolveDir: here("src/kernel/compiling"),
        sourcefile: "typescript.ts",
      },
      outdir: undefined,
      outfile: join(folder, "typescript.cjs"),
      plugins: [parsedBefore],
      external: ["perf_hooks", "source-map-support", "inspector"],
    }),
  ]);
  // What a snapshot loads: code in it can not import modules, code loaded by it can.
  writeFileSync(join(folder, "start.cjs"), `import(require("node:url").pathToFileURL(process.argv[1]).href);\n`);
  copyDeclarations(folder);
}

/**
 * TypeScript's library without the browser's parts, which no cell sees, and the types of Node that come with tslab.
 * @param {string} folder
 */
function copyDeclarations(folder) {
  for (const name of readdirSync(typescript))
    if (/^lib\..*d\.ts$/.test(name) && !/dom|webworker|scripthost|full/.test(name))
      cpSync(join(typescript, name), join(folder, name));
  // Not declarations of our own project, so not named like ones there.
  const later = here("src/kernel/compiling/later");
  mkdirSync(join(folder, "later"), { recursive: true });
  for (const name of readdirSync(later))
    cpSync(join(later, name), join(folder, "later", name.replace(/\.txt$/, ".d.ts")));
  const modules = join(tslab, "node_modules");
  /** @param {string} path */
  const declarations = (path) =>
    !basename(path).includes(".") || /\.d\.ts$|package\.json$|^ts[\d.]+$/.test(basename(path));
  cpSync(join(modules, "@types/node"), join(folder, "types/node"), { recursive: true, filter: declarations });
  cpSync(join(modules, "undici-types"), join(folder, "types/undici-types"), { recursive: true, filter: declarations });
  cpSync(join(tslab, "dist/public.d.ts"), join(folder, "tslab.d.ts"));
  cpSync(join(tslab, "LICENSE"), join(folder, "LICENSE-tslab"));
  writeFileSync(
    join(folder, "../package.json"),
    JSON.stringify({
      name: "tslab",
      version: require(join(tslab, "package.json")).version,
      types: "program/tslab.d.ts",
    }),
  );
}

/**
 * Plotly with the traces our figures use, as a script that sets `Plotly`: embedded once in an exported notebook.
 * @param {string} file
 */
async function bundlePlotly(file) {
  const traces = ["bar", "box", "heatmap", "histogram"];
  const contents = `import Plotly from "plotly.js/lib/core"; ${traces.map((trace) => `import ${trace} from "plotly.js/lib/${trace}";`).join(" ")} Plotly.register([${traces}]); export default Plotly;`;
  await build({
    stdin: { contents, resolveDir: here(".") },
    outfile: file,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    globalName: "Plotly",
    footer: { js: "Plotly=Plotly.default;" },
    target: "es2022",
    define: { global: "window" },
    loader: { ".css": "empty" },
    legalComments: "none",
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleNotebook(here("dist/notebook"));
  await bundlePlotly(here("dist/notebook/plotly.js"));
}
