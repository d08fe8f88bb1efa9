import { readFile, stat } from "node:fs/promises";
import { InputError, type InputErrorCode } from "../errors.js";

/** Largest file read into memory. */
const MOST_BYTES = 0x7fff_ffff;

/** The bytes of a file named on the command line. @throws InputError `file_not_found` or `file_too_large`. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES)
      throw new InputError(
        "file_too_large",
        `${file} has ${size} bytes; at most ${MOST_BYTES} can be read.`,
        "Split the file or aggregate it first.",
      );
    return await readFile(file);
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(file, error as NodeJS.ErrnoException);
  }
}

function unreadable(file: string, error: NodeJS.ErrnoException): unknown {
  const code: InputErrorCode = "file_not_found";
  if (error.code === "ENOENT" || error.code === "ENOTDIR")
    return new InputError(
      code,
      `There is no file ${file}.`,
      "Check the path; it is taken relative to the current folder.",
    );
  if (error.code === "EISDIR")
    return new InputError(code, `${file} is a folder; a CSV file is needed.`, "Name a file in it.");
  if (error.code === "EACCES" || error.code === "EPERM")
    return new InputError(code, `${file} may not be read.`, "Check its permissions.");
  return error;
}
