import type { Incident, MissingStretch, Pattern } from "../../report.js";
import type { KpiRules } from "./kpi-rules.js";
import { severityOf } from "./severity.js";

/** Missing stretches that are worth a word: those whose score is above the cut and whose length the rules do not silence. */
export function missingBeyond({ missing = [] }: Pattern, cut: number, rules: KpiRules): MissingStretch[] {
  return missing.filter(({ score, periods }) => score > cut && periods >= rules.minimumLength);
}

/** Missing stretches as incidents, not ranked yet. No point of them is flagged: nothing that is there is wrong. */
export function missingIncidents(missing: readonly MissingStretch[], { rhythm }: Pattern): Incident[] {
  return missing.map((stretch) => incidentOf(stretch, rhythm));
}

const HOUR = 3_600_000;

function incidentOf(stretch: MissingStretch, rhythm: Pattern["rhythm"]): Incident {
  const { start, end, empty, periods, score, cadence } = stretch;
  const hours = cadence === "" ? periods : ((stretch.before - stretch.after) * (periods / (periods + 1))) / HOUR;
  return {
    rank: 0,
    start,
    end,
    peak: empty ? start : end,
    points: periods,
    score,
    severity: severityOf({ score, size: NaN, hours }, rhythm),
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
