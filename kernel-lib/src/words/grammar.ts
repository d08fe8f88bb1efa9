import type { Step, TimeUnit } from "./cadences.js";
import type { Language } from "./language.js";
import type { MomentStyle } from "./moments.js";
import type { NumberStyle } from "./numbers.js";

/** What sentences of a language are put together with, whatever they are about. */
export interface Grammar {
  readonly language: Language;
  readonly numbers: NumberStyle;
  readonly moments: MomentStyle;
  /** Names of units of time: for one, and for several. */
  readonly units: Readonly<Record<TimeUnit, readonly [one: string, several: string]>>;
  /** How often a value comes: `one value every hour`. */
  rate(step: Step): string;
  /** What stands before a percentage that a share is just above or below: `over`, `under`. */
  readonly over: string;
  readonly under: string;
  /** A name among others of its kind, in quotation marks. */
  quoted(name: string): string;
  /** One KPI of one key value: `revenue of Berlin`. */
  kpiOf(kpi: string, series: string): string;
  /** `a, b and c`. */
  and(names: readonly string[]): string;
  /** `a, b and 12 more`. */
  more(names: readonly string[], others: number): string;
}
