import * as vscode from "vscode";
import { openDocument } from "../analysis/file-source.js";

/** Where VS Code cannot watch (network drives, remote folders, a missing native module), the file is looked at this often while its panel shows. */
const glance = 2000;
/** A save of what was analysed is told a moment after it is on disk. */
const saveDelay = 500;

/** Size and time of change; null when there is no such file. */
type Look = string | null;

async function lookAt(uri: vscode.Uri): Promise<Look> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch {
    return null;
  }
}

/**
 * Tells when a file on disk is another one than when it was last noted, or gone. VS Code's watcher is heard, but not relied on:
 * a look is also taken when the window or the panel comes to the front, and now and then while the panel shows.
 */
export class FileWatch implements vscode.Disposable {
  private noted: Look | undefined;
  private readonly parts: vscode.Disposable;

  constructor(
    private readonly uri: vscode.Uri,
    view: vscode.WebviewPanel,
    private readonly changed: () => void,
  ) {
    const look = (): void => void this.look();
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, ".."), escaped(uri)),
    );
    const timer = setInterval(() => view.visible && vscode.window.state.focused && look(), glance);
    this.parts = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(look),
      watcher.onDidChange(look),
      watcher.onDidDelete(look),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && look()),
      view.onDidChangeViewState(() => view.visible && look()),
      new vscode.Disposable(() => clearInterval(timer)),
    );
  }

  /** Takes the file as it is now for the one that is known. */
  async note(): Promise<void> {
    this.noted = await lookAt(this.uri);
  }

  dispose(): void {
    this.parts.dispose();
  }

  private async look(): Promise<void> {
    if (this.noted === undefined || !(await this.differs())) return;
    await new Promise((resolve) => setTimeout(resolve, saveDelay));
    // An editor with changes of its own is what is analysed, not the disk.
    if ((await this.differs()) && !openDocument(this.uri)?.isDirty) this.changed();
  }

  private async differs(): Promise<boolean> {
    return (await lookAt(this.uri)) !== this.noted;
  }
}

/** The file's name as a pattern that matches nothing else. */
const escaped = (uri: vscode.Uri): string =>
  uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/[*?[\]{}]/g, "[$&]");
