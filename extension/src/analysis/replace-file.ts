import { randomUUID } from "node:crypto";
import { chmod, open, realpath, rename, rm, stat } from "node:fs/promises";

/**
 * Replaces a file whole or not at all: a disk that is full must not take with it what a person wrote. The new text is
 * written beside it first, under a name that nobody can guess and only where there is nothing yet, not even a link. A link
 * to the file stays, and so do the permissions.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );
  const part = `${target}.${randomUUID()}.part`;
  try {
    const written = await open(part, "wx", mode);
    try {
      await written.writeFile(text);
    } finally {
      await written.close();
    }
    if (mode !== undefined) await chmod(part, mode);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
