import type { Layout } from "../../display/figure.js";
import type { KpiProfile } from "../../profile/kpi-profile.js";
import { rowAxes, rowAxis, rowHeading, unitTitle } from "../plot.js";

/** The layout of KPIs through time one below the other, each with a heading; on the scale of its own where it has one. */
export function kpiRows(
  kpis: readonly KpiProfile[],
  heading: (kpi: KpiProfile) => string,
  scale: "own" | "linear" = "linear",
): Partial<Layout> {
  const axes = Object.entries(rowAxes(kpis.length)).map(([name, axis], row) => [
    name,
    { ...axis, ...unitTitle(kpis[row]), ...(scale === "own" && kpis[row].logScale ? { type: "log" } : {}) },
  ]);
  return {
    showlegend: false,
    xaxis: { type: kpis[0]?.course.dated ? "date" : "linear", anchor: rowAxis(kpis.length - 1) },
    ...Object.fromEntries(axes),
    annotations: kpis.map((kpi, row) => rowHeading(heading(kpi), row)),
  };
}
