import * as vscode from "vscode";
import type { ResultsPanels } from "../panel/results-panels.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { incidentLine } from "./incident-words.js";

const mostProblems = 100;

/** An entry in the Problems view for each incident, when a person wants that (`kpiAnomaly.editor.problems`); then F8 walks them. */
export function incidentProblems(panels: ResultsPanels): vscode.Disposable {
  const problems = vscode.languages.createDiagnosticCollection("kpi-anomaly");
  const refresh = (): void => {
    problems.clear();
    for (const panel of panels.all) {
      if (!vscode.workspace.getConfiguration("kpiAnomaly.editor", panel.uri).get("problems", false)) continue;
      const shown = panel.incidents.filter((incident) => !incident.hushed).slice(0, mostProblems);
      problems.set(
        panel.uri,
        shown.map((incident) => {
          const level =
            incident.severity >= 50 ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
          const problem = new vscode.Diagnostic(
            new vscode.Range(incident.line - 1, 0, incident.line - 1, 1000),
            incidentLine(incident),
            level,
          );
          problem.source = t(terms.kpiAnomalies);
          problem.code = incident.rank;
          return problem;
        }),
      );
    }
  };
  return vscode.Disposable.from(
    problems,
    panels.onIncidents(refresh),
    vscode.workspace.onDidChangeConfiguration(refresh),
  );
}
