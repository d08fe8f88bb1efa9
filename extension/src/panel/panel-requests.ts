import * as vscode from "vscode";
import { openTable } from "../commands/open-table.js";
import { exportResults } from "./export-results.js";
import type { AnalysisAnswer, PageMessage } from "../../shared/protocol/index.js";
import type { Panel } from "./panel.js";
import { t } from "../../shared/translate.js";
import { configurationPlace } from "../configuration/configuration-file.js";
import { saveConfiguration } from "../configuration/run-configuration.js";
import { shownConfiguration } from "../../shared/shown-configuration.js";
import { storeFeedback, storedFeedback } from "../analysis/feedback-file.js";
import { WorkerRefusal } from "../analysis/worker-client.js";

type Request = Exclude<PageMessage, { type: "ready" }>;
type Answers = {
  readonly [Type in Request["type"]]: (message: Extract<Request, { type: Type }>) => void | Promise<void>;
};

/** What the page may ask for, one answer each. A refusal by the worker is either shown by the state or of no more interest. */
export class PanelRequests {
  private readonly answers: Answers;

  constructor(panel: Panel) {
    const { analysis } = panel;
    this.answers = {
      window: async ({ from, to, buckets }) =>
        panel.post({ type: "window", window: await analysis.worker.call("window", { from, to, buckets }) }),
      detail: async ({ point }) =>
        panel.post({ type: "detail", point, detail: await analysis.worker.call("detail", { point }) }),
      moment: async ({ place }) =>
        panel.post({ type: "moment", card: await analysis.worker.call("moment", { place }) }),
      analyse: async ({ name }) => {
        const answer = await analysis.analyse(name).then(
          (value): AnalysisAnswer => ({ ok: true, value }),
          (error: unknown): AnalysisAnswer => ({
            ok: false,
            problem:
              error instanceof WorkerRefusal ? error.problem : { code: "internal", message: String(error), hint: "" },
          }),
        );
        panel.post({ type: "analysis", name, answer });
      },
      choose: ({ index }) => analysis.choose(index),
      rethreshold: ({ tuning }) => panel.runs.rethreshold(tuning),
      configure: ({ changes }) => panel.runs.configure(changes),
      override: ({ overrides }) => panel.runs.override(overrides),
      run: () => panel.runs.start(),
      cancel: () => panel.runs.cancel(),
      reveal: ({ line, how }) => panel.reveal(line, how),
      revealPoint: async ({ point, how }) => panel.reveal(await analysis.worker.call("line", { point }), how),
      export: ({ format, image }) => exportResults(panel, format, image),
      verdict: async ({ point, change }) => {
        await storeFeedback(panel.uri, analysis.results, point, change);
        await analysis.judge(await storedFeedback(panel.uri));
      },
      saveConfiguration: async () => {
        if (analysis.results) await saveConfiguration(panel.uri, shownConfiguration(analysis.results));
      },
      openConfiguration: async () => {
        const place = await configurationPlace(panel.uri);
        if (place) await vscode.window.showTextDocument(place, { viewColumn: vscode.ViewColumn.One });
      },
      copy: async ({ text }) => {
        await vscode.env.clipboard.writeText(text);
        void vscode.window.setStatusBarMessage(t({ en: "Copied.", de: "Kopiert." }), 3000);
      },
      notebook: async () => void (await vscode.commands.executeCommand("kpiAnomaly.openAsNotebook", panel.uri)),
      openFile: ({ uri }) => openTable(uri),
      sample: async () => void (await vscode.commands.executeCommand("kpiAnomaly.openSample")),
      drawn: ({ what, milliseconds }) => panel.drawn(what, milliseconds),
      fault: ({ message }) => void vscode.window.showErrorMessage(message),
    };
  }

  handle(message: Request): void {
    const answer = this.answers[message.type] as (message: Request) => void | Promise<void>;
    void Promise.resolve(answer(message)).catch((error: unknown) => {
      if (error instanceof WorkerRefusal && error.problem.code === "internal") return;
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    });
  }
}
