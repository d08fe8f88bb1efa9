import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { InputError } from "../errors.js";
import { readBytes } from "../read-bytes.js";

/** A file of a batch: as it is named, and where it lies. */
export interface BatchInput {
  readonly file: string;
  readonly path: string;
}

/** Endings of files that a folder is searched for. */
const TABLES = /\.(csv|tsv|tab|xlsx|parquet)(\.(gz|zst))?$/i;

/** Endings of lists of files. */
const MANIFEST = /\.(jsonl|ndjson|txt|list|manifest)$/i;

/**
 * The files that were named: themselves, those of a folder, those that fit a pattern (`*`, `?`, `**`), those that a manifest
 * lists (a path a line, or `{"file": "…"}`; relative to the manifest). Each once, in alphabetical order, so that every
 * machine has the same list.
 *
 * @throws InputError `file_not_found` where something names no file, `bad_config` for a manifest that cannot be read
 */
export async function batchInputs(named: readonly string[]): Promise<BatchInput[]> {
  const found = new Map<string, BatchInput>();
  for (const name of named) {
    const inputs = await inputsOf(name);
    if (inputs.length === 0) throw new InputError("names_no_file", { name });
    for (const input of inputs) found.set(input.file, input);
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

async function inputsOf(name: string): Promise<readonly BatchInput[]> {
  const facts = await stat(name).catch(() => null);
  if (facts?.isDirectory()) return matching(name, (path) => TABLES.test(path));
  if (facts && MANIFEST.test(name)) return listed(name);
  if (facts) return [input(name)];
  return /[*?]/.test(name) ? globbed(name) : [];
}

function input(file: string): BatchInput {
  return { file: file.replaceAll("\\", "/"), path: resolve(file) };
}

async function listed(manifest: string): Promise<BatchInput[]> {
  const lines = new TextDecoder().decode(await readBytes(manifest)).split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const text = line.trim();
    if (text === "" || text.startsWith("#")) return [];
    const file = text.startsWith("{") ? fileIn(text) : text;
    if (file === null) throw new InputError("manifest_line", { manifest, line: index + 1 });
    return [{ file: file.replaceAll("\\", "/"), path: resolve(dirname(manifest), file) }];
  });
}

function fileIn(text: string): string | null {
  try {
    const { file } = JSON.parse(text) as { readonly file?: unknown };
    return typeof file === "string" && file !== "" ? file : null;
  } catch {
    return null;
  }
}

/** Files under the last folder before the first `*` or `?`. */
async function globbed(pattern: string): Promise<BatchInput[]> {
  const parts = pattern.replaceAll("\\", "/").split("/");
  const fixed = parts
    .slice(
      0,
      parts.findIndex((part) => /[*?]/.test(part)),
    )
    .join("/");
  const folder = fixed === "" ? (pattern.startsWith("/") ? "/" : ".") : fixed;
  const expression = new RegExp(`^${parts.map(expressionOf).join("/").replaceAll("(?:.*)/", "(?:.*/)?")}$`);
  return matching(folder, (path) => expression.test(path));
}

function expressionOf(part: string): string {
  if (part === "**") return "(?:.*)";
  return part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
}

async function matching(folder: string, fits: (path: string) => boolean): Promise<BatchInput[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.flatMap((entry) => {
    const within = join(relative(folder, entry.parentPath), entry.name);
    const path = folder === "." ? within : join(folder, within);
    return entry.isFile() && fits(path.replaceAll("\\", "/")) ? [input(path)] : [];
  });
}
