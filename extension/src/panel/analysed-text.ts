import type * as vscode from "vscode";
import { openDocument } from "../analysis/file-source.js";
import { FileWatch } from "./watch-file.js";

/** The text that was analysed, beside what the editor and the disk hold now. */
export class AnalysedText implements vscode.Disposable {
  private readonly watch: FileWatch | null;
  private version: number | null = null;
  private changedOnDisk = false;

  /** `changed` is told when the file on disk changed or went away, also while it is being analysed. */
  constructor(
    private readonly uri: vscode.Uri,
    view: vscode.WebviewPanel,
    changed: () => void,
  ) {
    const onDisk = (): void => {
      this.changedOnDisk = true;
      changed();
    };
    this.watch = uri.scheme === "untitled" ? null : new FileWatch(uri, view, onDisk);
  }

  /** Takes the file on disk, as it is now, for what is analysed. */
  async note(): Promise<void> {
    await this.watch?.note();
  }

  /** This version of the editor's text was read to be analysed; null: the file on disk. */
  read(version: number | null): void {
    this.version = version;
    this.changedOnDisk = false;
  }

  /** Whether the document still holds what was analysed. */
  isIn(document: vscode.TextDocument): boolean {
    return document.version === this.version;
  }

  /** Whether what the editor holds is still what was analysed. */
  get inEditor(): boolean {
    const document = openDocument(this.uri);
    return !document || this.version === null || this.isIn(document);
  }

  /** Whether what was analysed is still both in the editor and on disk. */
  get current(): boolean {
    return this.inEditor && !this.changedOnDisk;
  }

  dispose(): void {
    this.watch?.dispose();
  }
}
