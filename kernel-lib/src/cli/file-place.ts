import type { BigIntStats } from "node:fs";
import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../errors.js";

/** Links in a row that the systems themselves give up at. */
const MOST_LINKS = 40;

/** Where a path leads: the file behind all links, whether or not it is there yet. */
export interface FilePlace {
  /** Absolute, without links, upper and lower case as the folder has them. */
  readonly path: string;
  /** Null when there is nothing there yet. */
  readonly found: BigIntStats | null;
}

/**
 * Follows a path through links and relative parts.
 *
 * @throws InputError `file_not_writable` for links that lead in a circle
 */
export async function filePlace(path: string): Promise<FilePlace> {
  let at = resolve(path);
  for (let links = 0; links < MOST_LINKS; links++) {
    const own = await lstat(at).catch(() => null);
    if (own === null) return { path: join(await realFolder(dirname(at)), basename(at)), found: null };
    if (!own.isSymbolicLink()) return { path: await realpath(at), found: await stat(at, { bigint: true }) };
    // Links of the system to open files ("pipe:[4711]") name no path: they are followed by opening them only.
    const opened = await stat(at, { bigint: true }).catch(() => null);
    if (opened !== null && !opened.isFile()) return { path: at, found: opened };
    at = resolve(await realFolder(dirname(at)), await readlink(at));
  }
  throw new InputError("output_circular_link", { path });
}

/** The folder without links, as far as it is there. */
async function realFolder(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => null);
  if (real !== null || dirname(folder) === folder) return real ?? folder;
  return join(await realFolder(dirname(folder)), basename(folder));
}

/**
 * Whether two paths are one file: by links, by another form of the path, or in folders that take upper and lower case for
 * one. Of files that are not there yet names that differ in case alone are held to be one, because a folder may do so.
 */
export function samePlace(one: FilePlace, other: FilePlace): boolean {
  if (one.found && other.found)
    return one.found.ino !== 0n
      ? one.found.ino === other.found.ino && one.found.dev === other.found.dev
      : one.path === other.path;
  return !one.found && !other.found && folded(one.path) === folded(other.path);
}

const folded = (path: string): string => path.normalize("NFC").toLowerCase();
