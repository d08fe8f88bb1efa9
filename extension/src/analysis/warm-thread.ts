import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import { displayLanguage, knownTranslations } from "../../shared/translate.js";
import { isTableFile } from "../commands/table-file.js";

/**
 * Threads for analyses. While a CSV is on screen one waits ready, its code loaded, so that the first chart does not; it
 * does nothing, and is gone once no CSV is on screen.
 */
export class WarmThread implements vscode.Disposable {
  private spare: Worker | null = null;
  private readonly script: string;
  private readonly watching: vscode.Disposable;

  constructor({ extensionUri }: vscode.ExtensionContext) {
    this.script = join(extensionUri.fsPath, "dist", "worker.cjs");
    this.watching = vscode.window.onDidChangeVisibleTextEditors(() => this.look());
    this.look();
  }

  /** A thread to use and to end; the one that waited, or a new one. */
  take(): Worker {
    const worker = this.spare ?? this.newWorker();
    // Named one by one: Node has listeners of its own on a worker.
    for (const event of ["error", "exit"]) worker.removeAllListeners(event);
    worker.ref();
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

  private started(): Worker {
    const worker = this.newWorker();
    const gone = (): void => {
      if (this.spare === worker) this.spare = null;
    };
    worker.on("error", gone);
    worker.on("exit", gone);
    worker.unref();
    return worker;
  }

  private newWorker(): Worker {
    return new Worker(this.script, { workerData: { translations: knownTranslations(), language: displayLanguage() } });
  }

  private end(): void {
    void this.spare?.terminate();
    this.spare = null;
  }
}
