/** The door of the notebook engine, for programs that show notebooks. Named re-exports, nothing else. */

// Running cells
export { createProcessEngine, type EngineOptions } from "./process-engine.js";
export type {
  CellError,
  CellFrame,
  CellOutcome,
  CellOutput,
  CellPosition,
  CellProblem,
  CodeInNotebook,
  Completion,
  Completions,
  Hover,
  MimeBundle,
  NotebookEngine,
  Signature,
  Signatures,
  Variable,
} from "./notebook-engine.js";
