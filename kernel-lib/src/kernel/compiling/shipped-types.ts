import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CompilerOptions } from "@tslab/typescript-for-tslab";
import { shippedLibrary } from "../running/shipped-library.js";

/** Where the bundle lies; types shipped with it stand in folders beside it. */
const bundle = dirname(process.argv[1] ?? ".");

/**
 * Compiler options that find our own types where the notebook's folder offers none: those of Node, and those of
 * `kpi-anomaly` when the folder has none installed near it.
 */
export function shippedTypes(options: CompilerOptions): CompilerOptions {
  const paths: Record<string, string[]> = {};
  const types = join(bundle, "types");
  const library = shippedLibrary();
  const hasNode = (options.typeRoots ?? []).some((root) => existsSync(join(root, "node", "package.json")));
  if (existsSync(join(types, "undici-types"))) paths["undici-types"] = [join(types, "undici-types")];
  if (library !== undefined) paths["kpi-anomaly"] = [library.types];
  return { ...(hasNode ? {} : { typeRoots: [types] }), ...(Object.keys(paths).length > 0 ? { paths } : {}) };
}
