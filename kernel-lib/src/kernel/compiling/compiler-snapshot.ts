/**
 * Runs in Node while it makes a startup snapshot (`--build-snapshot`): puts the compiler, loaded, and the declaration files it
 * always reads, parsed and bound, into the heap that is kept. A process that starts from it begins where another one is after
 * a second. See https://nodejs.org/api/cli.html#--build-snapshot
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { startupSnapshot } from "node:v8";
import type * as typescript from "@tslab/typescript-for-tslab";
import { declarationText } from "./declaration-text.js";
import type { SnapshotRequest } from "../running/startup-snapshot.js";

/** Where a process that starts from a snapshot finds the compiler and the files; the bundle looks there first. */
const shared = globalThis as unknown as Record<symbol, unknown>;
const compilerPlace: unique symbol = Symbol.for("kpi-anomaly.typescript");
const declarationsPlace: unique symbol = Symbol.for("kpi-anomaly.declarations");

/** @param compiler TypeScript as the bundle has it */
export function fillSnapshot(compiler: typeof typescript): void {
  const { options, files } = JSON.parse(readFileSync(process.argv[2], "utf8")) as SnapshotRequest;
  const host = compiler.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (path) => {
    const text = readFile.call(host, path);
    return text === undefined ? undefined : declarationText(path, text);
  };
  const program = compiler.createProgram([...files], options, host);
  // Asking for the checker binds every file.
  program.getTypeChecker();
  shared[compilerPlace] = compiler;
  shared[declarationsPlace] = new Map(program.getSourceFiles().map((file) => [file.fileName, file]));
  // Code in a snapshot can not import modules; code that is loaded after it can.
  startupSnapshot.setDeserializeMainFunction(() => createRequire(process.argv[1])("./start.cjs"));
}
