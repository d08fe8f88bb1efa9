import type { Incident, MissingStretch, Pattern } from "../../report.js";
import type { KpiRules } from "./kpi-rules.js";
import { severityOf } from "./severity.js";

/** Distance at which it has no say in the severity: nothing is known of how far off a missing value is. */
const NO_DISTANCE = 4;

/** Missing stretches as incidents, not ranked yet. No point of them is flagged: nothing that is there is wrong. */
export function missingIncidents({ missing = [], cycle }: Pattern, cut: number, rules: KpiRules): Incident[] {
  return missing
    .filter(({ score, periods }) => score > cut && periods >= rules.minimumLength)
    .map((stretch) => incidentOf(stretch, cycle));
}

function incidentOf(stretch: MissingStretch, cycle: number): Incident {
  const { start, end, empty, periods, score } = stretch;
  return {
    rank: 0,
    start,
    end,
    peak: empty ? start : end,
    points: periods,
    score,
    severity: severityOf(score, NO_DISTANCE, cycle > 1 ? periods / cycle : 0),
    direction: "mixed",
    actual: NaN,
    expected: NaN,
    votes: 0,
    detectors: [],
    kind: "missing",
    explanation: null,
    missing: stretch,
  };
}
