/** One thing to measure, as both sides are told. */
export interface BenchJob {
  readonly job: string;
  /** Row-major doubles. */
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
  /** Where the result goes, doubles too. */
  readonly out: string;
}

/** What a side answers. */
export interface BenchAnswer {
  /** Milliseconds. */
  readonly wall: number;
  readonly cpu: number;
  /** Largest memory of the process so far, in MiB. */
  readonly memory: number;
}
