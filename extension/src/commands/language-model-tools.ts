import * as vscode from "vscode";
import type { DetectRequest, KpiAnomalyApi } from "../api.js";
import { incidentLine, incidentWhen } from "../editor/incident-words.js";
import { fenced } from "./fenced.js";
import { workspaceFile } from "./workspace-file.js";
import type { LineIncident, Results } from "../../shared/protocol/index.js";

interface ToolInput {
  readonly file: string;
  readonly kpi?: string;
  readonly rank?: number;
  readonly limit?: number;
}

const fewest = 10;
const most = 50;

type Answer = (input: ToolInput, token: vscode.CancellationToken) => Promise<object>;

/** Read-only tools for agents: files of the open workspace, small answers, always with what was assumed. */
export function languageModelTools(api: KpiAnomalyApi): vscode.Disposable {
  return vscode.Disposable.from(
    registerTool("kpi_anomaly_detect", (input, token) => detect(api, input, token)),
    registerTool("kpi_anomaly_explain", (input, token) => explain(api, input, token)),
    registerTool("kpi_anomaly_compare", (input, token) => compare(api, input, token)),
    registerTool("kpi_anomaly_inspect", (input) => inspect(api, input)),
  );
}

function registerTool(name: string, answer: Answer): vscode.Disposable {
  return vscode.lm.registerTool<ToolInput>(name, {
    invoke: async ({ input }, token) => {
      const text = await answer(input, token).then(fenced, (error: unknown) =>
        fenced({ error: error instanceof Error ? error.message : String(error) }),
      );
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}

async function detect(api: KpiAnomalyApi, input: ToolInput, token: vscode.CancellationToken): Promise<object> {
  const { results, incidents } = await api.detect(await requestOf(input), token);
  return {
    file: results.file.name,
    rows: results.file.records,
    kpis: results.kpis.slice(0, most),
    incidents: incidents.slice(0, Math.min(most, input.limit ?? fewest)).map(told),
    total: incidents.length,
    assumptions: assumed(results),
  };
}

async function explain(api: KpiAnomalyApi, input: ToolInput, token: vscode.CancellationToken): Promise<object> {
  const { results, incidents } = await api.detect(await requestOf(input), token);
  const incident = incidents.find(({ rank }) => rank === (input.rank ?? 1));
  if (!incident) return { error: `There is no incident ${input.rank ?? 1}; there are ${incidents.length}.` };
  const pointing = results.chosen.detectors
    .filter(({ title }) => incident.detectors.includes(title))
    .map(({ title, summary }) => ({ title, summary }));
  return { ...told(incident), sentence: incidentLine(incident), detectors: pointing, assumptions: assumed(results) };
}

async function compare(api: KpiAnomalyApi, input: ToolInput, token: vscode.CancellationToken): Promise<object> {
  const { results, incidents, comparison } = await api.compare(await requestOf(input), token);
  const { kpi, points, verdict, detectors } = comparison;
  const each = detectors.map(({ id, title, flagged, uniqueCount }) => ({
    id,
    title,
    flagged,
    alone: uniqueCount,
    incidents: incidents.filter((incident) => incident.kpi === kpi && incident.detectors.includes(title)).length,
  }));
  return { kpi, points, verdict: verdict.text, detectors: each, assumptions: assumed(results) };
}

async function inspect(api: KpiAnomalyApi, input: ToolInput): Promise<object> {
  const { other, warnings, kpis, ...facts } = await api.inspect(await requestOf(input));
  return {
    ...facts,
    kpis: kpis.slice(0, most),
    otherColumns: other.slice(0, most),
    warnings: warnings.slice(0, most).map(({ message }) => message),
  };
}

const requestOf = async ({ file, kpi }: ToolInput): Promise<DetectRequest> => ({
  uri: await workspaceFile(file),
  ...(kpi === undefined ? {} : { config: { columns: { kpis: [kpi] } } }),
});

const assumed = ({ assumptions }: Results): string[] => assumptions.map(({ text }) => text);

const told = (incident: LineIncident): object => ({
  rank: incident.rank,
  kpi: incident.kpi,
  series: incident.series,
  when: incidentWhen(incident),
  severity: incident.severity,
  actual: incident.actual,
  expected: Number.isFinite(incident.expected) ? incident.expected : null,
  reason: incident.reason,
  line: incident.line,
});
