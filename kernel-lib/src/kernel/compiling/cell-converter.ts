import {
  createConverter,
  type Converter,
  type ConvertResult,
  type Diagnostic,
  type SideOutput,
} from "tslab/dist/converter.js";
import { loopsOverPromises } from "./code-state.js";
import { realPlace } from "./emitted-place.js";
import { compilation } from "./compiler.js";
import { completionsOf, hoverOf, problemsOf, signaturesAt } from "./language-answers.js";
import type { CellProblem, Completions, Hover, Signatures } from "../notebook-engine.js";

/** TypeScript's numbers for a module that was not found. */
const moduleMissing = new Set([2307, 7016]);

/** Most cells that are remembered. */
const mostRemembered = 500;

/** What an editor wants to know of a cell below others. */
interface Analysis {
  readonly problems: readonly CellProblem[];
  /** Declarations that stand after it. A cell that does not compile adds none. */
  readonly after: string;
}

/** tslab's converter of one notebook, made when first needed, asked with declarations of the cells above. */
export class CellConverter {
  #converter: Converter | undefined;
  /** JavaScript of local files that was emitted while a question was answered; the next cell that runs needs it. */
  #sideOutputs: SideOutput[] = [];
  readonly #remembered = new Map<string, Analysis>();

  /** tslab's converter itself. */
  get converter(): Converter {
    this.#converter ??= createConverter({ isJS: false, isBrowser: false });
    return this.#converter;
  }

  /** Compiles a cell that is about to run. */
  convert(declarations: string, code: string): ConvertResult & { readonly problems: readonly CellProblem[] } {
    const result = this.#convert(declarations, code);
    const sideOutputs = this.#sideOutputs;
    if (result.problems.length === 0) this.#sideOutputs = [];
    return { ...result, sideOutputs };
  }

  complete(declarations: string, code: string, offset: number): Completions {
    return completionsOf(this.converter.complete(declarations, code, offset));
  }

  hover(declarations: string, code: string, offset: number): Hover | null {
    return hoverOf(this.converter.inspect(declarations, code, offset));
  }

  signatures(declarations: string, code: string, offset: number): Signatures | null {
    // Asking for anything else puts the code into the program.
    this.converter.inspect(declarations, code, 0);
    const program = compilation.builder?.getProgram();
    const file = program?.getSourceFiles().find((each) => each.fileName.endsWith("/__tslab__.ts"));
    return program === undefined || file === undefined ? null : signaturesAt(program, file, offset);
  }

  problems(declarations: string, code: string): readonly CellProblem[] {
    return this.#analyse(declarations, code).problems;
  }

  /** tslab's messages about a `@module` cell, as ours. */
  problemsIn(diagnostics: readonly Diagnostic[], code: string): readonly CellProblem[] {
    return problemsOf(diagnostics, code);
  }

  /** Declarations that stand after these cells, had they run in this order. */
  declarationsAfter(cells: readonly string[]): string {
    return cells.reduce((declarations, code) => this.#analyse(declarations, code).after, "");
  }

  close(): void {
    this.#converter?.close();
    this.#converter = undefined;
  }

  #analyse(declarations: string, code: string): Analysis {
    const key = `${declarations}\0${code}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const { problems, declOutput } = this.#convert(declarations, code);
    const analysis = { problems, after: problems.length > 0 ? declarations : (declOutput ?? "") };
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    // A local file may be another one the next time, and a package that is missing may be there.
    if (!/["']\.\.?\//.test(code) && !problems.some((problem) => moduleMissing.has(problem.code)))
      this.#remembered.set(key, analysis);
    return analysis;
  }

  #convert(declarations: string, code: string): ConvertResult & { readonly problems: readonly CellProblem[] } {
    const result = this.converter.convert(declarations, code);
    for (const { path, data } of result.sideOutputs ?? []) this.#sideOutputs.push({ path: realPlace(path), data });
    const problems = problemsOf(result.diagnostics, code);
    // A package may be installed before the next try, and no folder is watched.
    if (problems.some((problem) => moduleMissing.has(problem.code))) this.close();
    const hasToplevelAwait = result.hasToplevelAwait === true || loopsOverPromises(code);
    return { ...result, hasToplevelAwait, problems };
  }
}
