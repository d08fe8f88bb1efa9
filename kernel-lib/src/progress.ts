import type { KpiName } from "./assumption.js";
import type { InjectionKindId } from "./evaluate/injection/injection-kind-id.js";

/** What is known about each thing that a run may be at, by its stable word. */
export interface ProgressFacts {
  readonly reading: { readonly file: string };
  /** What is usual for a series is being found. */
  readonly season: KpiName;
  /** `seconds` that it is likely to take; null where it is done in a moment. */
  readonly detector: KpiName & {
    readonly detector: string;
    readonly title: string;
    readonly seconds: number | null;
  };
  /** A series that is done, of several that are computed side by side. */
  readonly series: KpiName;
  /** The report that an analysis puts to the test. */
  readonly wholeFile: Record<never, never>;
  /** Counted from 1. */
  readonly look: { readonly look: number; readonly of: number };
  readonly refit: { readonly run: number; readonly of: number; readonly how: string };
  readonly planting: { readonly what: InjectionKindId };
  readonly trying: { readonly title: string; readonly option: string; readonly value: number };
  readonly done: Record<never, never>;
}

/** The stable words of what a run may be at. */
export type ProgressKind = keyof ProgressFacts;

/** What a run is at. `progressText` says it in a few words. */
export interface ProgressStepOf<Kind extends ProgressKind> {
  readonly kind: Kind;
  readonly facts: ProgressFacts[Kind];
}

/** What a run is at, whatever it is. */
export type ProgressStep = { readonly [Kind in ProgressKind]: ProgressStepOf<Kind> }[ProgressKind];

/** How far a run is. */
export interface Progress {
  readonly step: ProgressStep;
  /** Share of the whole run that is done, 0 to 1. */
  readonly fraction: number;
}
