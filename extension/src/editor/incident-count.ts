import type { ResultsPanel } from "../panel/results-panel.js";

/** Incidents of all KPIs of a file, without those a person marked as expected. */
export const incidentCount = ({ analysis }: ResultsPanel): number =>
  analysis.results?.kpis.reduce((sum, { incidents }) => sum + incidents, 0) ?? 0;
