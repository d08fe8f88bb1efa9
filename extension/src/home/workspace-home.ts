import * as vscode from "vscode";
import type { KpiAnomalyApi } from "../api.js";
import { tableName } from "../../shared/table-files.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number } from "../../shared/words.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { sinceText, summaryText } from "./file-summary.js";
import { HomeFiles, type Look } from "./home-files.js";

/** Files are looked at this often while the view shows: watchers miss network drives and remote folders. */
const glance = 4000;
/** Tables that are listed at most. */
const mostListed = 2000;

/** A file of the list, or the one line that asks whether so many are to be analysed. */
type Node = { readonly file: string } | { readonly many: number };

/** What others may ask of the view. */
export interface WorkspaceHome extends vscode.Disposable {
  /** Analyses every table, also of a workspace of so many that it asked first. */
  analyseAll(): Promise<void>;
}

/** The activity bar's first view: every table of the workspace with its course, its last value and what is new in it. */
export function workspaceHome(
  context: vscode.ExtensionContext,
  api: KpiAnomalyApi,
  panels: ResultsPanels,
): WorkspaceHome {
  const changed = new vscode.EventEmitter<void>();
  const files = homeFiles(context, api, changed);
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      node ? [] : files.waitsForAsking ? [{ many: files.all.length }] : files.all.map((file) => ({ file })),
    getTreeItem: (node) => ("many" in node ? askingItem(node.many) : fileItem(files, node.file)),
  };
  const view = vscode.window.createTreeView("kpiAnomaly.home", { treeDataProvider: provider });
  const refresh = (): void => {
    if (view.visible && vscode.workspace.isTrusted) void files.refresh();
  };
  const timer = setInterval(() => vscode.window.state.focused && refresh(), glance);
  const parts = vscode.Disposable.from(
    changed,
    view,
    view.onDidChangeVisibility(refresh),
    // Who sees a panel has looked, by whatever door it was opened.
    panels.onIncidents(() => {
      for (const panel of panels.all) if (panel.view.active) files.seen(panel.uri.toString());
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    vscode.commands.registerCommand("kpiAnomaly.openFromHome", async (file: string) => {
      await vscode.commands.executeCommand("kpiAnomaly.detect", vscode.Uri.parse(file));
      files.seen(file);
    }),
    new vscode.Disposable(() => clearInterval(timer)),
  );
  return { analyseAll: () => files.askAll(), dispose: () => void parts.dispose() };
}

const lookKey = (file: string): string => `kpiAnomaly.look ${file}`;

function homeFiles(
  context: vscode.ExtensionContext,
  api: KpiAnomalyApi,
  changed: vscode.EventEmitter<void>,
): HomeFiles {
  return new HomeFiles({
    find: async () => {
      const found = await vscode.workspace.findFiles("**/*", "**/{node_modules,.git}/**", mostListed * 10);
      return found
        .filter(({ path }) => tableName.test(path))
        .map((uri) => uri.toString())
        .sort()
        .slice(0, mostListed);
    },
    stamp: async (file) => {
      try {
        const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.parse(file));
        return `${mtime} ${size}`;
      } catch {
        return null;
      }
    },
    analyse: (file) => api.detect({ uri: vscode.Uri.parse(file) }),
    lookAt: (file) => context.workspaceState.get<Look>(lookKey(file)),
    keepLook: (file, look) => void context.workspaceState.update(lookKey(file), look),
    now: () => Date.now(),
    changed: () => changed.fire(),
  });
}

function askingItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(
    t(
      { en: "Analyse the {0} tables of this workspace", de: "Die {0} Tabellen dieses Arbeitsbereichs analysieren" },
      number(count),
    ),
  );
  item.iconPath = new vscode.ThemeIcon("play");
  item.command = { command: "kpiAnomaly.analyseWorkspace", title: "" };
  return item;
}

function fileItem(files: HomeFiles, file: string): vscode.TreeItem {
  const uri = vscode.Uri.parse(file);
  const item = new vscode.TreeItem(vscode.workspace.asRelativePath(uri));
  const state = files.stateOf(file);
  const news = files.newsOf(file);
  item.command = { command: "kpiAnomaly.openFromHome", title: "", arguments: [file] };
  item.iconPath = new vscode.ThemeIcon(
    news ? "circle-filled" : "graph-line",
    news ? new vscode.ThemeColor("kpiAnomaly.severity") : undefined,
  );
  if (state.kind === "running") item.description = t(terms.computing);
  if (state.kind === "failed") {
    item.description = t({ en: "not analysed", de: "nicht analysiert" });
    item.tooltip = state.message;
  }
  if (state.kind === "done") {
    const since = news ? sinceText(news.since, Date.now(), vscode.env.language) : "";
    item.description = summaryText(state.summary, news?.count ?? 0, since);
    item.tooltip = `${state.summary.kpi}: ${item.description}`;
  }
  return item;
}
