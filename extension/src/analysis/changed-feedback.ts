import type { Feedback, FeedbackChange, StoredVerdict } from "../../shared/protocol/index.js";

/** The stretch of a KPI that something is said of. */
type Place = Pick<StoredVerdict, "kpi" | "series" | "start" | "end">;

/**
 * What is kept beside a file after a person said something of a stretch: only what they can change is taken from what the
 * page sent; an empty verdict without a note is forgotten.
 */
export function changedFeedback(
  before: readonly StoredVerdict[],
  place: Place,
  change: FeedbackChange,
): readonly StoredVerdict[] {
  const isOn = (kept: StoredVerdict): boolean =>
    kept.kpi === place.kpi && kept.series === place.series && kept.start < place.end && kept.end > place.start;
  const others = before.filter((kept) => !isOn(kept));
  const said = changed(before.find(isOn) ?? { verdict: null, note: "" }, change);
  if (said.verdict === null && said.note === "") return others;
  const { kpi, series, start, end } = place;
  return [...others, { kpi, series, start, end, ...said }];
}

/** A note goes away only where that was asked for (null), never because a text is empty. */
function changed(before: Feedback, { verdict, note }: FeedbackChange): Feedback {
  return {
    verdict: verdict === undefined ? before.verdict : verdict,
    note: note === null ? "" : note === undefined || note.trim() === "" ? before.note : note,
  };
}
