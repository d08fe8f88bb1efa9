import * as vscode from "vscode";
import { fileName } from "../analysis/file-source.js";
import type { LineIncident } from "../../shared/protocol/index.js";
import type { ResultsPanel } from "../panel/results-panel.js";
import type { ResultsPanels } from "../panel/results-panels.js";
import { countText } from "./incident-count.js";
import { incidentLine, incidentWhen } from "./incident-words.js";

type Node = { readonly panel: ResultsPanel } | { readonly panel: ResultsPanel; readonly incident: LineIncident };

/** The incidents of every analysed file in the side bar, worst first. */
export function incidentTree(panels: ResultsPanels): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      !node
        ? panels.all.map((panel) => ({ panel }))
        : "incident" in node
          ? []
          : news(node.panel).map((incident) => ({ panel: node.panel, incident })),
    getTreeItem: (node) => ("incident" in node ? incidentItem(node.panel, node.incident) : fileItem(node.panel)),
  };
  return vscode.Disposable.from(
    changed,
    vscode.window.registerTreeDataProvider("kpiAnomaly.incidents", provider),
    panels.onIncidents(() => changed.fire()),
  );
}

/** What a person marked as expected is no news. */
const news = ({ incidents }: ResultsPanel): readonly LineIncident[] => incidents.filter(({ hushed }) => !hushed);

function fileItem(panel: ResultsPanel): vscode.TreeItem {
  const item = new vscode.TreeItem(fileName(panel.uri), vscode.TreeItemCollapsibleState.Expanded);
  item.description = countText(panel);
  item.command = { command: "kpiAnomaly.showPanel", title: "", arguments: [panel.uri] };
  item.iconPath = new vscode.ThemeIcon("graph-line");
  return item;
}

function incidentItem(panel: ResultsPanel, incident: LineIncident): vscode.TreeItem {
  const item = new vscode.TreeItem(incidentWhen(incident));
  item.description = incidentLine(incident);
  item.tooltip = incidentLine(incident);
  item.iconPath = new vscode.ThemeIcon(
    incident.severity >= 75 ? "circle-large-filled" : incident.severity >= 50 ? "circle-filled" : "circle-outline",
    new vscode.ThemeColor("kpiAnomaly.severity"),
  );
  item.command = {
    command: "kpiAnomaly.showIncident",
    title: "",
    arguments: [panel.uri, incident.index, incident.point, incident.line],
  };
  return item;
}
