import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../errors.js";

/**
 * Writes a file whole or not at all: into a new file beside it, then renamed over it. Missing folders are made.
 *
 * @param source the file that was read; it is never written to.
 * @throws InputError `file_not_writable` when the place cannot be written or is the source itself.
 */
export async function writeWhole(file: string, text: string, source: string): Promise<void> {
  if (await same(file, source))
    throw new InputError(
      "file_not_writable",
      `${file} is the file that was read; it is never changed.`,
      "Name another output file.",
    );
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.part`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw new InputError(
      "file_not_writable",
      `${file} could not be written (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}).`,
      "Check that the folder exists, may be written and has room.",
    );
  }
}

async function same(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  const [one, other] = await Promise.all([stat(a).catch(() => null), stat(b).catch(() => null)]);
  return one !== null && other !== null && one.ino !== 0 && one.ino === other.ino && one.dev === other.dev;
}
