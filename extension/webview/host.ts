import type { HostMessage, PageMessage } from "../src/protocol.js";

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
