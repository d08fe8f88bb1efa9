import type { Report } from "kpi-anomaly";

/** One step of the axis: what a single point lasts. */
export const stepOf = (report: Report): number => (report.date ? (report.cadence?.seconds ?? 0) * 1000 : 1);
