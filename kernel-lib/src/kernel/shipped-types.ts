import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CompilerOptions } from "@tslab/typescript-for-tslab";

/** Where the bundle lies; types shipped with it stand in folders beside it. */
const bundle = dirname(process.argv[1] ?? ".");

/**
 * Compiler options that find our own types where the notebook's folder offers none: those of Node, and those of
 * `kpi-anomaly` when a copy of the library is shipped (VS Code's extension does).
 */
export function shippedTypes(options: CompilerOptions, folder: string = process.cwd()): CompilerOptions {
  const paths: Record<string, string[]> = {};
  const types = join(bundle, "types");
  const hasNode = (options.typeRoots ?? []).some((root) => existsSync(join(root, "node", "package.json")));
  if (existsSync(join(types, "undici-types"))) paths["undici-types"] = [join(types, "undici-types")];
  const library = process.env.KPI_ANOMALY_LIBRARY;
  if (library !== undefined && !foundAbove(folder, "kpi-anomaly")) paths["kpi-anomaly"] = [library];
  return { ...(hasNode ? {} : { typeRoots: [types] }), ...(Object.keys(paths).length > 0 ? { paths } : {}) };
}

/** Whether Node's rules find the package from this folder. */
function foundAbove(folder: string, name: string): boolean {
  if (existsSync(join(folder, "node_modules", name, "package.json"))) return true;
  const parent = dirname(folder);
  return parent !== folder && foundAbove(parent, name);
}
