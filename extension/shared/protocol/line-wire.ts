import type { Results } from "./facts.js";
import type { SeriesWindow } from "./series-window.js";
import { changed, changeOf, type WindowChange } from "./window-change.js";

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

/** Results on their way; with a `change` the line itself is left out: it is the one sent before with that change. */
export interface WiredResults {
  readonly results: Results;
  readonly change: WindowChange | null;
}

/**
 * Sends results without repeating what the other side has: the thinned line is 390 of the 400 kilobytes of 10,000 rows and hardly
 * changes from one cut to the next.
 */
export class LineSender {
  private sent: SeriesWindow | null = null;

  /** Somebody new is at the other side, who has nothing yet. */
  restart(): void {
    this.sent = null;
  }

  send(results: Results): WiredResults {
    const { whole } = results.chosen;
    const change = this.sent && changeOf(this.sent, whole);
    this.sent = whole;
    return change ? { results: withLine(results, nothing), change } : { results, change: null };
  }
}

/** Puts results and the line that they were sent without together again. */
export class LineReceiver {
  private kept: SeriesWindow | null = null;

  receive({ results, change }: WiredResults): Results {
    const whole = change && this.kept ? changed(this.kept, change) : results.chosen.whole;
    this.kept = whole;
    return withLine(results, whole);
  }
}

const withLine = (results: Results, whole: SeriesWindow): Results => ({
  ...results,
  chosen: { ...results.chosen, whole },
});
