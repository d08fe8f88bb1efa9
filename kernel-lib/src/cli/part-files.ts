import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Signals that end a program and leave it a moment to tidy up. */
const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const unfinished = new Set<string>();

/** Name for the unfinished form of a file, in its folder; nobody can guess it. It is removed when the program is ended before `donePart`. */
export function newPart(file: string): string {
  const part = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(12).toString("hex")}.part`);
  if (unfinished.size === 0) watch();
  unfinished.add(part);
  return part;
}

/** The unfinished file has been renamed or is not wanted any more; what is left of it is removed. */
export function donePart(part: string): void {
  rmSync(part, { force: true });
  unfinished.delete(part);
  if (unfinished.size === 0) unwatch();
}

function watch(): void {
  for (const signal of ENDINGS) process.once(signal, end);
  process.once("exit", removeAll);
}

function unwatch(): void {
  for (const signal of ENDINGS) process.off(signal, end);
  process.off("exit", removeAll);
}

function removeAll(): void {
  for (const part of unfinished) rmSync(part, { force: true });
}

/** Ends the program by the signal it got, so that whoever started it sees that. */
function end(signal: NodeJS.Signals): void {
  removeAll();
  unwatch();
  process.kill(process.pid, signal);
}
