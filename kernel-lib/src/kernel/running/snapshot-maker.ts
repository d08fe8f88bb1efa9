/**
 * A program of its own: makes a startup snapshot, which appears whole or not at all, and forgets the oldest ones.
 * Arguments: the snapshot's file, the compiler's, and that of the request (startup-snapshot.ts).
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Most snapshots that are kept, some 40 MB each. */
const mostKept = 4;

const [file, compiler, request] = process.argv.slice(2);
const folder = dirname(file);
const part = `${file}.${process.pid}.part`;
const { status } = spawnSync(process.execPath, ["--snapshot-blob", part, "--build-snapshot", compiler, request], {
  stdio: "ignore",
  windowsHide: true,
});
if (status === 0 && !existsSync(file)) renameSync(part, file);
rmSync(part, { force: true });
rmSync(request, { force: true });
const aged = readdirSync(folder)
  .filter((name) => name.endsWith(".snapshot"))
  .map((name) => ({ path: join(folder, name), age: statSync(join(folder, name)).mtimeMs }));
for (const { path } of aged.sort((a, b) => b.age - a.age).slice(mostKept)) rmSync(path, { force: true });
