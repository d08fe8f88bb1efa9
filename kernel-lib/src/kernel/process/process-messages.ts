import type {
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

/** What the engine asks of the notebook's process, by name: what goes in and what comes out. */
export interface Requests {
  execute: { readonly in: { readonly code: string; readonly count: number }; readonly out: CellOutcome };
  complete: { readonly in: { readonly where: CodeInNotebook; readonly offset: number }; readonly out: Completions };
  hover: { readonly in: { readonly where: CodeInNotebook; readonly offset: number }; readonly out: Hover | null };
  signatures: {
    readonly in: { readonly where: CodeInNotebook; readonly offset: number };
    readonly out: Signatures | null;
  };
  problems: { readonly in: { readonly where: CodeInNotebook }; readonly out: readonly CellProblem[] };
  completeness: {
    readonly in: { readonly code: string };
    readonly out: Completeness;
  };
  variables: { readonly in: Record<string, never>; readonly out: readonly Variable[] };
}

export type RequestName = keyof Requests;

/** To the process, one line of JSON each on its file descriptor 3. */
export type ToProcess =
  | {
      [Name in RequestName]: {
        readonly type: "request";
        readonly id: number;
        readonly name: Name;
        readonly content: Requests[Name]["in"];
      };
    }[RequestName]
  | { readonly type: "interrupt" }
  /** What a person answered; null where nobody can be asked. */
  | { readonly type: "answer"; readonly id: number; readonly text: string | null };

/** From the process, one line of JSON each on its file descriptor 4. */
export type FromProcess =
  | { readonly type: "ready" }
  /** The process ends by itself, as soon as nothing more can come in. */
  | { readonly type: "leaving" }
  | { readonly type: "output"; readonly output: CellOutput }
  /** A cell asks the person at the notebook. */
  | { readonly type: "ask"; readonly id: number; readonly prompt: string; readonly password: boolean }
  | { readonly type: "reply"; readonly id: number; readonly content: unknown }
  /** The process met a fault of ours while it answered. */
  | { readonly type: "fault"; readonly id: number; readonly message: string };

/** Descriptor the process reads from. */
export const inward = 3;
/** Descriptor the process writes to. */
export const outward = 4;

/** Environment variable with the language that the kernel speaks: `en` or `de`. */
export const languageVariable = "KPI_ANOMALY_LANGUAGE";

/** Environment variable that names the folder of the library for notebooks that have none near them. */
export const libraryVariable: string = "KPI_ANOMALY_LIBRARY";
