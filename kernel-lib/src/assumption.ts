import type { SkipReason } from "./skip-reason.js";
import type { Warning } from "./warning.js";

/** One KPI of one key value, by its names. */
export interface KpiName {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
}

/** What is known about each thing that a run takes for granted, by its id. */
export interface AssumptionFacts {
  /** `columns` is empty where the row number stands in for time. */
  readonly date: { readonly columns: readonly string[]; readonly format: string };
  readonly kpis: { readonly names: readonly string[] };
  readonly mostKpis: { readonly there: number; readonly analysed: number };
  readonly aggregate: { readonly by: "hour" | "day" | "week" | "month" | null };
  readonly segments: { readonly keys: readonly string[]; readonly total: string };
  readonly key: { readonly key: string };
  /** `label` as in `Cadence`; `regularity`: share of steps that are exactly that, 0 to 1. */
  readonly cadence: { readonly label: string; readonly regularity: number };
  /** Periods in use by the KPIs that have them, those that were looked for and not found, and what was set by hand. */
  readonly seasons: {
    readonly byHand: readonly string[] | null;
    readonly found: readonly {
      readonly periods: readonly string[];
      /** Shorter periods that repeat within those. */
      readonly contained: readonly string[];
      readonly of: readonly KpiName[];
    }[];
    readonly refused: readonly string[];
  };
  readonly mode: {
    readonly mode: "auto" | "vote";
    readonly sensitivity: number;
    /** Detectors that must agree in `vote`. */
    readonly consensus: number;
  };
  /** False alarms to be expected in a KPI in which nothing happens; `days`: its span, 0 without dates; `kpis`: how many there are. */
  readonly falseAlarms: { readonly expected: number; readonly days: number; readonly kpis: number };
  /** Detectors that were not asked, since they decide nothing in mode `auto`. */
  readonly withoutVotes: { readonly detectors: readonly string[] };
  readonly events: { readonly events: number };
  /** `known`: public holidays of the place are known events; else they only give learnt dates their names. */
  readonly holidays: { readonly place: string; readonly known: boolean };
  readonly baseline: Record<never, never>;
  readonly notJudged: { readonly points: number };
  /** `on`: the series it is about; empty where it is all of them. */
  readonly skipped: {
    readonly detectors: readonly string[];
    readonly reason: SkipReason;
    readonly on: readonly KpiName[];
  };
  /** Why the slower way of computing was taken, which gives the same results. */
  readonly engine: { readonly missing: "webAssembly" | "features" | "permission" | "memory" };
  /** Stretches that a person marked as expected. */
  readonly verdicts: { readonly stretches: number };
  readonly seed: { readonly seed: number };
  /** How cells of the file were read, as a warning would say it. */
  readonly reading: { readonly said: Warning };
}

export type AssumptionId = keyof AssumptionFacts;

/** Something taken for granted, of one id or several. */
export type AssumptionOf<Id extends AssumptionId> = {
  readonly [Each in Id]: {
    /** What it is about: `date`, `kpis`, `key`, `cadence`, `notJudged`, `seed` … */
    readonly id: Each;
    readonly facts: AssumptionFacts[Each];
    /** Path in the configuration that changes it, for example `columns.date`. */
    readonly option?: string;
  };
}[Id];

/** Something the analysis took for granted, as facts, so that the user can correct it in one place. `assumptionText` says it. */
export type Assumption = AssumptionOf<AssumptionId>;
