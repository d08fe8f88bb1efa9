import type { HostMessage, PageState } from "../../shared/protocol/index.js";
import { LineSender } from "../../shared/protocol/line-wire.js";

/** Tells a page what it shows, without the line that it has. The page puts the two together again (`webview/state/host.ts`). */
export class StateWire {
  private readonly line = new LineSender();

  /** A new page: it has nothing yet. */
  restart(): void {
    this.line.restart();
  }

  message(state: PageState): HostMessage {
    if (!("results" in state) || !state.results) return { type: "state", state, change: null };
    const { results, change } = this.line.send(state.results);
    return { type: "state", state: { ...state, results } as PageState, change };
  }
}
