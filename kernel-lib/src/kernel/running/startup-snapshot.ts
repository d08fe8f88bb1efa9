/**
 * The startup snapshot of a notebook's process: where it lies, and how it is made. It belongs to one Node, one build of the
 * engine and one folder, and is made in the background by the first process that runs there; without it everything works,
 * only slower to start.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants, homedir, setPriority } from "node:os";
import { dirname, join } from "node:path";
import type { CompilerOptions } from "@tslab/typescript-for-tslab";

/** Environment variable that names the snapshot file of a process. */
export const snapshotVariable: string = "KPI_ANOMALY_SNAPSHOT";

/** What a snapshot is made of. */
export interface SnapshotRequest {
  readonly options: CompilerOptions;
  /** Declaration files, by full path. */
  readonly files: readonly string[];
}

/** What a snapshot hangs on. */
export interface SnapshotOf {
  readonly node: string;
  readonly program: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The folder of this user for what can be made again at any time. */
export function snapshotFolder(): string {
  const caches =
    process.platform === "win32"
      ? process.env.LOCALAPPDATA
      : process.platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : process.env.XDG_CACHE_HOME;
  return join(caches || join(homedir(), ".cache"), "kpi-anomaly");
}

/**
 * The file of a snapshot in this folder, whether it is there or not. Undefined for a Node that is part of Electron, which
 * makes none, and where the environment says `KPI_ANOMALY_SNAPSHOTS=off`.
 */
export function snapshotFile(
  folder: string,
  { node, program, folder: notebooks, environment }: SnapshotOf,
): string | undefined {
  if (process.versions.electron !== undefined || process.env.KPI_ANOMALY_SNAPSHOTS === "off") return undefined;
  const stamp = (path: string): string => {
    const { size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
    return `${path} ${size} ${mtimeMs}`;
  };
  const key = JSON.stringify([stamp(node), stamp(join(dirname(program), "typescript.cjs")), notebooks, environment]);
  return join(folder, `${createHash("sha256").update(key).digest("hex").slice(0, 24)}.snapshot`);
}

/** Whether a process can start from this file. */
export function isUsable(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Leaves an empty file, so that no process starts from the snapshot and none makes it again. */
export function giveUp(file: string): void {
  writeFileSync(file, "");
}

/** Has a snapshot made in a process of low priority that may outlive this one (snapshot-maker.ts). */
export function makeSnapshot(file: string, program: string, request: SnapshotRequest): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const order = `${file}.${process.pid}.json`;
  writeFileSync(order, JSON.stringify(request));
  const maker = spawn(
    process.execPath,
    [join(program, "snapshot-maker.mjs"), file, join(program, "typescript.cjs"), order],
    { stdio: "ignore", detached: true, windowsHide: true },
  );
  if (maker.pid !== undefined) setPriority(maker.pid, constants.priority.PRIORITY_LOW);
  maker.once("error", () => rmSync(order, { force: true }));
  maker.unref();
}
