import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync, type Stats } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { InputError } from "./errors.js";
import { formatOf } from "./io/formats/formats.js";
import type { LargeFile } from "./io/text/text-pieces.js";
import { refuseBinary } from "./io/text/binary-file.js";

/** Largest file read into memory. */
export const MOST_BYTES: number = 0x7fff_ffff;

/**
 * Lets `work` read a regular file of at least so many bytes piece by piece; null for any other, and for one that cannot be
 * opened, which `readBytes` tells why. Its `whole` gives all bytes later on, as long as the file is the same (`file_changed`).
 */
export function withLargeFile<Result>(
  path: string,
  least: number,
  work: (file: LargeFile) => Result | null,
): Result | null {
  const file = isLarge(path, least) ? opened(path) : null;
  if (file === null) return null;
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) return null;
    return work({
      size: facts.size,
      read: (target, position) => filledSync(file, target, position),
      whole: () => sameBytes(path, facts),
    });
  } finally {
    closeSync(file);
  }
}

/** All bytes of the file that was read before. @throws InputError `file_changed` where it is another by now */
function sameBytes(path: string, before: Stats): Uint8Array {
  const now = statSync(path, { throwIfNoEntry: false });
  const isSame = now?.ino === before.ino && now.size === before.size && now.mtimeMs === before.mtimeMs;
  if (!isSame) throw new InputError("file_changed", { path });
  return readFileSync(path);
}

/** Asked before it is opened: who writes into a pipe would take its end for the end of the reader. */
function isLarge(path: string, least: number): boolean {
  try {
    const facts = statSync(path);
    return facts.isFile() && facts.size >= least && facts.size <= MOST_BYTES;
  } catch {
    return false;
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch {
    return null;
  }
}

function filledSync(file: number, target: Uint8Array, position: number): number {
  let length = 0;
  while (length < target.length) {
    const read = readSync(file, target, length, target.length - length, position + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}

/** Bytes asked for at once where nobody says how many are to come. */
const PIECE = 1 << 22;
/** Bytes of one piece that is looked at and let go. */
const HASHED = 1 << 18;

/**
 * All bytes of a file, a pipe or a device. Not more than the largest file are ever read, whatever the size it tells.
 *
 * @param most largest number of bytes
 * @throws InputError `file_not_found`, `file_too_large`, `not_text` (a pipe or device that gives no text)
 */
export async function readBytes(path: string, most: number = MOST_BYTES): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const facts = await file.stat();
      if (facts.size > most) throw tooLarge(path, facts.size, most);
      return await readAll(file, path, facts.isFile(), facts.size, most);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

/**
 * The same bytes one piece after the other, for what needs to see each once. They come in one room: each is good until the next is
 * asked for.
 *
 * @throws InputError as `readBytes`
 */
export async function* bytePieces(path: string, most: number = MOST_BYTES): AsyncGenerator<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const facts = await file.stat();
      if (facts.size > most) throw tooLarge(path, facts.size, most);
      const room = new Uint8Array(Math.min(HASHED, most + 1));
      for (let length = 0; ; ) {
        const read = await filled(file, room);
        if (length === 0 && !facts.isFile()) refuseEndless(room.subarray(0, read));
        length += read;
        if (length > most) throw tooLarge(path, null, most);
        yield room.subarray(0, read);
        if (read < room.length) return;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error as NodeJS.ErrnoException);
  }
}

async function readAll(
  file: FileHandle,
  path: string,
  regular: boolean,
  size: number,
  most: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    // One byte more than the size it tells, so that one piece is enough to see the end.
    const room = regular && length === 0 ? size + 1 : PIECE;
    const piece = new Uint8Array(Math.min(room, most + 1 - length));
    const read = await filled(file, piece);
    length += read;
    if (length > most) throw tooLarge(path, null, most);
    if (!regular && pieces.length === 0) refuseEndless(piece.subarray(0, read));
    pieces.push(piece.subarray(0, read));
    if (read < piece.length) return pieces.length === 1 ? pieces[0] : joined(pieces, length);
  }
}

/**
 * All bytes of standard input, for `-` in place of a file.
 * @throws InputError `file_not_found` where nothing is piped in, `file_too_large`, `not_text`
 */
export async function readStandardInput(most: number = MOST_BYTES): Promise<Uint8Array> {
  if (process.stdin.isTTY) throw new InputError("nothing_piped", {});
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of process.stdin as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > most) throw tooLarge("Standard input", null, most);
    if (pieces.length === 0) refuseEndless(piece);
    pieces.push(piece);
  }
  return joined(pieces, length);
}

/** A pipe or device may give for ever; one that begins with no table is not read to its end. */
function refuseEndless(head: Uint8Array): void {
  if (formatOf(head) === null) refuseBinary(head);
}

/** Reads until the piece is full or the file ends; a pipe gives a little at a time. */
async function filled(file: FileHandle, piece: Uint8Array): Promise<number> {
  let length = 0;
  while (length < piece.length) {
    const { bytesRead } = await file.read(piece, length, Math.min(piece.length - length, 1 << 30), null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

/** The pieces as one, each given up as soon as it is copied. */
function joined(pieces: Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function tooLarge(path: string, bytes: number | null, most: number): InputError {
  return new InputError("too_many_bytes", { path, bytes, most });
}

function unreadable(path: string, error: NodeJS.ErrnoException): Error {
  if (error instanceof RangeError) return new InputError("not_enough_memory", { path });
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return new InputError("no_file", { path });
  if (error.code === "EISDIR") return new InputError("is_folder", { path });
  if (error.code === "EACCES" || error.code === "EPERM") return new InputError("not_permitted", { path });
  if (error.code === "ELOOP") return new InputError("circular_link", { path });
  if (error.syscall === undefined) return error;
  return new InputError("not_readable", { path, reason: String(error.code) });
}
