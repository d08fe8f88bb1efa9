import type { KpiName } from "../assumption.js";
import type { Table, Warning } from "../table.js";
import type { Correlation } from "./correlations.js";
import type { KpiProfile } from "./kpi-profile.js";
import type { TimeProfile } from "./time-profile.js";

/** What is known about each thing that deserves a look, by its kind. Shares are from 0 to 1. */
export interface AlertFacts {
  /** What the reader of the file noticed. */
  readonly warning: { readonly warning: Warning };
  readonly unsorted: Record<never, never>;
  readonly repeated: { readonly rows: number };
  readonly empty: { readonly of: KpiName };
  readonly constant: { readonly of: KpiName; readonly value: number };
  readonly missing: { readonly of: KpiName; readonly share: number };
  readonly zeros: { readonly of: KpiName; readonly share: number };
  /** Of too few values to know what is normal, the one that nothing else comes near. */
  readonly "one value": {
    readonly of: KpiName;
    readonly value: number;
    readonly others: number;
    readonly time: number;
    readonly dated: boolean;
    readonly cadence: string;
  };
  readonly skewed: { readonly of: KpiName; readonly skew: number };
  /** Longest run of one value, and how many more long ones there are. */
  readonly still: { readonly of: KpiName; readonly value: number; readonly points: number; readonly more: number };
  /** `time`: milliseconds since 1970-01-01, or the row from 0 without dates. */
  readonly "level shift": {
    readonly of: KpiName;
    readonly before: number;
    readonly after: number;
    readonly time: number;
    /** Between which times it came, where it is no step, and from when on half of it is made up for again. */
    readonly passage?: { readonly from: number; readonly to: number };
    readonly madeUp?: number;
    readonly dated: boolean;
    /** Label of the cadence; empty when there is none. */
    readonly cadence: string;
  };
  /** Stretches that the model of what is normal finds striking, the most striking one at `time`. */
  readonly "stands out": {
    readonly of: KpiName;
    readonly stretches: number;
    readonly time: number;
    readonly dated: boolean;
    /** Label of the cadence; empty when there is none. */
    readonly cadence: string;
  };
  readonly "nearly the same": { readonly kpis: readonly string[] };
}

/** An alert of one kind, or of several. */
export type AlertOf<Kind extends keyof AlertFacts> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly facts: AlertFacts[Each] };
}[Kind];

/** Something in a file that deserves a look, as facts. */
export type Alert = AlertOf<keyof AlertFacts>;

/** What deserves a look in a file: first what the reader of the file noticed, then what its numbers say. */
export function alerts(
  table: Table,
  time: TimeProfile,
  kpis: readonly KpiProfile[],
  correlations: readonly Correlation[],
): Alert[] {
  const noticed = new Set(table.warnings.map(({ code }) => code));
  const stated: (Alert | null)[] = [
    time.order === "unsorted" && !noticed.has("unsorted_rows_sorted") ? { kind: "unsorted", facts: {} } : null,
    time.duplicates > 0 && !noticed.has("duplicate_timestamps")
      ? { kind: "repeated", facts: { rows: time.duplicates } }
      : null,
  ];
  return [
    ...table.warnings.map((warning): Alert => ({ kind: "warning", facts: { warning } })),
    ...stated.filter((alert) => alert !== null),
    ...kpis.flatMap((kpi) => kpiAlerts(kpi, table)).filter((alert) => !isNoticed(alert, table)),
    ...nearlyTheSame(correlations),
  ];
}

/** Whether the reader of the file has said it already. */
function isNoticed({ kind, facts }: Alert, { warnings }: Table): boolean {
  if (kind !== "constant") return false;
  return warnings.some((warning) => warning.code === "constant_column" && warning.facts.column === facts.of.kpi);
}

/** Groups of KPIs that are tied to each other by correlations beyond 0.98. */
function nearlyTheSame(correlations: readonly Correlation[]): Alert[] {
  const groups: Set<string>[] = [];
  for (const { first, second, same } of correlations) {
    if (!(Math.abs(same) > 0.98)) continue;
    const [one, other] = [first, second].map((name) => groups.find((group) => group.has(name)));
    if (one && other && one !== other) {
      for (const name of other) one.add(name);
      groups.splice(groups.indexOf(other), 1);
    } else (one ?? other ?? groups[groups.push(new Set()) - 1]).add(first).add(second);
  }
  return groups.map((group) => ({ kind: "nearly the same", facts: { kpis: [...group] } }));
}

function kpiAlerts(kpi: KpiProfile, table: Table): Alert[] {
  const of: KpiName = { kpi: kpi.kpi, series: kpi.series };
  const { points, missing, zeros, skew, flatRuns } = kpi;
  if (missing === points) return [{ kind: "empty", facts: { of } }];
  if (kpi.distinct === 1) return [{ kind: "constant", facts: { of, value: kpi.min } }];
  const moments = { dated: table.time !== null, cadence: table.cadence?.label ?? "" };
  const found: Alert[] = [];
  if (missing / points > 0.05) found.push({ kind: "missing", facts: { of, share: missing / points } });
  if (zeros / points > 0.3) found.push({ kind: "zeros", facts: { of, share: zeros / points } });
  if (kpi.standout) found.push({ kind: "one value", facts: { of, ...kpi.standout, ...moments } });
  else if (Math.abs(skew) > 2) found.push({ kind: "skewed", facts: { of, skew } });
  if (flatRuns.length > 0) {
    const [{ value, start, end }] = flatRuns;
    found.push({ kind: "still", facts: { of, value, points: end - start + 1, more: flatRuns.length - 1 } });
  }
  for (const { point, ...shift } of kpi.levelShifts.slice(0, 2))
    found.push({ kind: "level shift", facts: { of, ...shift, ...moments } });
  if (kpi.standsOut !== null) found.push({ kind: "stands out", facts: { of, ...kpi.standsOut, ...moments } });
  return found;
}
