import type { Config } from "kpi-anomaly";
import type { Results } from "./protocol/index.js";

/**
 * The configuration that gives the numbers a panel shows: that of its run, with the voters as they are switched now. All else
 * that can be changed without a new run (mode, consensus, sensitivity, rules) is in the run's configuration already.
 */
export function shownConfiguration({ config, chosen, tuning }: Results): Config {
  const votes = chosen.detectors.filter(({ part, state }) => part === "votes" && state !== "off");
  const switched = votes.map(({ id }) => [id, { ...config.detectors?.[id], enabled: tuning.detectors.includes(id) }]);
  return { ...config, detectors: { ...config.detectors, ...Object.fromEntries(switched) } };
}
