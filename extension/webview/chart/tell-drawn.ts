import type { Results } from "../../shared/protocol/index.js";
import { post, thresholdWaited } from "../state/host.js";

/** What was last told to the host: of which run the line is drawn, and how its results were cut, null until all are there. */
let told: { readonly run: number; readonly cut: string | null } = { run: 0, cut: null };

/** Tells the host, once it is on screen, that the first line, all results or a new cut are drawn. */
export function tellDrawn({ run, tuning }: Results, ready: boolean): void {
  const cut = JSON.stringify(tuning);
  const before = told.run === run ? told : null;
  told = { run, cut: ready ? cut : null };
  if (!before) onScreen(() => post({ type: "drawn", what: "line", milliseconds: 0 }));
  if (!ready || before?.cut === cut) return;
  if (before?.cut) onScreen(() => post({ type: "drawn", what: "rethreshold", milliseconds: thresholdWaited() ?? 0 }));
  else onScreen(() => post({ type: "drawn", what: "results", milliseconds: 0 }));
}

/** After the next frame is painted; a hidden page paints none. */
export function onScreen(tell: () => void): void {
  if (document.hidden) tell();
  else requestAnimationFrame(() => setTimeout(tell));
}
