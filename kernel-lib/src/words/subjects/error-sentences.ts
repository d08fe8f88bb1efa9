import type { InputProblemFacts, InputProblemKind } from "../../input-problems.js";
import type { Writer } from "../writer.js";

/** What an error says: one sentence that names what came and what is needed, and what to do. */
export type ToldError = readonly [sentence: string, hint: string];

/** A sentence and a hint for each kind of problem of a subject. */
export type ErrorSentencesOf<Problems extends object> = {
  readonly [Kind in keyof Problems]: (facts: Problems[Kind], write: Writer) => ToldError;
};

/** A sentence and a hint for each kind of problem. */
export type ErrorSentences = ErrorSentencesOf<Pick<InputProblemFacts, InputProblemKind>>;
