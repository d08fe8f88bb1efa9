/**
 * Three functions of the TypeScript that tslab's converter works with, changed. The bundle of the notebook's process hands
 * them to tslab in place of TypeScript's own (see bundle-notebook.mjs).
 *
 * - It keeps the source maps, so that an error can name the line of the cell.
 * - It watches no file of a package: tslab would poll each declaration file it has read, some hundred times a second.
 * - It leaves doc comments of Node and of the language aside (declaration-text.ts), and so reads a fifth.
 * - It reads names of earlier cells in `{ name }` and `import.meta` as they are meant (own-names.ts).
 * - It finds types that are shipped with us where the notebook's folder has none of its own.
 */
import { parse } from "node:path";
import { declarationText } from "./declaration-text.js";
import { emittedPlace } from "./emitted-place.js";
import { importMeta, importsWithoutEnding, ownNames } from "./own-names.js";
import { typescript } from "./typescript.js";
import { laterLibrary } from "./later-library.js";
import { shippedTypes } from "./shipped-types.js";
import type { SnapshotRequest } from "../running/startup-snapshot.js";

type Builder = typescript.EmitAndSemanticDiagnosticsBuilderProgram;
type Host = typescript.WatchCompilerHostOfFilesAndCompilerOptions<Builder>;

/** What the compiler did last. */
export interface Compilation {
  builder: Builder | undefined;
  /** Source maps of the last emitted cell: its TypeScript to JavaScript modules, and those to CommonJS. */
  modules: string | undefined;
  commonJs: string | undefined;
}

export const compilation: Compilation = { builder: undefined, modules: undefined, commonJs: undefined };

const nothing: typescript.FileWatcher = { close: () => {} };

/** See https://github.com/microsoft/TypeScript/wiki/Using-the-Compiler-API#writing-an-incremental-program-watcher */
export function createWatchCompilerHost(
  files: string[],
  options: typescript.CompilerOptions,
  system: typescript.System,
  create: typescript.CreateProgram<Builder> | undefined,
  report: typescript.DiagnosticReporter,
  status: typescript.WatchStatusReporter,
): Host {
  const host = typescript.createWatchCompilerHost(
    [...files, ...laterLibrary()],
    {
      ...options,
      ...shippedTypes(options),
      experimentalDecorators: false,
      allowImportingTsExtensions: true,
      // All of the disk: a file above the notebook's folder may be imported (emitted-place.ts).
      rootDir: parse(process.cwd()).root,
      lib: ["lib.esnext.d.ts"],
      types: ["node"],
      sourceMap: true,
    },
    system,
    create,
    report,
    status,
  );
  const { watchFile } = host;
  host.watchFile = (path, changed, interval, watch) =>
    /[\\/]node_modules[\\/]|[\\/]lib\.[\w.]+\.d\.ts$/.test(path)
      ? nothing
      : watchFile.call(host, path, changed, interval, watch);
  host.watchDirectory = () => nothing;
  const { readFile } = host;
  host.readFile = (path, encoding) => {
    const text = readFile.call(host, path, encoding);
    return text === undefined ? undefined : declarationText(path, text);
  };
  return host;
}

export function createWatchProgram(host: Host): typescript.WatchOfFilesAndCompilerOptions<Builder> {
  const created = host.afterProgramCreate;
  host.afterProgramCreate = (builder) => {
    compilation.builder = builder;
    const emit = builder.emit.bind(builder);
    builder.emit = (target, write, cancellation, declarationsOnly, transformers) => {
      const keep: typescript.WriteFileCallback = (name, text, ...more) => {
        const source = more[2]?.[0]?.fileName;
        if (name.endsWith("__tslab__.js.map")) compilation.modules = text;
        else write?.(source === undefined ? name : emittedPlace(name, source), withoutMapReference(text), ...more);
      };
      const own = ownNames(builder.getProgram().getTypeChecker());
      return emit(target, keep, cancellation, declarationsOnly, {
        ...transformers,
        after: [own, ...(transformers?.after ?? [])],
      });
    };
    created?.call(host, builder);
  };
  return typescript.createWatchProgram(host);
}

export function transpileModule(input: string, options: typescript.TranspileOptions): typescript.TranspileOutput {
  const output = typescript.transpileModule(input, {
    ...options,
    compilerOptions: { ...options.compilerOptions, sourceMap: true },
    transformers: { before: [importMeta, importsWithoutEnding] },
  });
  compilation.commonJs = output.sourceMapText;
  return { ...output, outputText: withoutMapReference(output.outputText) };
}

function withoutMapReference(text: string): string {
  return text.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n");
}

/** What the compiler works with besides the cells: for a snapshot that later processes start from. */
export function declarationsInUse(): SnapshotRequest {
  const program = compilation.builder?.getProgram();
  return {
    options: program?.getCompilerOptions() ?? {},
    files: (program?.getSourceFiles() ?? []).map(({ fileName }) => fileName).filter((name) => name.endsWith(".d.ts")),
  };
}
