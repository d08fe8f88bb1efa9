/** One thing to measure, as both sides are told. */
export interface BenchJob {
  readonly job: string;
  /** Row-major doubles. */
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
  /** Calls in a row; the answer holds the mean. */
  readonly repeat: number;
  /** Where the result goes, doubles too. */
  readonly out: string;
  /** Instead: start it and cancel it at nine moments, and answer how long the longest wait for its end was. Ours only. */
  readonly cancel?: boolean;
}

/** What a side answers. */
export interface BenchAnswer {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
  /** Largest memory of the process so far, in MiB. */
  readonly memory: number;
}
