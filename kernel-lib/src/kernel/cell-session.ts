import { isCompleteCode, type Converter } from "tslab/dist/converter.js";
import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { CellConverter } from "./cell-converter.js";
import { cellFile, compileError, runtimeError, type RanCell } from "./cell-error.js";
import { describeVariables } from "./describe-variables.js";
import { mimeBundle } from "./mime-bundle.js";
import type {
  CellError,
  CellOutcome,
  CellOutput,
  CellProblem,
  CodeInNotebook,
  Completions,
  Hover,
  Signatures,
  Variable,
} from "./notebook-engine.js";
import { plainError } from "./plain-error.js";
import { positionMap } from "./position-map.js";

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
  #declarations = "";
  #converted = "";
  #error: CellError | undefined;
  #result: { readonly value: unknown } | undefined;
  #stop: ((error: CellError) => void) | undefined;

  constructor(show: (output: CellOutput) => void, guard: CompileGuard) {
    this.#show = show;
    this.#guard = guard;
    const converter: Converter = this.#watchedConverter();
    this.#executor = createExecutor(
      process.cwd(),
      { node: converter, browser: converter, close: () => this.#converter.close() },
      { log: (value: unknown) => (this.#result = { value }), error: (thrown: unknown) => this.#fail(thrown) },
    );
  }

  /** Loads the compiler and its libraries, so that the first cell does not wait for them. */
  warm(): void {
    this.#converter.problems("", "0;");
  }

  async execute(code: string, count: number): Promise<CellOutcome> {
    this.#count = count;
    this.#error = undefined;
    this.#result = undefined;
    const stopped = new Promise<CellError>((resolve) => (this.#stop = resolve));
    const error = await Promise.race([this.#run(code), stopped]);
    this.#stop = undefined;
    return error === undefined ? { status: "ok", count } : { status: "error", count, error };
  }

  /** Ends the running cell as interrupted, at its next `await` or after its code was cut off. */
  interrupt(): void {
    this.#stop?.(plainError("Interrupted", "The cell was interrupted."));
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

  completeness(code: string): { complete: boolean; indent: string } {
    const { completed, indent } = isCompleteCode(code);
    return { complete: completed, indent: indent ?? "" };
  }

  variables(): Variable[] {
    return describeVariables(this.#executor.locals, this.#declarations);
  }

  #declarationsFor(above: readonly string[] | undefined): string {
    return above === undefined ? this.#declarations : this.#converter.declarationsAfter(above);
  }

  async #run(code: string): Promise<CellError | undefined> {
    try {
      // Lets a pending interrupt through before anything happens.
      await new Promise(setImmediate);
      await this.#executor.execute(code);
      if (this.#error !== undefined) return this.#error;
      this.#declarations = this.#converted;
      if (this.#result !== undefined)
        this.#show({ type: "result", data: await mimeBundle((this.#result as { readonly value: unknown }).value) });
      return undefined;
    } catch (thrown) {
      return runtimeError(thrown, this.#cells);
    }
  }

  /** The converter as the executor sees it: compile errors are kept here, and the code gets a name for stack traces. */
  #watchedConverter(): Converter {
    return {
      convert: (declarations, code) => {
        this.#guard.enter();
        try {
          return this.#convert(declarations, code);
        } finally {
          this.#guard.leave();
        }
      },
      addModule: (name, content, meta) => {
        const diagnostics = this.#converter.converter.addModule(name, content, meta);
        if (diagnostics.length > 0)
          this.#error = compileError(this.#converter.problemsIn(diagnostics, content), content, this.#count);
        return [];
      },
      inspect: (...asked) => this.#converter.converter.inspect(...asked),
      complete: (...asked) => this.#converter.converter.complete(...asked),
      close: () => this.#converter.close(),
    };
  }

  #convert(declarations: string, code: string): ReturnType<Converter["convert"]> {
    const result = this.#converter.convert(declarations, code);
    this.#converted = declarations;
    if (result.problems.length > 0) {
      this.#error = compileError(result.problems, code, this.#count);
      return { diagnostics: [], declOutput: declarations };
    }
    this.#converted = result.declOutput ?? "";
    this.#cells.set(this.#count, { code, map: positionMap(result.output ?? "", result.hasToplevelAwait ?? false) });
    return { ...result, output: result.output && `${result.output}\n//# sourceURL=${cellFile(this.#count)}` };
  }

  #fail(thrown: unknown): void {
    this.#error ??= runtimeError(thrown, this.#cells);
  }
}
