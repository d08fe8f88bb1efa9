import type { Tuning } from "./facts.js";
import type { FeedbackChange } from "./incident-facts.js";
import type { AnalysisName } from "./views.js";

export type ExportFormat =
  | "anomaliesCsv"
  | "annotatedCsv"
  | "html"
  | "png"
  | "svg"
  | "markdown"
  | "json"
  | "typescript";

/** `follow`: only in an editor that shows anyway; `show`: open one if need be; `go`: and move the focus there. */
export type RevealHow = "follow" | "show" | "go";

export type PageMessage =
  | { readonly type: "ready" }
  | { readonly type: "window"; readonly from: number; readonly to: number; readonly buckets: number }
  | { readonly type: "detail"; readonly point: number }
  | { readonly type: "moment"; readonly place: number }
  | { readonly type: "analyse"; readonly name: AnalysisName }
  | { readonly type: "choose"; readonly index: number }
  | { readonly type: "rethreshold"; readonly tuning: Partial<Tuning> }
  /** Options by path, such as `columns.date`; a new run follows. */
  | { readonly type: "configure"; readonly changes: Readonly<Record<string, unknown>> }
  /** The changes made in the panel are to be exactly these, by path; none takes all of them back. A new run follows. */
  | { readonly type: "override"; readonly overrides: Readonly<Record<string, unknown>> }
  | { readonly type: "run" }
  | { readonly type: "cancel" }
  | { readonly type: "reveal"; readonly line: number; readonly how: RevealHow }
  | { readonly type: "revealPoint"; readonly point: number; readonly how: RevealHow }
  | { readonly type: "export"; readonly format: ExportFormat; readonly image: string }
  /** What is changed of a verdict; the rest is kept. */
  | { readonly type: "verdict"; readonly point: number; readonly change: FeedbackChange }
  | { readonly type: "saveConfiguration" }
  | { readonly type: "openConfiguration" }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "notebook" }
  | { readonly type: "openFile"; readonly uri: string }
  | { readonly type: "sample" }
  | { readonly type: "drawn"; readonly what: "line" | "results" | "rethreshold"; readonly milliseconds: number }
  | { readonly type: "fault"; readonly message: string };
