import { constants, createReadStream } from "node:fs";
import { access, chmod, chown, mkdir, open, rename, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InputError } from "../errors.js";
import { filePlace, type FilePlace } from "./file-place.js";
import { donePart, newPart } from "./part-files.js";

/** Bits of a mode that say who may do what. */
const PERMISSIONS = 0o7777n;

/** What a file is to hold, whole or piece by piece. */
export type FileContent = string | Iterable<string> | AsyncIterable<string | Uint8Array>;

/** A string is one piece, not a piece for each letter. */
export function piecesOf(content: FileContent): Exclude<FileContent, string> {
  return typeof content === "string" ? [content] : content;
}

/**
 * Writes a file whole or not at all: into a new file beside it, then renamed over it. Missing folders are made; an existing
 * file keeps its permissions, its owner and its links; devices, pipes and sockets are written to.
 *
 * @throws InputError `file_not_writable` when the place cannot be written.
 */
export async function writeWhole(file: string, content: FileContent): Promise<void> {
  try {
    const place = await filePlace(file);
    if (place.found === null || place.found.isFile()) await replace(place, content);
    else if (place.found.isSocket()) await send(place.path, content);
    else if (place.found.isFIFO() || place.found.isCharacterDevice()) await writeThrough(place.path, content);
    else throw notWritable(file, place.found.isDirectory() ? "folder" : "disk");
  } catch (error) {
    throw error instanceof InputError ? error : notWritable(file, (error as NodeJS.ErrnoException).code ?? "?");
  }
}

function notWritable(file: string, reason: string): InputError {
  return new InputError("not_writable", { path: file, reason });
}

async function replace({ path, found }: FilePlace, content: FileContent): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A file that its owner protected stays as it is, although its folder would let it be replaced.
  if (found) await access(path, constants.W_OK);
  const part = newPart(path);
  try {
    await writeFile(part, content, { flag: "wx", mode: Number((found?.mode ?? 0o666n) & 0o777n) });
    if (found === null || (found.nlink === 1n && (await madeAlike(part, found)))) await rename(part, path);
    else await overwrite(path, part);
  } finally {
    donePart(part);
  }
}

/** Gives a file the owner and the permissions of another one; false where this user cannot. */
async function madeAlike(part: string, { uid, gid, mode }: NonNullable<FilePlace["found"]>): Promise<boolean> {
  if (process.platform === "win32") return true;
  try {
    const own = await stat(part, { bigint: true });
    if (uid !== own.uid || gid !== own.gid) await chown(part, Number(uid), Number(gid));
    await chmod(part, Number(mode & PERMISSIONS));
    return true;
  } catch {
    return false;
  }
}

/** Renaming would part the file from its other names or its owner: its content is written anew. That there is room has been seen. */
async function overwrite(path: string, part: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.writeFile(createReadStream(part));
    await file.truncate((await stat(part)).size);
  } finally {
    await file.close();
  }
}

async function writeThrough(path: string, content: FileContent): Promise<void> {
  const file = await open(path, constants.O_WRONLY);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

function send(path: string, content: FileContent): Promise<void> {
  return pipeline(Readable.from(piecesOf(content)), connect(path));
}
