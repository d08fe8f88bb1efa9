import type { Results, Tuning } from "../../shared/protocol/index.js";

/** What a form that changes an assumption is given. */
export interface EditorProps {
  readonly results: Results;
  /** The assumption it was opened at, by its id. */
  readonly about: string;
  /** Changes options by path, such as `columns.date`, and starts a new run. */
  readonly fit: (changes: Readonly<Record<string, unknown>>) => void;
  /** Decides again from the stored scores. */
  readonly cut: (tuning: Partial<Tuning>) => void;
  readonly leave: () => void;
}
