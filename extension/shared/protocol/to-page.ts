import type { FileRows } from "./facts.js";
import type { WindowChange } from "./window-change.js";
import type { PageState, Progress, SettingsFacts } from "./page-state.js";
import type { SeriesWindow } from "./series-window.js";
import type { LineAnswer } from "./worker.js";
import type { AnalysisAnswer, AnalysisName, IncidentDetail, MomentCard } from "./views.js";

/** A line of the file, and the answers of its KPIs. */
export interface WhyLine {
  readonly line: number;
  readonly answers: readonly LineAnswer[];
}

export type HostMessage =
  | {
      readonly type: "boot";
      readonly locale: string;
      readonly uri: string;
    }
  /** With a `change`, the chosen series' `whole` is left out: it is the one sent before with that change. */
  | { readonly type: "state"; readonly state: PageState; readonly change: WindowChange | null }
  /** What the run is set to besides what the page can see in its results. */
  | { readonly type: "settings"; readonly settings: SettingsFacts }
  /** A sentence for the person, said once. */
  | { readonly type: "told"; readonly text: string }
  /** A person asked why a line of the file is flagged or not. */
  | { readonly type: "why"; readonly why: WhyLine }
  | { readonly type: "window"; readonly window: SeriesWindow }
  | { readonly type: "detail"; readonly point: number; readonly detail: IncidentDetail }
  | { readonly type: "moment"; readonly card: MomentCard | null }
  | { readonly type: "analysis"; readonly name: AnalysisName; readonly answer: AnalysisAnswer }
  | { readonly type: "progress"; readonly progress: Progress }
  /** `go`: a person asked for the row itself, so its view comes to the front. */
  | { readonly type: "rows"; readonly rows: FileRows; readonly go: boolean }
  | { readonly type: "select"; readonly point: number }
  | { readonly type: "step"; readonly by: 1 | -1 }
  | { readonly type: "image"; readonly format: "png" | "svg" };
