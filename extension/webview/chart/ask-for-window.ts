import type { Results, SeriesWindow } from "../../shared/protocol/index.js";
import { post } from "../state/host.js";
import { needsWindow } from "./chart-figure.js";

/** Asks for the points in view, and as much again on both sides so that a pan finds something. */
export function askForWindow(
  window: SeriesWindow,
  results: Results,
  from: number,
  to: number,
  columns: number,
): (() => void) | undefined {
  if (!needsWindow(window, results, from, to, columns)) return undefined;
  const span = to - from;
  const timer = setTimeout(
    () => post({ type: "window", from: from - span, to: to + span, buckets: Math.min(20_000, columns * 3) }),
    60,
  );
  return () => clearTimeout(timer);
}
