import { changeOf } from "../../shared/protocol/window-change.js";
import type { HostMessage, PageState, SeriesWindow } from "../../shared/protocol/index.js";

const none = new Float64Array(0);
const nothing: SeriesWindow = {
  series: 0,
  from: 0,
  to: 0,
  point: new Uint32Array(0),
  time: none,
  value: none,
  score: none,
  expectedAt: none,
  lowerAt: none,
  upperAt: none,
  usualAt: none,
  usualLowerAt: none,
  usualUpperAt: none,
  flagged: new Uint8Array(0),
  modelTime: none,
  expected: none,
  lower: none,
  upper: none,
};

/**
 * Tells a page what it shows, without repeating what it has: the thinned line is by far the largest part of a state and
 * hardly changes from one to the next. The page puts the two together again (`webview/host.ts`).
 */
export class StateWire {
  private sent: SeriesWindow | null = null;

  /** A new page: it has nothing yet. */
  restart(): void {
    this.sent = null;
  }

  message(state: PageState): HostMessage {
    if (!("results" in state) || !state.results) return { type: "state", state, change: null };
    const { results } = state;
    const { whole } = results.chosen;
    const change = this.sent && changeOf(this.sent, whole);
    this.sent = whole;
    return {
      type: "state",
      state: change ? { ...state, results: { ...results, chosen: { ...results.chosen, whole: nothing } } } : state,
      change,
    };
  }
}
