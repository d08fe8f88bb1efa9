import type { Catalogue } from "../catalogue.js";

/** What changed from one report to the next. */
export const diff: Catalogue["diff"] = (counts, write) =>
  `${write.counted(counts.new, "new incident", "new incidents")} (${write.count(counts.fresh)} of them in new data), ${write.count(counts.gone)} gone, ${write.count(counts.changed)} changed, ${write.count(counts.same)} the same; ${write.counted(counts.added, "point was", "points were")} added and ${write.counted(counts.revised, "earlier value", "earlier values")} revised.`;
