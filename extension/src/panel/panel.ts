import type * as vscode from "vscode";
import type { HostMessage, RevealHow, Tuning } from "../../shared/protocol/index.js";
import type { Analysis } from "../analysis/analysis.js";

/** A results panel as those see it who answer its page. */
export interface Panel {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
  run(): Promise<void>;
  /** Stops the run, also one whose file is still being read. */
  cancel(): void;
  configure(changes: Readonly<Record<string, unknown>>): Promise<void>;
  /** Takes exactly these changes made in the panel, and no others. */
  override(overrides: Readonly<Record<string, unknown>>): Promise<void>;
  rethreshold(tuning: Partial<Tuning>): Promise<void>;
  drawn(what: "line" | "results" | "rethreshold", milliseconds: number): void;
  post(message: HostMessage): void;
  reveal(line: number, how: RevealHow): Promise<void>;
}
