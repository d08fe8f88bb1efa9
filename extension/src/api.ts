import * as vscode from "vscode";
import { Analysis } from "./analysis.js";
import { fileName, readContent } from "./file-source.js";
import type { ExportFormat, LineIncident, Results, TextExport, Tuning } from "./protocol.js";
import type { ResultsPanels } from "./results-panels.js";
import { runConfiguration } from "./run-configuration.js";
import { storedVerdicts } from "./sidecar.js";
import type { WarmThread } from "./warm-thread.js";
import { WorkerClient } from "./worker-client.js";

/** What a request names: a file, and configuration laid over settings and configuration file. */
export interface DetectRequest {
  readonly uri: vscode.Uri | string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** What was found, without a panel. */
export interface Findings {
  readonly results: Results;
  /** Incidents of all KPIs, worst first, at most 500. */
  readonly incidents: readonly LineIncident[];
}

/** What other extensions get from `extensions.getExtension("kpi-anomaly.kpi-anomaly-detector").activate()`. */
export interface KpiAnomalyApi {
  readonly version: 1;
  /** Analyses a file without showing anything. @throws Error with a sentence for the user */
  detect(request: DetectRequest, token?: vscode.CancellationToken): Promise<Findings>;
  /** Analyses a file and gives one export as text. */
  exportText(request: DetectRequest, format: Exclude<ExportFormat, "png" | "svg">): Promise<string>;
  /** Decides again in the open panel of a file, from its stored scores; nothing is fitted. Without a panel nothing happens. */
  recut(uri: vscode.Uri, tuning: Partial<Tuning>): Promise<void>;
  /** Milliseconds from the command to the first line and to all results on screen, and of the last new cut, for the panel of a file. */
  panelTimings(uri: vscode.Uri): Readonly<Partial<Record<"line" | "results" | "recut", number>>> | undefined;
}

const asUri = (uri: vscode.Uri | string): vscode.Uri => (typeof uri === "string" ? (/^[a-z][\w+.-]+:/i.test(uri) ? vscode.Uri.parse(uri) : vscode.Uri.file(uri)) : uri);

/** Runs one analysis in a worker of its own, which ends when `use` is done. */
async function analysed<Value>(threads: WarmThread, request: DetectRequest, token: vscode.CancellationToken | undefined, use: (analysis: Analysis, results: Results) => Promise<Value>): Promise<Value> {
  const uri = asUri(request.uri);
  const analysis = new Analysis((events) => new WorkerClient(() => threads.take(), events), () => undefined);
  const cancelled = token?.onCancellationRequested(() => analysis.cancel());
  try {
    const { bytes } = await readContent(uri);
    const [config, verdicts] = await Promise.all([runConfiguration(uri, request.config ?? {}, {}), storedVerdicts(uri)]);
    await analysis.start({ file: fileName(uri), bytes, config, verdicts });
    const { state } = analysis;
    if (state.kind === "failed") throw new Error(`${state.problem.message} ${state.problem.hint}`.trim());
    if (state.kind !== "ready") throw new vscode.CancellationError();
    return await use(analysis, state.results);
  } finally {
    cancelled?.dispose();
    analysis.close();
  }
}

/** The extension's door for code: no panel, nothing written. */
export function kpiAnomalyApi(threads: WarmThread, panels: ResultsPanels): KpiAnomalyApi {
  return {
    version: 1,
    detect: (request, token) => analysed(threads, request, token, async (analysis, results) => ({ results, incidents: await analysis.worker.call("incidents", { limit: 500 }) })),
    recut: async (uri, tuning) => panels.for(uri)?.recut(tuning),
    panelTimings: (uri) => panels.for(uri)?.timings,
    exportText: (request, format: TextExport) => analysed(threads, request, undefined, (analysis) => analysis.worker.call("export", { format })),
  };
}
