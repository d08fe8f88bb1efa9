import type { Report } from "kpi-anomaly";
import type { Results } from "../../../shared/protocol/index.js";

/** The configuration as a file would hold it. */
export function writableConfig(report: Report): Results["config"] {
  const { features: featureEntries, detectors: detectorEntries, ...written } = report.config;
  const flat = (entries: Report["config"]["detectors"]): NonNullable<Results["config"]["detectors"]> =>
    Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { enabled: entry.enabled, ...entry.params }]));
  const [features, detectors] = [flat(featureEntries), flat(detectorEntries)];
  return { ...written, features, detectors };
}
