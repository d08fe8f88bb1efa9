import { changed, type WindowChange } from "../../shared/protocol/window-change.js";
import { forgetShown, keepAsked } from "./asked-tuning.js";
import type { HostMessage, PageMessage, PageState, SeriesFacts, Tuning } from "../../shared/protocol/index.js";

interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** What survives a reload of the window. */
export interface SavedView {
  readonly uri: string;
  readonly view?: string;
  readonly range?: readonly [number, number] | null;
  readonly selected?: number | null;
}

/** Sends a message to the extension host. */
export function post(message: PageMessage): void {
  api.postMessage(message);
}

/** Listens to the extension host. */
export function onMessage(listener: (message: HostMessage) => void): void {
  window.addEventListener("message", ({ data }: MessageEvent<HostMessage>) =>
    listener(data.type === "state" ? { ...data, state: completed(data.state, data.change) } : data),
  );
}

let last: SeriesFacts | null = null;

/** The state with what the host left out because this page has it; what is as before is the same object as before. */
function completed(state: PageState, change: WindowChange | null): PageState {
  if (!("results" in state) || !state.results) return state;
  const { results } = state;
  forgetShown(results);
  const whole = change && last ? changed(last.whole, change) : results.chosen.whole;
  const incidents =
    last && JSON.stringify(last.incidents) === JSON.stringify(results.chosen.incidents)
      ? last.incidents
      : results.chosen.incidents;
  const chosen = { ...results.chosen, whole, incidents };
  last = chosen;
  return { ...state, results: { ...results, chosen } } as PageState;
}

export function saveView(saved: SavedView): void {
  api.setState(saved);
}

export function savedView(): Partial<SavedView> {
  return (api.getState() ?? {}) as Partial<SavedView>;
}

let cutAsked = 0;

/** Asks for a new cut of the stored scores. */
export function rethreshold(tuning: Partial<Tuning>): void {
  cutAsked = performance.now();
  keepAsked(tuning);
  post({ type: "rethreshold", tuning });
}

/** Milliseconds since the last cut was asked for, once; null when none is waited for. */
export function thresholdWaited(): number | null {
  if (!cutAsked) return null;
  const waited = performance.now() - cutAsked;
  cutAsked = 0;
  return waited;
}
