import { wholePercent } from "../display/whole-percent.js";
import { recordTableDisplay } from "../display/record-table.js";
import type { MimeBundle } from "../display/with-display.js";
import type { Injection, Recall } from "./inject.js";
import { DECISION, injectionKinds, type InjectionKindId } from "./injection-kinds.js";

/** An injection in a notebook or a terminal: what it means, then what was caught of each kind and size. */
export function injectionDisplay({ detectors, recalls, text, spread, length }: Injection): MimeBundle {
  const columns = [...detectors, { id: DECISION, title: "decision" }];
  const plans = [...new Map(recalls.map((recall) => [planName(recall), recall])).keys()];
  const rows = plans.map((plan) => [
    plan,
    ...columns.map(({ id }) =>
      caughtText(recalls.find((recall) => recall.detector === id && planName(recall) === plan)),
    ),
  ]);
  return recordTableDisplay({
    caption: text,
    header: ["planted", ...columns.map(({ title }) => title)],
    rows,
    numbers: columns.map((_, index) => index + 1),
    note: `Sizes are in robust standard deviations of the KPI (${Number(spread.toPrecision(4))}); lasting events last ${length} points.`,
  });
}

/** Kind and size of a planted event, for tables and axes. */
export function planName({ kind, size }: Pick<Recall, "kind" | "size">): string {
  return Number.isNaN(size) ? injectionKinds[kind].title : `${injectionKinds[kind].title}, ${size} σ`;
}

function caughtText(recall: Recall | undefined): string {
  return recall ? `${recall.caught} of ${recall.planted}` : "–";
}

/** What would be caught, in words. */
export function injectionText(
  kpi: string,
  detectors: readonly { readonly id: string; readonly title: string }[],
  recalls: readonly Recall[],
  leftOut: readonly InjectionKindId[] = [],
): string {
  const share = (of: readonly Recall[]): number =>
    of.reduce((sum, { caught }) => sum + caught, 0) / of.reduce((sum, { planted }) => sum + planted, 0);
  const decision = recalls.filter(({ detector }) => detector === DECISION);
  const kinds = [...new Set(decision.map(({ kind }) => kind))].map((kind) => ({
    title: injectionKinds[kind].title,
    recall: share(decision.filter((each) => each.kind === kind)),
  }));
  kinds.sort((a, b) => b.recall - a.recall);
  const ranked = detectors
    .map(({ id, title }) => ({ title, recall: share(recalls.filter(({ detector }) => detector === id)) }))
    .sort((a, b) => b.recall - a.recall);
  const list = (of: readonly { title: string; recall: number }[]): string =>
    of.map(({ title, recall }) => `${title} ${wholePercent(recall)}`).join(", ");
  return `Of what was planted into ${kpi}, the decision catches ${wholePercent(share(decision))}: ${list(kinds)}.${ranked.length > 1 ? ` By detector: ${list(ranked)}.` : ""}${leftOut.length > 0 ? ` No room in it for: ${leftOut.map((kind) => injectionKinds[kind].title).join(", ")}.` : ""}`;
}
