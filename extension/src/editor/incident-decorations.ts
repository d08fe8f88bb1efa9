import * as vscode from "vscode";
import type { LineIncident } from "../../shared/protocol/index.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { severityLevel } from "../../shared/words.js";
import { lineRuns } from "./line-runs.js";

type Level = "high" | "mid" | "low";

/** Marks in the gutter and on the overview ruler. Cleared when the text changes. */
export function incidentDecorations(context: vscode.ExtensionContext, panels: ResultsPanels): vscode.Disposable {
  const color = new vscode.ThemeColor("kpiAnomaly.severity");
  const style = (level: Level): vscode.TextEditorDecorationType =>
    vscode.window.createTextEditorDecorationType({
      gutterIconPath: vscode.Uri.joinPath(context.extensionUri, "media", `severity-${level}.svg`),
      gutterIconSize: "contain",
      overviewRulerColor: color,
      overviewRulerLane: vscode.OverviewRulerLane.Right,
      isWholeLine: true,
    });
  const styles: Readonly<Record<Level, vscode.TextEditorDecorationType>> = {
    high: style("high"),
    mid: style("mid"),
    low: style("low"),
  };
  const decorate = (editor: vscode.TextEditor): void => {
    const panel = panels.for(editor.document.uri);
    const enabled = vscode.workspace.getConfiguration("kpiAnomaly.editor", editor.document.uri).get("gutter", true);
    const incidents = panel?.current && enabled ? panel.incidents.filter((incident) => !incident.hushed) : [];
    for (const level of ["high", "mid", "low"] as const) {
      editor.setDecorations(
        styles[level],
        incidents
          .filter(({ severity }) => severityLevel(severity) === level)
          .flatMap((incident) => ranges(incident, editor.document)),
      );
    }
  };
  const all = (): void => vscode.window.visibleTextEditors.forEach(decorate);
  return vscode.Disposable.from(
    ...Object.values(styles),
    panels.onIncidents(all),
    vscode.window.onDidChangeVisibleTextEditors(all),
    vscode.workspace.onDidChangeConfiguration(all),
  );
}

/** Plain ranges: a text of its own for each (as a hover) would be parsed by VS Code at once for hundreds of incidents. */
function ranges(incident: LineIncident, document: vscode.TextDocument): vscode.Range[] {
  const there = lineRuns(incident.lines).filter(({ first, last }) => first >= 1 && last <= document.lineCount);
  return there.map(
    ({ first, last }) => new vscode.Range(first - 1, 0, last - 1, document.lineAt(last - 1).text.length),
  );
}
