import { readFileSync } from "node:fs";
import { InputError } from "../errors.js";

/**
 * Bytes of address space that a process may have (`ulimit -v`, a cluster's or a container's limit); Infinity where there is
 * no limit or none can be read, as on systems other than Linux.
 */
export function addressSpaceLimit(): number {
  const line = /^Max address space\s+(\S+)/m.exec(textOf("/proc/self/limits"));
  return line && /^\d+$/.test(line[1]) ? Number(line[1]) : Infinity;
}

/** Bytes of address space that this process has taken; 0 where it cannot be read. */
export function addressSpaceTaken(): number {
  const line = /^VmSize:\s+(\d+) kB/m.exec(textOf("/proc/self/status"));
  return line ? Number(line[1]) * 1024 : 0;
}

/**
 * Bytes of address space below which no thread beside the first is started: WebAssembly memory that threads share reserves
 * 4 GB and its guards, each worker's own heap several more. The results are the same bytes.
 */
const ENOUGH_FOR_THREADS = 64e9;

/** Whether there is address space for workers and memory that they share. */
export function roomForThreads(limit: number = addressSpaceLimit()): boolean {
  return limit >= ENOUGH_FOR_THREADS;
}

/** Address space in which the program and an analysis of a small file have room, as measured with Node 20 and 24 (bytes). */
const ROOM_TO_START = 420e6;

/** Address space taken at the peak for each byte of a file with a column or a few, above that (measured: 60 to 110). */
const ROOM_PER_BYTE = 120;

/**
 * Looks whether an analysis has room, before the engine finds out that it has not: an allocation that fails inside it ends the
 * process, and nothing can be said any more.
 *
 * @param bytes of the file that is to be read; 0 before it is known
 * @throws InputError `too_little_memory`
 */
export function refuseTooLittleRoom(
  bytes: number = 0,
  limit: number = addressSpaceLimit(),
  taken: () => number = addressSpaceTaken,
): void {
  if (limit === Infinity) return;
  const needed = bytes === 0 ? ROOM_TO_START : bytes * ROOM_PER_BYTE;
  const room = limit - taken();
  if (room >= needed) return;
  throw new InputError(
    "too_little_memory",
    `This process may have ${megabytes(limit)} MB of address space, of which ${megabytes(Math.max(0, room))} MB are left; ${megabytes(needed)} MB are needed.`,
    "Raise the limit (ulimit -v unlimited), or limit resident memory instead.",
  );
}

function megabytes(bytes: number): string {
  return Math.round(bytes / 1e6).toLocaleString("en-US");
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
