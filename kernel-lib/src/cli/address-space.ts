import { readFileSync } from "node:fs";

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

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
