import { relative } from "node:path";

/** Stands for `..` in names that tslab is told. */
const up = "__up__";

/**
 * The name under which tslab takes what a source has become: TypeScript names it from the folder that all sources have in
 * common, tslab expects it from the notebook's folder and refuses what lies above that.
 *
 * @param emitted name that TypeScript gives
 * @param source file it was made of
 */
export function emittedPlace(emitted: string, source: string, folder: string = process.cwd()): string {
  const [ending = ""] = /\.d\.ts$|\.js\.map$|\.js$/.exec(emitted) ?? [];
  const path = relative(folder, source)
    .replaceAll("\\", "/")
    .replace(/\.tsx?$/, "");
  return `outDir/${path.replaceAll(/(^|\/)\.\.(?=\/)/g, `$1${up}`)}${ending}`;
}

/** The path of a script that came back under such a name. */
export function realPlace(path: string): string {
  for (let from = path; ; ) {
    // A folder that goes down and up again is none.
    const next = from.replace(new RegExp(`[^/]+/${up}/`), (pair) => (pair.startsWith(up) ? pair : ""));
    if (next === from) return from;
    from = next;
  }
}
