import * as vscode from "vscode";
import type { KpiAnomalyApi } from "./api.js";
import { incidentLine, incidentWhen } from "./editor/incident-words.js";
import type { LineIncident } from "./protocol.js";

interface ToolInput {
  readonly file: string;
  readonly kpi?: string;
  readonly rank?: number;
  readonly limit?: number;
}

const fewest = 10;
const most = 50;

/** Read-only tools for agents: small answers, always with what was assumed. */
export function languageModelTools(api: KpiAnomalyApi): vscode.Disposable {
  const tool = (name: string, answer: (input: ToolInput, token: vscode.CancellationToken) => Promise<unknown>): vscode.Disposable =>
    vscode.lm.registerTool<ToolInput>(name, {
      invoke: async ({ input }, token) => {
        const text = await answer(input, token).then((value) => JSON.stringify(value), (error: unknown) => JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
      },
    });
  return vscode.Disposable.from(
    tool("kpi_anomaly_detect", async (input, token) => {
      const { results, incidents } = await api.detect({ uri: located(input.file) }, token);
      const wanted = incidents.filter((incident) => input.kpi === undefined || incident.kpi === input.kpi);
      const assumptions = results.assumptions.map(({ text }) => text);
      return { file: results.file.name, rows: results.file.records, kpis: results.kpis, incidents: wanted.slice(0, Math.min(most, input.limit ?? fewest)).map(told), total: wanted.length, assumptions };
    }),
    tool("kpi_anomaly_explain", async (input, token) => {
      const { results, incidents } = await api.detect({ uri: located(input.file) }, token);
      const incident = incidents.find((candidate) => candidate.rank === (input.rank ?? 1) && (input.kpi === undefined || candidate.kpi === input.kpi));
      if (!incident) return { error: `There is no incident ${input.rank ?? 1}; there are ${incidents.length}.` };
      const detectors = results.chosen.detectors.filter((detector) => detector.enabled).map(({ title, summary }) => ({ title, summary }));
      return { ...told(incident), sentence: incidentLine(incident), detectors, assumptions: results.assumptions.map(({ text }) => text) };
    }),
    tool("kpi_anomaly_compare", async (input, token) => {
      const { results } = await api.detect({ uri: located(input.file), config: input.kpi === undefined ? {} : { columns: { kpis: [input.kpi] } } }, token);
      const { kpi, detectors, points, incidents } = results.chosen;
      return { kpi, points, incidents: incidents.length, detectors: detectors.filter((detector) => detector.enabled).map(({ id, title, flagged }) => ({ id, title, flagged, incidents: incidents.filter((incident) => incident.detectors.includes(id)).length })), assumptions: results.assumptions.map(({ text }) => text) };
    }),
    tool("kpi_anomaly_inspect", async (input, token) => {
      const { results } = await api.detect({ uri: located(input.file) }, token);
      return { ...results.file, cadence: results.chosen.cadence, assumptions: results.assumptions };
    }),
  );
}

/** A path as an agent writes it: absolute, or from the workspace's folder. */
function located(file: string): vscode.Uri | string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return /^([a-z][\w+.-]+:|\/|[A-Z]:\\)/i.test(file) || !folder ? file : vscode.Uri.joinPath(folder, file);
}

const told = (incident: LineIncident): object => ({ rank: incident.rank, kpi: incident.kpi, series: incident.series, when: incidentWhen(incident), severity: incident.severity, actual: incident.actual, expected: Number.isFinite(incident.expected) ? incident.expected : null, reason: incident.reason, line: incident.line });
