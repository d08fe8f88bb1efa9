export interface IncidentFacts {
  readonly rank: number;
  /** First, last (inclusive) and worst point of the series. */
  readonly start: number;
  readonly end: number;
  readonly peak: number;
  /** Times of the same; `endTime` is exclusive. */
  readonly startTime: number;
  readonly endTime: number;
  readonly peakTime: number;
  /** When it was, as its sentence tells it: of missing values without those around them. The end is exclusive. */
  readonly told: { readonly start: number; readonly end: number };
  readonly points: number;
  readonly severity: number;
  readonly direction: "up" | "down" | "mixed";
  /** What was measured at its worst point; of a change of level, the level since and the one before. */
  readonly actual: number;
  readonly expected: number;
  /** Value of the file at its worst point. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** What kind of thing it is (spike, level shift ...); empty when not told. */
  readonly kind: string;
  /** 0 to 1, NaN while not known. */
  readonly confidence: number;
  readonly votes: number;
  readonly detectors: readonly string[];
  readonly reason: string;
  /** Line of the file, from 1, of the first and the worst point. */
  readonly startLine: number;
  readonly line: number;
  readonly verdict: Feedback | null;
  /** One that a person marked as expected and that this one is like; null for none. */
  readonly like: LikeFacts | null;
}

/** What two incidents have in common in the calendar. */
export type LikePlace = "date" | "monthEnd" | "month" | "weekday" | "hour";

/** The incident that another one is like: when it was, and the place in the calendar that they share. */
export interface LikeFacts {
  readonly told: IncidentFacts["told"];
  readonly place: LikePlace;
}

/** What a person changes of it; the rest is kept. A note of null is taken away. */
export interface FeedbackChange {
  readonly verdict?: Feedback["verdict"];
  readonly note?: string | null;
}

/** What a person said about an incident, kept beside the file. */
export interface Feedback {
  readonly verdict: "expected" | "real" | null;
  readonly note: string;
}

/** A point that was not flagged but came near. */
export interface NearestFacts {
  readonly point: number;
  readonly time: number;
  readonly line: number;
  readonly actual: number;
  readonly expected: number;
  readonly score: number;
  /** Sensitivity from which it would be flagged; NaN when none would, or by vote. */
  readonly sensitivity: number;
}
