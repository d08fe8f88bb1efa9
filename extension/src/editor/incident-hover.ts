import * as vscode from "vscode";
import type { LineIncident } from "../../shared/protocol/index.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { t } from "../../shared/translate.js";
import { atLine, incidentValue, incidentWhen } from "./incident-words.js";

/** Over a marked line: actual, expected and reason of its incidents. Made when somebody looks. */
export function incidentHover(panels: ResultsPanels): vscode.Disposable {
  return vscode.languages.registerHoverProvider("*", {
    provideHover: (document, { line }) => {
      const panel = panels.for(document.uri);
      if (!panel?.current || !vscode.workspace.getConfiguration("kpiAnomaly.editor", document.uri).get("gutter", true))
        return undefined;
      const here = panel.incidents.filter((incident) => !incident.hushed && incident.lines.includes(line + 1));
      return here.length
        ? new vscode.Hover(
            here.map((incident) => hoverText(incident, line + 1)),
            document.lineAt(line).range,
          )
        : undefined;
    },
  });
}

/** The numbers of the line itself, then what it is part of. */
function hoverText(incident: LineIncident, line: number): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown("**");
  text.appendText(incidentWhen(incident));
  text.appendMarkdown(`** ${t({ en: "severity {0}", de: "Schwere {0}" }, incident.severity)}  \n`);
  text.appendText(incidentValue(atLine(incident, line)));
  text.appendMarkdown("  \n");
  text.appendText(incident.reason);
  return text;
}
