import { join } from "node:path";
import * as vscode from "vscode";
import { displayLanguage } from "../../shared/translate.js";
import { isTableFile } from "../commands/table-file.js";
import { AnalysisProcess } from "./analysis-process.js";

/** Rows after which code that reads them has been compiled: reading 10,000 takes two thirds of the processor time then. */
const warmingRows = 2000;

/** Days with a number each. */
function smallTable(): Uint8Array {
  const day = 86_400_000;
  const rows = Array.from(
    { length: warmingRows },
    (_, row) => `${new Date(row * day).toISOString().slice(0, 10)},${(row % 97) / 10}`,
  );
  return new TextEncoder().encode(`date,value\n${rows.join("\n")}\n`);
}

/**
 * Processes for analyses. While a CSV is on screen one waits ready, its code loaded and run once over a small table, so that
 * the first chart waits for neither; it does nothing more, and is gone once no CSV is on screen.
 */
export class WarmProcess implements vscode.Disposable {
  private spare: AnalysisProcess | null = null;
  private readonly script: string;
  private readonly watching: vscode.Disposable;

  constructor({ extensionUri }: vscode.ExtensionContext) {
    this.script = join(extensionUri.fsPath, "dist", "analysis-process.cjs");
    this.watching = vscode.window.onDidChangeVisibleTextEditors(() => this.look());
    this.look();
  }

  /** A thread to use and to end; the one that waited, or a new one. */
  take(): AnalysisProcess {
    const worker = this.spare ?? this.newWorker();
    worker.removeAllListeners();
    this.spare = null;
    return worker;
  }

  dispose(): void {
    this.watching.dispose();
    this.end();
  }

  private look(): void {
    if (!vscode.window.visibleTextEditors.some(({ document }) => isTableFile(document))) this.end();
    else if (!this.spare) this.spare = this.started();
  }

  private started(): AnalysisProcess {
    const worker = this.newWorker();
    const gone = (): void => {
      if (this.spare === worker) this.spare = null;
    };
    worker.on("error", gone);
    worker.on("exit", gone);
    worker.postMessage({ id: 0, call: "inspect", input: { file: "small.csv", bytes: smallTable(), config: {} } });
    return worker;
  }

  private newWorker(): AnalysisProcess {
    return new AnalysisProcess(this.script, { language: displayLanguage() });
  }

  private end(): void {
    this.spare?.terminate();
    this.spare = null;
  }
}
