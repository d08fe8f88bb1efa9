/**
 * `node scripts/measure-source.mjs [FOLDER …]`: how a source tree is cut, to hold it beside others: files, lines of the median
 * and the 90th percentile file, the fullest folder, circles of imports (types included), lines above 120 columns. Without a
 * folder our own; generated files, declarations and tests do not count.
 */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { repositoryRoot } from "./machine/repository-root.mjs";

const own = ["kernel-lib/src", "extension/src", "extension/webview", "extension/shared"];
const left = /(^|\/)(node_modules|dist|out)\/|\.(d|test|generated)\.ts$/;
const endings = ["", ".ts", ".tsx", ".js", ".mjs"];

const folders = process.argv.length > 2 ? process.argv.slice(2) : own.map((folder) => join(repositoryRoot, folder));
console.table(Object.fromEntries(folders.map((folder) => [relative(repositoryRoot, folder), figuresOf(folder)])));

/** @param {string} folder */
function figuresOf(folder) {
  const files = globSync("**/*.{ts,tsx,js,mjs}", { cwd: folder })
    .filter((file) => !left.test(file.replaceAll("\\", "/")))
    .map((file) => resolve(folder, file));
  const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8").trimEnd().split("\n")]));
  const lengths = [...texts.values()].map(({ length }) => length).sort((a, b) => a - b);
  const lines = [...texts.values()].flat();
  const inFolder = Map.groupBy(files, dirname);
  const [fullest, held] = [...inFolder].reduce((most, each) => (each[1].length > most[1].length ? each : most));
  return {
    files: files.length,
    median: lengths[Math.floor(lengths.length / 2)],
    p90: lengths[Math.floor(lengths.length * 0.9)],
    longest: lengths[lengths.length - 1],
    "fullest folder": `${relative(folder, fullest) || "."} (${held.length})`,
    circles: circles(new Map(files.map((file) => [file, importsOf(file, texts.get(file) ?? [])]))),
    "% above 120": Math.round((1000 * lines.filter(({ length }) => length > 120).length) / lines.length) / 10,
  };
}

/** @param {string} file @param {readonly string[]} lines */
function importsOf(file, lines) {
  const named = [...lines.join("\n").matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g)].map(([, path]) => path);
  return named.flatMap((path) => {
    const bare = resolve(dirname(file), path).replace(/\.(js|mjs|tsx?)$/, "");
    const found = endings.flatMap((ending) => [bare + ending, join(bare, `index${ending}`)]);
    return found.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? [];
  });
}

/** Groups of files that reach each other, by Tarjan. @param {ReadonlyMap<string, readonly string[]>} graph */
function circles(graph) {
  /** @type {Map<string, number>} */
  const least = new Map();
  /** @type {string[]} */
  const open = [];
  let count = 0;
  /** @param {string} file @returns {number} */
  const visit = (file) => {
    const own = least.size;
    least.set(file, own);
    open.push(file);
    let low = own;
    for (const next of graph.get(file) ?? [])
      if (!least.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, least.get(next) ?? low);
    if (low === own && open.splice(open.indexOf(file)).length > 1) count += 1;
    return low;
  };
  for (const file of graph.keys()) if (!least.has(file)) visit(file);
  return count;
}
