import type * as vscode from "vscode";
import type { HostMessage, RevealHow } from "../../shared/protocol/index.js";
import type { Analysis } from "../analysis/analysis.js";
import type { Drawn } from "./drawn-times.js";
import type { PanelRuns } from "./panel-runs.js";

/** A results panel as those see it who answer its page. */
export interface Panel {
  readonly uri: vscode.Uri;
  readonly analysis: Analysis;
  readonly runs: PanelRuns;
  drawn(what: Drawn, byPage: number): void;
  post(message: HostMessage): void;
  reveal(line: number, how: RevealHow): Promise<void>;
}
