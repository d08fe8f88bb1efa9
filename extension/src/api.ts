import type { ComparisonWithWords, InspectionWithWords, Stability } from "kpi-anomaly";
import * as vscode from "vscode";
import { Analysis, type RunInput } from "./analysis/analysis.js";
import { asUri, fileName, readContent, readProblem } from "./analysis/file-source.js";
import type {
  ExportFormat,
  LineIncident,
  Problem,
  Results,
  TextExport,
  Tuning,
  WithFigures,
} from "../shared/protocol/index.js";
import type { ResultsPanels } from "./panel/results-panels.js";
import { runConfiguration } from "./configuration/run-configuration.js";
import { feedbackForRun } from "./analysis/feedback-file.js";
import type { WarmProcess } from "./analysis/warm-process.js";
import { WorkerClient, WorkerRefusal } from "./analysis/worker-client.js";

/** Most incidents that are handed out. */
const mostIncidents = 500;

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

/** How sure each anomaly and how steady each detector is, with the sentence that says so. */
export type StabilityFacts = Pick<Stability, "refits" | "series"> & {
  readonly text: string;
  /** The same, one sentence each. */
  readonly sentences: readonly string[];
};

/** What other extensions get from `extensions.getExtension("kpi-anomaly.kpi-anomaly-detector").activate()`. */
export interface KpiAnomalyApi {
  readonly version: 1;
  /** Analyses a file without showing anything. @throws Error with a sentence for the user */
  detect(request: DetectRequest, token?: vscode.CancellationToken): Promise<Findings>;
  /** Tells how a file is read, without analysing it. @throws Error with a sentence for the user */
  inspect(request: DetectRequest): Promise<InspectionWithWords>;
  /** Analyses a file and compares the detectors that vote, on its first KPI. @throws Error with a sentence for the user */
  compare(
    request: DetectRequest,
    token?: vscode.CancellationToken,
  ): Promise<Findings & { readonly comparison: ComparisonWithWords }>;
  /** Analyses a file and tells how sure each anomaly of its first KPI is, from repeated runs on all cores. @throws Error with a sentence for the user */
  stability(request: DetectRequest, token?: vscode.CancellationToken): Promise<StabilityFacts>;
  /** Analyses a file and gives one export as text. */
  exportText(request: DetectRequest, format: Exclude<ExportFormat, "png" | "svg">): Promise<string>;
  /** Decides again in the open panel of a file, from its stored scores; nothing is fitted. Without a panel nothing happens. */
  rethreshold(uri: vscode.Uri, tuning: Partial<Tuning>): Promise<void>;
  /** Milliseconds from the command to the first line and to all results on screen, and of the last new cut, for the panel of a file. */
  panelTimings(uri: vscode.Uri): Readonly<Partial<Record<"line" | "results" | "rethreshold", number>>> | undefined;
}

/**
 * Opens a worker of its own for one file, which ends when `use` is done.
 * @throws CancellationError as soon as `token` asks, in whatever step that is
 * @throws Error with a sentence for the user
 */
async function withWorker<Value>(
  threads: WarmProcess,
  request: DetectRequest,
  token: vscode.CancellationToken | undefined,
  use: (analysis: Analysis, input: RunInput) => Promise<Value>,
): Promise<Value> {
  const uri = asUri(request.uri);
  const analysis = new Analysis(
    (events) => new WorkerClient(() => threads.take(), events),
    () => undefined,
  );
  const cancelled = token?.onCancellationRequested(() => analysis.cancel());
  // A run that has not begun cannot be told to stop: each step asks before it begins.
  const stopIfCancelled = (): void => {
    if (token?.isCancellationRequested) throw new vscode.CancellationError();
  };
  try {
    stopIfCancelled();
    const { bytes, path } = await readContent(uri).catch((error: unknown) => {
      throw said(readProblem(uri, error));
    });
    const [config, verdicts] = await Promise.all([
      runConfiguration(uri, request.config ?? {}, {}),
      feedbackForRun(uri),
    ]);
    stopIfCancelled();
    const value = await use(analysis, { file: fileName(uri), bytes, path, config, verdicts });
    stopIfCancelled();
    return value;
  } catch (error) {
    stopIfCancelled();
    throw error instanceof WorkerRefusal ? said(error.problem) : error;
  } finally {
    cancelled?.dispose();
    analysis.close();
  }
}

const said = ({ message, hint }: Problem): Error => new Error(`${message} ${hint}`.trim());

/** Runs one analysis to its end. */
function analysed<Value>(
  threads: WarmProcess,
  request: DetectRequest,
  token: vscode.CancellationToken | undefined,
  use: (analysis: Analysis, results: Results) => Promise<Value>,
): Promise<Value> {
  return withWorker(threads, request, token, async (analysis, input) => {
    await analysis.start(input);
    const { state } = analysis;
    if (state.kind === "failed") throw said(state.problem);
    if (state.kind !== "ready") throw new vscode.CancellationError();
    return await use(analysis, state.results);
  });
}

const findings = async (analysis: Analysis, results: Results): Promise<Findings> => ({
  results,
  incidents: await analysis.worker.call("incidents", { limit: mostIncidents }),
});

/** The extension's door for code: no panel, nothing written. */
export function kpiAnomalyApi(threads: WarmProcess, panels: ResultsPanels): KpiAnomalyApi {
  return {
    version: 1,
    detect: (request, token) => analysed(threads, request, token, findings),
    inspect: (request) =>
      withWorker(threads, request, undefined, (analysis, { bytes, file, path, config }) =>
        analysis.worker.call("inspect", { bytes, file, path, config }),
      ),
    compare: (request, token) =>
      analysed(threads, request, token, async (analysis, results) => ({
        ...(await findings(analysis, results)),
        comparison: (await analysis.analyse("compare")) as ComparisonWithWords,
      })),
    stability: (request, token) =>
      analysed(
        threads,
        request,
        token,
        async (analysis) => ((await analysis.analyse("stability")) as WithFigures<StabilityFacts>).value,
      ),
    rethreshold: async (uri, tuning) => panels.for(uri)?.runs.rethreshold(tuning),
    panelTimings: (uri) => panels.for(uri)?.times.milliseconds,
    exportText: (request, format: TextExport) =>
      analysed(threads, request, undefined, (analysis) => analysis.worker.call("export", { format })),
  };
}
