import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import { dirname, join } from "node:path";
import { libraryVariable } from "../process/process-messages.js";

const name = "kpi-anomaly";

/** The copy of the library that notebooks without one use. */
export interface ShippedLibrary {
  /** Declaration file. */
  readonly types: string;
  /** File to load. */
  readonly main: string;
}

/** The library that came with the engine; undefined when the notebook's folder finds one of its own by Node's rules. */
export function shippedLibrary(folder: string = process.cwd()): ShippedLibrary | undefined {
  const shipped = process.env[libraryVariable];
  if (shipped === undefined || !existsSync(join(shipped, "package.json")) || foundAbove(folder)) return undefined;
  const { main, types } = JSON.parse(readFileSync(join(shipped, "package.json"), "utf8")) as ShippedLibrary;
  return { main: join(shipped, main), types: join(shipped, types) };
}

/** Lets cells import the shipped library by its name. */
export function provideLibrary(): void {
  const library = shippedLibrary();
  if (library === undefined) return;
  const modules = Module as unknown as { _resolveFilename: (request: string, ...rest: unknown[]) => string };
  const resolve = modules._resolveFilename;
  modules._resolveFilename = (request, ...rest) =>
    request === name ? library.main : resolve.call(Module, request, ...rest);
}

function foundAbove(folder: string): boolean {
  if (existsSync(join(folder, "node_modules", name, "package.json"))) return true;
  const parent = dirname(folder);
  return parent !== folder && foundAbove(parent);
}
