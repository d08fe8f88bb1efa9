import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the bundle lies (see bundle-notebook.mjs), with the declarations beside it. */
const bundle = dirname(process.argv[1] ?? ".");

/**
 * Declaration files of what the language's library has got since the TypeScript that tslab brings, as far as this Node has it:
 * ES2023 in all, later years where they run.
 */
export function laterLibrary(): string[] {
  const years = [
    "es2023",
    ...("groupBy" in Object && "withResolvers" in Promise ? ["es2024"] : []),
    ...("Iterator" in globalThis ? ["es2025"] : []),
  ];
  return years.map((year) => join(bundle, "later", `${year}.d.ts`)).filter((path) => existsSync(path));
}
