import { AsyncLocalStorage } from "node:async_hooks";
import { pathToFileURL } from "node:url";
import { isCompleteCode, type Converter } from "tslab/dist/converter.js";
import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { CellConverter } from "../compiling/cell-converter.js";
import { codeState } from "../compiling/code-state.js";
import { keptDeclarations } from "../compiling/kept-declarations.js";
import { cellFile, compileError, runtimeError, stackText, type RanCell } from "./cell-error.js";
import { cellGlobals, globalDeclarations, globalNames } from "./cell-globals.js";
import { describeVariables } from "./describe-variables.js";
import { mimeBundle } from "./mime-bundle.js";
import type {
  CellError,
  CellOutcome,
  CellOutput,
  CellProblem,
  Completeness,
  CodeInNotebook,
  Completions,
  Hover,
  Signatures,
  Variable,
} from "../notebook-engine.js";
import type { Ask } from "./typed-input.js";
import { kernelText } from "../../words/subjects/kernel-text.js";
import { spokenLanguage } from "./spoken-language.js";
import { plainError } from "../plain-error.js";
import { positionMap } from "../compiling/position-map.js";

/** One run of a cell, known to all that it has started. */
interface CellRun {
  /** It was interrupted: nothing that it goes on to do is shown any more. */
  cutOff: boolean;
  error: CellError | undefined;
  result: { readonly value: unknown } | undefined;
  /** Declarations after it, had it run to its end; its own names. */
  converted: string;
  names: readonly string[];
}

/** Keeps an interrupt away while the compiler works: it could be left half way. */
export interface CompileGuard {
  enter(): void;
  leave(): void;
}

/**
 * The cells of one notebook in this process, on tslab's converter and executor. The executor compiles, keeps the
 * variables and runs the code; what it would print (errors, the last value) is caught here and turned into outputs.
 */
export class CellSession {
  readonly #cells = new Map<number, RanCell>();
  readonly #converter = new CellConverter();
  readonly #executor: Executor;
  readonly #show: (output: CellOutput) => void;
  readonly #guard: CompileGuard;
  #count = 0;
  /** Declarations of what has run. */
  #declarations = globalDeclarations;
  readonly #runs = new AsyncLocalStorage<CellRun>();
  #current: CellRun | undefined;
  #stop: ((error: CellError) => void) | undefined;

