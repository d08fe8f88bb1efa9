import type { SeriesReport } from "kpi-anomaly";
import type { DetectorFacts } from "../../../shared/protocol/index.js";
import { says } from "../library-words.js";
import { countFlags } from "./count-flags.js";
import type { ViewContext } from "./view-context.js";

/** Every detector there is: what it sees, whether it takes part, how far it is and how many points it flags. */
export function detectorFacts(series: SeriesReport, told: ViewContext): DetectorFacts[] {
  const ran = new Map(series.detections.map((detection) => [detection.detector, detection]));
  return Object.entries(told.register).map(([id, { title, summary, family, share }]) => {
    const detection = ran.get(id);
    const flagged = detection ? countFlags(detection.flags) : 0;
    const state = told.running.includes(id)
      ? "running"
      : !detection
        ? "off"
        : detection.skipped === null
          ? "done"
          : { skipped: says.skipped(detection.skipped) };
    const part = family === "point" ? "votes" : share ? "weighs" : "watches";
    const enabled = part === "votes" ? told.tuning.detectors.includes(id) : state !== "off";
    return { id, title: says.name(title), summary: says.name(summary), part, enabled, state, flagged };
  });
}
