import type { HostMessage, PageMessage, Tuning } from "../src/protocol.js";

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
  window.addEventListener("message", (event: MessageEvent<HostMessage>) => listener(event.data));
}

export function saveView(saved: SavedView): void {
  api.setState(saved);
}

export function savedView(): Partial<SavedView> {
  return (api.getState() ?? {}) as Partial<SavedView>;
}

let cutAsked = 0;

/** Asks for a new cut of the stored scores. */
export function recut(tuning: Partial<Tuning>): void {
  cutAsked = performance.now();
  post({ type: "recut", tuning });
}

/** Milliseconds since the last cut was asked for, once; null when none is waited for. */
export function cutWaited(): number | null {
  if (!cutAsked) return null;
  const waited = performance.now() - cutAsked;
  cutAsked = 0;
  return waited;
}