  constructor(show: (output: CellOutput) => void, ask: Ask, guard: CompileGuard) {
    this.#show = show;
    this.#guard = guard;
    const converter: Converter = this.#watchedConverter();
    this.#executor = createExecutor(
      process.cwd(),
      { node: converter, browser: converter, close: () => this.#converter.close() },
      {
        log: (value: unknown) => {
          const run = this.#runs.getStore();
          if (run !== undefined) run.result = { value };
        },
        error: (thrown: unknown) => this.#fail(thrown),
      },
    );
    (globalThis as unknown as { __tslab__: { require: { meta?: object } } }).__tslab__.require.meta = {
      url: `${pathToFileURL(process.cwd()).href}/`,
      dirname: process.cwd(),
      filename: process.cwd(),
    };
    const shown = (output: CellOutput): void => void (this.isCutOff() || show(output));
    Object.assign(this.#executor.locals, cellGlobals(shown, ask));
  }

  /** Loads the compiler and its libraries, so that the first cell does not wait for them. */
  warm(): void {
    this.#converter.problems("", "0;");
  }

  async execute(code: string, count: number): Promise<CellOutcome> {
    this.#count = count;
    const run: CellRun = { cutOff: false, error: undefined, result: undefined, converted: "", names: [] };
    this.#current = run;
    const before = { ...this.#executor.locals };
    const stopped = new Promise<CellError>((resolve) => (this.#stop = resolve));
    const error = await Promise.race([this.#runs.run(run, () => this.#run(code, run)), stopped]);
    this.#stop = undefined;
    if (error === undefined) this.#declarations = run.converted;
    else if (run.names.length > 0) this.#keepReached(run, before);
    return error === undefined ? { status: "ok", count } : { status: "error", count, error };
  }

  /** Ends the running cell as interrupted, at its next `await` or after its code was cut off. */
  interrupt(): void {
    if (this.#stop !== undefined && this.#current !== undefined) this.#current.cutOff = true;
    this.#stop?.(plainError("Interrupted", kernelText("interrupted", {}, spokenLanguage())));
  }

  /** Whether what runs now was started by a cell that was interrupted. */
  isCutOff(): boolean {
    return this.#runs.getStore()?.cutOff === true;
  }

  /** A stack with places as the notebook's author knows them. */
  stackOf(error: unknown, sites: readonly NodeJS.CallSite[]): string {
    return stackText(error, sites, this.#cells);
  }

  complete({ code, above }: CodeInNotebook, offset: number): Completions {
    return this.#converter.complete(this.#declarationsFor(above), code, offset);
  }

  hover({ code, above }: CodeInNotebook, offset: number): Hover | null {
    return this.#converter.hover(this.#declarationsFor(above), code, offset);
  }

  signatures({ code, above }: CodeInNotebook, offset: number): Signatures | null {
    return this.#converter.signatures(this.#declarationsFor(above), code, offset);
  }

  problems({ code, above }: CodeInNotebook): readonly CellProblem[] {
    return this.#converter.problems(this.#declarationsFor(above), code);
  }

  completeness(code: string): Completeness {
    const { completed, indent } = isCompleteCode(code);
    const state = completed ? codeState(code) : "incomplete";
    return {
      complete: state !== "incomplete",
      ...(state === "invalid" ? { invalid: true } : {}),
      indent: indent ?? "",
    };
  }

  variables(): Variable[] {
    return describeVariables(this.#executor.locals, this.#declarations).filter(({ name }) => !globalNames.has(name));
  }

  #declarationsFor(above: readonly string[] | undefined): string {
    return above === undefined ? this.#declarations : this.#converter.declarationsAfter(above);
  }

  async #run(code: string, run: CellRun): Promise<CellError | undefined> {
    try {
      // Lets a pending interrupt through before anything happens.
      await new Promise(setImmediate);
      await this.#executor.execute(code);
      if (run.error !== undefined) return run.error;
      if (run.result !== undefined) await this.#showValue(run.result.value);
      return undefined;
    } catch (thrown) {
      return runtimeError(thrown, this.#cells);
    }
  }

  /** A value that fails to show itself is said so and shown as text: the cell itself has done what it was to do. */
  async #showValue(value: unknown): Promise<void> {
    let data;
    try {
      data = await mimeBundle(value);
    } catch (thrown) {
      const { trace } = runtimeError(thrown, this.#cells);
      const text = kernelText("unshown", { trace: trace.join("\n") }, spokenLanguage());
      this.#show({ type: "stream", name: "stderr", text: `${text}\n` });
      data = { "text/plain": nameOf(value) };
    }
    if (!this.isCutOff()) this.#show({ type: "result", data });
  }

  /** A cell that failed half way keeps what it got to; names that it only would have given a value stand as before. */
  #keepReached({ converted, names }: CellRun, before: Readonly<Record<string, unknown>>): void {
    const { locals } = this.#executor;
    const reached = (name: string): boolean => locals[name] !== undefined || !names.includes(name);
    this.#declarations = keptDeclarations(this.#declarations, converted, reached);
    for (const name of names) if (!reached(name) && before[name] !== undefined) locals[name] = before[name];
  }

  /** The converter as the executor sees it: compile errors are kept here, and the code gets a name for stack traces. */
  #watchedConverter(): Converter {
    return {
      convert: (_declarations, code) => {
        this.#guard.enter();
        try {
          return this.#convert(this.#declarations, code);
        } finally {
          this.#guard.leave();
        }
      },
      addModule: (name, content, meta) => {
        const diagnostics = this.#converter.converter.addModule(name, content, meta);
        const run = this.#runs.getStore();
        if (run !== undefined) run.converted = this.#declarations;
        if (diagnostics.length > 0 && run !== undefined)
          run.error = compileError(this.#converter.problemsIn(diagnostics, content), content, this.#count);
        return [];
      },
      inspect: (...asked) => this.#converter.converter.inspect(...asked),
      complete: (...asked) => this.#converter.converter.complete(...asked),
      close: () => this.#converter.close(),
    };
  }

  #convert(declarations: string, code: string): ReturnType<Converter["convert"]> {
    const result = this.#converter.convert(declarations, code);
    const run = this.#runs.getStore();
    if (run !== undefined) run.converted = declarations;
    if (result.problems.length > 0) {
      if (run !== undefined) run.error = compileError(result.problems, code, this.#count);
      return { diagnostics: [], declOutput: declarations };
    }
    if (run !== undefined) {
      run.converted = result.declOutput ?? "";
      run.names = exportedNames(result.output ?? "");
    }
    this.#cells.set(this.#count, { code, map: positionMap(result.output ?? "", result.hasToplevelAwait ?? false) });
    return { ...result, output: result.output && `${result.output}\n//# sourceURL=${cellFile(this.#count)}` };
  }

  #fail(thrown: unknown): void {
    const run = this.#runs.getStore();
    if (run !== undefined) run.error ??= runtimeError(thrown, this.#cells);
  }
}

/** Names that a cell's script gives values to: the first line of the script sets them all to undefined. */
function exportedNames(script: string): string[] {
  const [, line = ""] = /^((?:exports\.[\w$]+ = )+)void 0;$/m.exec(script) ?? [];
  return [...line.matchAll(/exports\.([\w$]+) = /g)]
    .map(([, name]) => name)
    .filter((name) => !/^tsLastExpr\d*$/.test(name));
}

/** `[object Object]` or the like, also of a value that answers to nothing. */
function nameOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return `[${typeof value}]`;
  }
}
