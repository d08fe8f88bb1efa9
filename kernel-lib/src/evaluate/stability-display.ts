import { wholePercent } from "../display/whole-percent.js";
import { recordTableDisplay } from "../display/record-table.js";
import type { MimeBundle } from "../display/with-display.js";
import { refitKinds, type RefitKindId } from "./refit-kinds.js";
import type { Stability } from "./stability.js";

/** Stability in a notebook or a terminal: what it means, then one line for each detector and the decision. */
export function stabilityDisplay(result: Stability): MimeBundle {
  const kinds = Object.keys(result.refits) as RefitKindId[];
  const rows = result.series.flatMap((series) =>
    [...series.detectors, { title: "Decision", ...series.decision }].map((each) => [
      ...(result.series.length > 1 ? [series.series === "" ? series.kpi : `${series.kpi} of ${series.series}`] : []),
      each.title,
      each.grade,
      wholePercent(each.overlap),
      ...kinds.map((kind) => wholePercent(each.byKind[kind] ?? NaN)),
    ]),
  );
  const leading = result.series.length > 1 ? ["KPI", "detector", "grade"] : ["detector", "grade"];
  return recordTableDisplay({
    caption: result.text,
    header: [...leading, "overlap", ...kinds.map((kind) => refitKinds[kind].title)],
    rows,
    numbers: [leading.length, ...kinds.map((_, index) => leading.length + 1 + index)],
    note: "Overlap: how much of what is flagged in the run or in the refit is flagged in both (Jaccard), mean over the refits.",
  });
}
