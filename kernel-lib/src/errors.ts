import {
  inputErrorCodes,
  type InputErrorCode,
  type InputProblemFacts,
  type InputProblemKind,
} from "./input-problems.js";
import type { ToldError } from "./words/subjects/error-sentences.js";
import { grammar } from "./words/en/grammar.js";
import { errors } from "./words/sentences/errors/index.js";
import { createWriter } from "./words/writer.js";

export type { InputErrorCode, InputProblemFacts, InputProblemKind } from "./input-problems.js";

/** How an error is printed by `kpi-anomaly … --json`, sent to the results panel and between threads. */
export interface InputErrorJson {
  readonly code: InputErrorCode;
  readonly message: string;
  readonly hint: string;
  /** The finer kind of problem and its facts; without them where the sentence came from outside of the library. */
  readonly kind?: InputProblemKind;
  readonly facts?: InputProblemFacts[InputProblemKind];
  readonly line?: number;
}

/** A kind of problem and its facts, as `new InputError` takes them. */
export type InputProblem = {
  [Kind in InputProblemKind]: [kind: Kind, facts: InputProblemFacts[Kind], line?: number];
}[InputProblemKind];

const writer = createWriter(grammar);

/**
 * Something the user can put right: the only error that leaves the library on purpose.
 * Anything else that is thrown is a bug of ours.
 *
 * It carries what is wrong as facts. `message` is the English sentence, one that names what came and what is needed; `hint`
 * says what to do. `errorText` says both in another language.
 *
 * @example
 * try {
 *   readTable(new Uint8Array());
 * } catch (error) {
 *   if (error instanceof InputError) console.log(error.code, error.message, error.hint); // "empty_file", …
 * }
 */
export class InputError extends Error {
  readonly code: InputErrorCode;
  readonly hint: string;
  /** The finer kind of problem, and its facts; undefined where the sentence came from outside of the library. */
  readonly kind: InputProblemKind | undefined;
  readonly facts: InputProblemFacts[InputProblemKind] | undefined;
  /** Line of the data file, from 1, that is at fault, where it is one. */
  readonly line: number | undefined;

  /** A problem of the register: what is known of it, without words. */
  constructor(...problem: InputProblem);
  /** A problem in words of one's own, for readers and detectors of one's own; it is said in that language only. */
  constructor(code: InputErrorCode, message: string, hint: string, line?: number);
  constructor(
    what: InputProblemKind | InputErrorCode,
    said: string | InputProblemFacts[InputProblemKind],
    hint?: string | number,
    line?: number,
  ) {
    const own = typeof said === "string";
    const [sentence, advice] = own ? [said, String(hint ?? "")] : sentenceOf(what as InputProblemKind, said);
    super(sentence);
    this.name = "InputError";
    this.code = own ? (what as InputErrorCode) : inputErrorCodes[what as InputProblemKind];
    this.hint = advice;
    this.kind = own ? undefined : (what as InputProblemKind);
    this.facts = own ? undefined : said;
    this.line = typeof hint === "number" ? hint : line;
  }

  /** The error again from what `toJSON` made of it. */
  static from({ code, message, hint, kind, facts, line }: InputErrorJson): InputError {
    return kind !== undefined && facts !== undefined
      ? new InputError(...([kind, facts, line] as InputProblem))
      : new InputError(code, message, hint, line);
  }

  /** The shape printed by `kpi-anomaly … --json` and sent to the results panel. */
  toJSON(): InputErrorJson {
    const { code, message, hint, kind, facts, line } = this;
    return {
      code,
      message,
      hint,
      ...(kind !== undefined && facts !== undefined ? { kind, facts } : {}),
      ...(line === undefined ? {} : { line }),
    };
  }
}

function sentenceOf<Kind extends InputProblemKind>(kind: Kind, facts: InputProblemFacts[Kind]): ToldError {
  return errors[kind].en(facts, writer);
}
