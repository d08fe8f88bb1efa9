import type { labels } from "../sentences/labels.js";

/** Titles of columns and headings, by what they stand above. */
export type Label = keyof typeof labels;

/** Phrases of pages and terminals, around the findings. */
export interface PhraseFacts {
  /** How much was found, where; `file` is null where its name stands above. */
  readonly found: { readonly incidents: number; readonly file: string | null; readonly rows: number };
  /** The same over all series of a file: a moment that is not normal in several KPIs counts once. */
  readonly foundInSeries: {
    /** Incidents where there is one series. */
    readonly moments: number;
    /** Series with incidents. */
    readonly affected: number;
    readonly rows: number;
    readonly series: number;
  };
  readonly caption: {
    readonly incidents: number;
    readonly kpi: string;
    readonly series: number;
    readonly file: string;
    /** How many follow, when not all do. */
    readonly worst: number | null;
  };
  /** How often a false alarm is to be expected, in few words. */
  readonly falseAlarmRate: { readonly expected: number; readonly days: number };
  readonly firstOf: { readonly shown: number; readonly of: number };
  readonly trendBy: { readonly direction: "up" | "down"; readonly change: string };
  readonly more: { readonly count: number };
  readonly moreSeries: { readonly count: number };
  readonly quietSeries: { readonly count: number };
  /** Every series is too short for a verdict; `file` as above. */
  readonly tooFew: { readonly file: string | null; readonly rows: number; readonly needed: number };
  /** One series is, with the value that stands out all the same. */
  readonly notJudged: {
    readonly series: string;
    readonly values: number;
    readonly needed: number;
    readonly standout: { readonly value: string; readonly when: string; readonly others: string } | null;
  };
  readonly nothingFound: { readonly series: string };
  readonly incidentsOf: { readonly file: string };
  readonly changed: { readonly from: number; readonly to: number };
  readonly table: {
    readonly file: string;
    readonly rows: number;
    readonly cadence: string | null;
    readonly kpis: readonly string[];
    readonly key: string | null;
    readonly shown: number;
  };
  /** The first sentence about a batch: `jobs` files or parts of files were analysed, `affected` of `series` have incidents. */
  readonly batchFound: {
    readonly incidents: number;
    readonly affected: number;
    readonly series: number;
    readonly rows: number;
    readonly jobs: number;
  };
  /** Incidents that do not stand out of what so many series give by chance. */
  readonly withdrawn: { readonly incidents: number; readonly series: number };
  readonly jobsMissing: { readonly jobs: number };
  readonly givenUp: { readonly tries: number; readonly reason: string };
  /** What became of a process that did a job: a signal, or the code that it ended with. */
  readonly jobEnded: { readonly code: number | null; readonly signal: string | null };
  /** A worker of a queue took a job and was not heard of again. */
  readonly workerLost: Record<never, never>;
  readonly momentOf: { readonly files: number; readonly series: number; readonly first: string };
  /** How far a batch is: jobs a second, and the seconds that are left; null before that is known. */
  readonly batchProgress: {
    readonly done: number;
    readonly of: number;
    readonly rate: number | null;
    readonly left: number | null;
  };
  readonly batchStopped: { readonly done: number; readonly of: number };
  readonly batchGivenUp: { readonly jobs: number };
  readonly kernelInstalled: { readonly folder: string };
  readonly kernelRemoved: { readonly folder: string };
  /** What a run is at, beside a percent. */
  readonly runningCell: { readonly cell: number; readonly of: number };
  /** Before a run of minutes: about how long, what takes most of it, and how to do without; lengths of time in seconds. */
  readonly longRun: {
    readonly seconds: number;
    readonly detectors: readonly string[];
    readonly secondsWithout: number;
    readonly rows: number;
    readonly series: number;
    /** That names the detectors on the command line; null where they are switched by hand. */
    readonly option: string | null;
  };
}
