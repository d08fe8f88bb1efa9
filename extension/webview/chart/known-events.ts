import type { Results } from "../../shared/protocol/index.js";

/** A known event of the configuration, on the chart's axis. */
export interface KnownEvent {
  readonly name: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const day = 86_400_000;

/** The known events that lie within the chosen KPI's time, in order; none for a file without dates. */
export function knownEvents({ chosen, config }: Results): KnownEvent[] {
  if (!chosen.dated) return [];
  const events = (config.events ?? []).map(({ name, date, start, end }): KnownEvent => {
    const from = date ?? start ?? "";
    return { name: name ?? "", start: moment(from).start, end: moment(end ?? from).end };
  });
  return events
    .filter((event) => event.start < chosen.end && event.end > chosen.start)
    .sort((a, b) => a.start - b.start);
}

/** The event that covers a moment. */
export function eventAt(events: readonly KnownEvent[], time: number): KnownEvent | undefined {
  return events.find((event) => event.start <= time && time < event.end);
}

/** First millisecond a written date or time means, and the one after its last: a date alone is its whole day. */
function moment(text: string): { start: number; end: number } {
  const whole = /^\d{4}-\d\d-\d\d$/.test(text);
  const start = Date.parse(whole ? `${text}T00:00:00Z` : `${text.replace(" ", "T").replace(/Z$/, "")}Z`);
  return { start, end: start + (whole ? day : 1) };
}
