/** What is known about why a detector did not run, by stable word. */
export interface SkipFacts {
  /** Nothing to compare with: every value is missing. */
  readonly no_values: Record<never, never>;
  readonly too_few_rows: { readonly needed: number; readonly rows: number };
  readonly too_much_memory: {
    readonly gigabytes: number;
    readonly most: number;
    readonly rows: number;
    readonly features: number;
  };
  readonly too_many_points: { readonly most: number };
  /** The series is constant or shorter than this. */
  readonly no_season: { readonly needed: number };
  readonly too_few_cycles: Record<never, never>;
  /** The values are no small counts, and not mostly zero. */
  readonly no_counts: Record<never, never>;
  /** No date was learnt that returns in so many years. */
  readonly no_dates: { readonly years: number };
  readonly no_other_kpi: Record<never, never>;
  readonly nothing_expected: Record<never, never>;
  readonly no_related_kpi: Record<never, never>;
  /** A detector of one's own, in its own words. */
  readonly own: { readonly text: string };
}

export type SkipCode = keyof SkipFacts;

/** Why a detector did not run, for one code or several. */
export type SkipReasonOf<Code extends SkipCode> = {
  readonly [Each in Code]: { readonly code: Each; readonly facts: SkipFacts[Each] };
}[Code];

/** Why a detector did not run, as facts. */
export type SkipReason = SkipReasonOf<SkipCode>;
