import type { ResultsPanel } from "../results-panel.js";

/** Incidents of all KPIs of a file, without those a person marked as expected; those of the editor may be capped. */
export function incidentCount({ analysis, incidents }: ResultsPanel): number {
  const all = analysis.results?.kpis.reduce((sum, kpi) => sum + kpi.incidents, 0) ?? 0;
  return all - incidents.filter((incident) => incident.hushed).length;
}
