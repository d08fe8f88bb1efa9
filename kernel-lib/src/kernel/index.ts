/** The door of the notebook engine, for programs that show notebooks. Named re-exports, nothing else. */

// Running cells
export { createProcessEngine, type EngineOptions } from "./process/process-engine.js";
export type {
  AskPerson,
  CellError,
  CellFrame,
  CellOutcome,
  CellOutput,
  CellPosition,
  CellProblem,
  CodeInNotebook,
  Completeness,
  Completion,
  Completions,
  Hover,
  MimeBundle,
  NotebookEngine,
  Signature,
  Signatures,
  Variable,
} from "./notebook-engine.js";

// In which language it speaks
export { languageOf, type Language } from "../words/language.js";
