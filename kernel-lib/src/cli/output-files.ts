import { fstatSync } from "node:fs";
import { devNull } from "node:os";
import { InputError } from "../errors.js";
import { filePlace, samePlace, type FilePlace } from "./file-place.js";
import { piecesOf, writeWhole, type FileContent } from "./write-whole.js";

/** The files that one run writes. */
export interface OutputFiles {
  /** Writes the file of an option; nothing when the option was not given. `content` is asked for only then. */
  write(option: string, content: (path: string) => FileContent): Promise<void>;
}

/**
 * Says before anything is computed where a run may not write: over a file it reads, or two outputs into one file.
 *
 * @param outputs paths by option; undefined for those that were not given
 * @param inputs every file that the run reads or that holds what a person wrote; undefined for those that were not given
 * @param mayReplace an option whose file may be one that is read
 * @throws InputError `file_not_writable`
 */
export async function outputFiles(
  outputs: Readonly<Record<string, string | undefined>>,
  inputs: readonly (string | undefined)[],
  mayReplace?: string,
): Promise<OutputFiles> {
  const given = Object.entries(outputs).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const places: { readonly option: string; readonly path: string; readonly place: FilePlace }[] = [];
  for (const [option, path] of given) {
    const place = await filePlace(path);
    if (option !== mayReplace) await refuseInput(path, place, inputs);
    const twin = path === devNull ? undefined : places.find((other) => samePlace(other.place, place));
    if (twin) throw new InputError("output_twice", { option, other: twin.option, path });
    places.push({ option, path, place });
  }
  return {
    async write(option, contentOf) {
      const path = outputs[option];
      if (path === undefined) return;
      const content = contentOf(path);
      // Looked at once more: the computation may have taken long.
      const place = await filePlace(path);
      if (option !== mayReplace) await refuseInput(path, place, inputs);
      if (isStandardOutput(place)) await printed(content);
      else await writeWhole(path, content);
    },
  };
}

async function refuseInput(path: string, place: FilePlace, inputs: readonly (string | undefined)[]): Promise<void> {
  // A terminal is read from and written to.
  if (place.found?.isCharacterDevice()) return;
  for (const input of inputs)
    if (input !== undefined && samePlace(place, await filePlace(input)))
      throw new InputError("output_is_input", { path, input });
}

/** Whether the path leads to what is printed, for example `/dev/stdout` or the file that the shell writes it to. */
function isStandardOutput({ found }: FilePlace): boolean {
  if (!found || found.isCharacterDevice()) return false;
  const { ino, dev } = fstatSync(1, { bigint: true });
  return ino === found.ino && dev === found.dev;
}

async function printed(content: FileContent): Promise<void> {
  for await (const piece of piecesOf(content))
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
    });
}
