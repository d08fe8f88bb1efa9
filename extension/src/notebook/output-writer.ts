import type { CellOutput } from "kpi-anomaly/kernel";
import * as vscode from "vscode";
import { t } from "../../shared/translate.js";
import { bundleItems, bundleOutput, streamItem } from "./notebook-output.js";

/** How long printed text is gathered before it is shown, in milliseconds. */
const gathering = 40;

/** Most characters of text one cell may print; more would only slow the editor down. */
const mostText = 2_000_000;

type Stream = Extract<CellOutput, { type: "stream" }>;

/** Shows the outputs of one running cell, in order: text in larger pieces, updates in place. */
export class OutputWriter {
  readonly #execution: vscode.NotebookCellExecution;
  readonly #count: number;
  readonly #displays = new Map<string, vscode.NotebookCellOutput>();
  #done: Promise<unknown> = Promise.resolve();
  #stream: { readonly name: Stream["name"]; readonly output: vscode.NotebookCellOutput } | undefined;
  #pending: Stream | undefined;
  #timer: NodeJS.Timeout | undefined;
  #printed = 0;

  constructor(execution: vscode.NotebookCellExecution, count: number) {
    this.#execution = execution;
    this.#count = count;
  }

  show(output: CellOutput): void {
    if (output.type === "stream") {
      this.#print(output);
      return;
    }
    this.#flush();
    this.#stream = undefined;
    if (output.type === "update") {
      const shown = this.#displays.get(output.displayId);
      if (shown !== undefined) this.#then(() => this.#execution.replaceOutputItems(bundleItems(output.data), shown));
      return;
    }
    if (output.type === "clear") {
      this.#then(() => this.#execution.clearOutput());
      return;
    }
    const made = bundleOutput(output.data, output.type === "result" ? this.#count : undefined);
    if (output.type === "display" && output.displayId !== undefined) this.#displays.set(output.displayId, made);
    this.append(made);
  }

  append(output: vscode.NotebookCellOutput): void {
    this.#flush();
    this.#then(() => this.#execution.appendOutput(output));
  }

  /** Resolves when all that was shown has arrived. */
  async finish(): Promise<void> {
    this.#flush();
    await this.#done;
  }

  #print(stream: Stream): void {
    if (this.#printed > mostText) return;
    this.#printed += stream.text.length;
    const last =
      this.#printed > mostText
        ? `\n${t({ en: "… more text was printed than can be shown.", de: "… es wurde mehr Text ausgegeben, als gezeigt werden kann." })}\n`
        : "";
    if (this.#pending !== undefined && this.#pending.name !== stream.name) this.#flush();
    this.#pending = { ...stream, text: (this.#pending?.text ?? "") + stream.text + last };
    this.#timer ??= setTimeout(() => this.#flush(), gathering);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending === undefined) return;
    const item = streamItem(pending);
    if (this.#stream?.name === pending.name) {
      const { output } = this.#stream;
      this.#then(() => this.#execution.appendOutputItems(item, output));
    } else {
      const output = new vscode.NotebookCellOutput([item]);
      this.#stream = { name: pending.name, output };
      this.#then(() => this.#execution.appendOutput(output));
    }
  }

  #then(act: () => Thenable<void>): void {
    // A cell that was deleted while it ran takes no more output.
    this.#done = this.#done.then(act).then(undefined, () => {});
  }
}
