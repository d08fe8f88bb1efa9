import type { KpiName } from "../../assumption.js";
import type { AgreementVerdict } from "../../evaluate/comparison/agreement.js";
import type { Backtest } from "../../evaluate/backtest/backtest.js";
import type { Contributions } from "../../evaluate/drivers/contributions.js";
import type { Injection } from "../../evaluate/injection/inject.js";
import type { InjectionKindId } from "../../evaluate/injection/injection-kinds.js";
import type { RefitKindId } from "../../evaluate/stability/refit-kinds.js";
import type { KnownWhen, SeriesBacktest } from "../../evaluate/backtest/series-backtest.js";
import type { Grade, SeriesStability } from "../../evaluate/stability/series-stability.js";
import type { DetectorSuggestion, Suggestion } from "../../evaluate/suggest.js";
import type { Sweep } from "../../evaluate/sweep/sweep.js";
import type { MomentScale } from "../moments.js";
import type { Writer } from "../writer.js";

type Say<Facts> = (facts: Facts, write: Writer) => string;

/** What the agreement of detectors means: in plain words, then as statistical measures. */
export interface VerdictWords {
  readonly plain: readonly string[];
  readonly measures: readonly string[];
}

/** The share of planted events that was caught, for each kind and each detector, best first. */
export interface CaughtShares {
  readonly kpi: string;
  readonly decision: number;
  readonly kinds: readonly { readonly kind: InjectionKindId; readonly share: number }[];
  readonly detectors: readonly { readonly title: string; readonly share: number }[];
  /** Kinds that there is no room for. */
  readonly leftOut: readonly InjectionKindId[];
}

/** What a language says of analyses. */
export interface EvaluationWords {
  readonly comparison: {
    readonly caption: Say<KpiName & { readonly judged: number; readonly points: number }>;
    /** What the agreement means, one sentence each. */
    readonly verdict: (verdict: AgreementVerdict, write: Writer) => VerdictWords;
    readonly header: (budget: number) => string[];
    readonly note: string;
    readonly didNotRun: Say<{ readonly title: string; readonly why: string }>;
    readonly labelled: { readonly caption: string; readonly header: readonly string[]; readonly note: string };
  };
  readonly stability: {
    /** For one KPI, one sentence or two. */
    readonly series: (series: SeriesStability, refits: number, write: Writer) => string[];
    readonly noRefits: string;
    readonly header: {
      readonly kpi: string;
      readonly detector: string;
      readonly grade: string;
      readonly overlap: string;
    };
    readonly decision: string;
    readonly grades: Readonly<Record<Grade, string>>;
    readonly kinds: Readonly<Record<RefitKindId, string>>;
    readonly note: string;
  };
  readonly backtest: {
    readonly series: (series: SeriesBacktest, backtest: Pick<Backtest, "looks" | "cadence">, write: Writer) => string;
    readonly header: readonly string[];
    readonly never: string;
    readonly delay: (known: KnownWhen, dated: boolean, write: Writer) => string;
    /** A length of time in milliseconds, or in rows without dates. */
    readonly duration: (length: number, dated: boolean, write: Writer) => string;
  };
  readonly injection: {
    readonly text: Say<CaughtShares>;
    readonly kinds: Readonly<Record<InjectionKindId, string>>;
    readonly planted: string;
    readonly decision: string;
    readonly caught: Say<{ readonly caught: number; readonly planted: number }>;
    readonly note: Say<Pick<Injection, "spread" | "length">>;
  };
  readonly sweep: { readonly text: Say<Sweep>; readonly header: readonly string[] };
  readonly contributions: (contributions: Contributions, scale: MomentScale, write: Writer) => string[];
  readonly suggestion: {
    readonly text: Say<Suggestion>;
    readonly because: (because: DetectorSuggestion["because"], write: Writer) => string;
    readonly header: readonly string[];
    readonly yes: string;
    readonly no: string;
  };
}
