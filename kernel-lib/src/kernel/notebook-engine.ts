/** One output in several forms by MIME type; whoever shows it takes the richest form it can. Binary forms are base64 text. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** A place in a cell: line and character counted from 0. */
export interface CellPosition {
  readonly line: number;
  readonly character: number;
}

/** What is wrong at a place of a cell, as the compiler sees it. */
export interface CellProblem {
  readonly start: CellPosition;
  readonly end: CellPosition;
  readonly message: string;
  /** TypeScript's number of it (2304: a name is not known). */
  readonly code: number;
}

/** One step of the way to an error, innermost first. */
export interface CellFrame {
  /** Name of the function, empty at the top of a cell. */
  readonly name: string;
  /** Count of the cell it stands in; undefined in a file. */
  readonly cell?: number;
  /** The file, when it is not a cell. */
  readonly file?: string;
  readonly position: CellPosition;
}

/** Why a cell failed, ready to be shown. */
export interface CellError {
  /** `TypeError`, `CompileError`, `Interrupted`, `ProcessEnded` … */
  readonly name: string;
  readonly message: string;
  /** The error for people, one line an entry, with the failing line of the cell; no colour codes. */
  readonly trace: readonly string[];
  /** Compile errors, each with its place; empty for anything else. */
  readonly problems: readonly CellProblem[];
  /** Where it came from; empty when that is not known. */
  readonly frames: readonly CellFrame[];
}

/** Something a cell shows while it runs. */
export type CellOutput =
  | { readonly type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly type: "display"; readonly data: MimeBundle; readonly displayId?: string }
  /** Replaces what was shown under this id, in whatever cell that is. */
  | { readonly type: "update"; readonly data: MimeBundle; readonly displayId: string }
  /** Removes what the cell has shown so far; with `wait` as soon as it shows something else. */
  | { readonly type: "clear"; readonly wait: boolean }
  /** Value of the cell's last expression. */
  | { readonly type: "result"; readonly data: MimeBundle };

/** Asks the person at the notebook for a line of text; rejects where nobody can answer. */
export type AskPerson = (prompt: string, password: boolean) => Promise<string>;

/** How a cell ended. `count` numbers the cells of an engine from 1; a restart begins anew. */
export type CellOutcome =
  | { readonly status: "ok"; readonly count: number }
  | { readonly status: "error"; readonly count: number; readonly error: CellError };

/** Names that fit at a place; they replace the text from `start` to `end` (offsets in the code). */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Completion[];
}

export interface Completion {
  readonly name: string;
  /** TypeScript's word for what it is: `method`, `property`, `const`, `class` … */
  readonly kind: string;
  /** Order in which to offer them, as text. */
  readonly rank: string;
}

/** What is known about the name at a place. */
export interface Hover {
  readonly start: number;
  readonly end: number;
  /** TypeScript: `const total: number`. */
  readonly declaration: string;
  /** Markdown of its doc comment, empty when it has none. */
  readonly documentation: string;
}

/** Parameters of the call the cursor stands in. */
export interface Signatures {
  readonly active: number;
  readonly activeParameter: number;
  readonly signatures: readonly Signature[];
}

export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly { readonly label: string; readonly documentation: string }[];
}

/** Whether code can run as it is; `invalid` where typing on does not mend it. */
export interface Completeness {
  readonly complete: boolean;
  readonly invalid?: boolean;
  readonly indent: string;
}

/** A variable the cells have made. */
export interface Variable {
  readonly name: string;
  /** `number`, `Float64Array(365)`, `Table` … */
  readonly type: string;
  /** Start of its value on one line. */
  readonly summary: string;
}

/**
 * Code and the cells that stand above it in the notebook. With `above` the question is answered as if just those had run;
 * without, from what did run.
 */
export interface CodeInNotebook {
  readonly code: string;
  readonly above?: readonly string[];
}

/**
 * Runs the TypeScript cells of one notebook and answers an editor's questions about them. Implementations decide how the
 * code is compiled and where it runs; nothing a cell does may harm the caller.
 *
 * One cell runs at a time; more wait their turn. After a failed cell the next one runs as if nothing had been.
 */
export interface NotebookEngine {
  /** Resolves when cells can run. Rejects with an `InputError` when the engine cannot start. */
  ready(): Promise<void>;
  /**
   * Runs a cell; never rejects. `show` is called for each output, in order, before the promise resolves; what the cell
   * leaves running in the background may show more until the next cell starts.
   *
   * @param count number of the cell, the next one when left out.
   * @param ask answers a cell that asks for a line of text; `input()` fails where it is left out.
   */
  execute(code: string, show: (output: CellOutput) => void, count?: number, ask?: AskPerson): Promise<CellOutcome>;
  /** Stops the running cell and forgets those that wait. Variables stay, unless the cell cannot be stopped. */
  interrupt(): Promise<void>;
  /** Forgets all variables and the counter. A running cell ends with an error. */
  restart(): Promise<void>;
  /** Ends the engine for good and gives back its memory. */
  dispose(): Promise<void>;

  complete(where: CodeInNotebook, offset: number): Promise<Completions>;
  hover(where: CodeInNotebook, offset: number): Promise<Hover | null>;
  signatures(where: CodeInNotebook, offset: number): Promise<Signatures | null>;
  /** What the compiler would object to. */
  problems(where: CodeInNotebook): Promise<readonly CellProblem[]>;
  /** Whether the code can run, or a person is still typing; `indent` is what the next line should start with. */
  completeness(code: string): Promise<Completeness>;
  variables(): Promise<readonly Variable[]>;
}
