import type { KpiName } from "../../assumption.js";
import type { NormalFacts } from "../../report.js";
import type { Correlation } from "../correlations.js";
import type { KpiProfile } from "../kpi-profile.js";
import type { Trend } from "../trend.js";
import type { CalendarPart } from "./calendar-groups.js";
import type { MissingPattern } from "./missing-pattern.js";
import { chanceBand } from "./partial-autocorrelation.js";
import { SIGNIFICANT, type Stationarity } from "./stationarity.js";

/** What each analysis of a profile comes to, by its name. Times: milliseconds since 1970-01-01, the row from 0 without dates. */
export interface InsightFacts {
  /** The pair that moves together most closely; `beyond` of `pairs` correlate beyond 0.7. */
  readonly correlation: {
    readonly first: string;
    readonly second: string;
    readonly value: number;
    readonly beyond: number;
    readonly pairs: number;
  };
  /** Null where nothing is missing. */
  readonly missing: {
    readonly worst: {
      readonly kpi: string;
      readonly series: string;
      readonly missing: number;
      readonly points: number;
      readonly longest: number;
      readonly from: number;
    } | null;
    /** KPIs that miss any value, of how many. */
    readonly kpis: number;
    readonly of: number;
    readonly together: readonly string[];
    readonly rowsLacking: number;
    readonly dated: boolean;
    /** Label of the cadence; empty when there is none. */
    readonly cadence: string;
  };
  /** The lags that tell most, strongest first; `outside` of `lags` lie beyond what chance fills with one in twenty. */
  readonly "partial autocorrelation": {
    readonly of: KpiName;
    readonly strongest: readonly { readonly lag: number; readonly value: number }[];
    readonly outside: number;
    readonly lags: number;
  };
  readonly stationarity: { readonly of: KpiName } & Pick<Stationarity, "verdict" | "withoutSeason"> & {
      /** p-values of the KPSS test. */
      readonly level: number;
      readonly trend: number;
      /** The ADF test against the same course (around a trend where neither is kept); null without an answer. */
      readonly wandering: { readonly p: number; readonly ruledOut: boolean } | null;
    };
  /** Medians; `apart`: the middle halves of the two do not overlap. */
  readonly calendar: {
    readonly of: KpiName;
    readonly by: CalendarPart;
    readonly highest: number;
    readonly lowest: number;
    readonly high: number;
    readonly low: number;
    readonly apart: boolean;
  };
  /** `change`: share of the year before; null where its base is no measure. */
  readonly years: {
    readonly of: KpiName;
    readonly year: number;
    readonly before: number;
    readonly by: "week" | "month";
    readonly places: number;
    readonly mean: number;
    readonly meanBefore: number;
    readonly change: number | null;
  };
  /** Change of the level a year, a share or in the KPI's unit; `overall` is where the whole file leads, which may be elsewhere. */
  readonly growth: {
    readonly of: KpiName;
    readonly perYear: number;
    readonly isShare: boolean;
    readonly overall: Trend["direction"];
  };
  /** How much it scatters about what is usual, where most and where least; shares or in the KPI's unit. */
  readonly noise: {
    readonly of: KpiName;
    readonly by: CalendarPart;
    readonly highest: number;
    readonly lowest: number;
    readonly high: number;
    readonly low: number;
    readonly isShare: boolean;
  };
  readonly "log scale": { readonly of: KpiName; readonly times: number };
  /** The largest change, and how many there are; null without one. */
  readonly changes: {
    readonly of: KpiName;
    readonly lasting: number;
    readonly temporary: number;
    readonly largest: {
      readonly from: number;
      readonly to: number;
      readonly time: number;
      /** Last moment of a change that went back; null for one that stays. */
      readonly until: number | null;
      readonly passage?: { readonly from: number; readonly to: number };
      readonly madeUp?: number;
    } | null;
    readonly dated: boolean;
    /** Label of the cadence; empty when there is none. */
    readonly cadence: string;
  };
  /** Strongest first; `effect` in usual deviations. */
  readonly dates: { readonly of: KpiName; readonly dates: NormalFacts["dates"] };
}

/** The result of one analysis as facts. */
export type InsightOf<Kind extends keyof InsightFacts> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly facts: InsightFacts[Each] };
}[Kind];

/** The result of an analysis of any kind. */
export type Insight = InsightOf<keyof InsightFacts>;

const STRONG = 0.7;
const MOST_LAGS = 3;

/**
 * What the analyses say of the whole file: how the KPIs move together, and what is missing.
 *
 * @param cadence label of the cadence, empty without one
 */
export function fileInsights(
  correlations: readonly Correlation[],
  pattern: MissingPattern,
  cadence: string,
): Insight[] {
  const known = correlations.filter(({ same }) => !Number.isNaN(same));
  const closest = known.reduce<Correlation | undefined>(
    (most, each) => (most && Math.abs(most.same) >= Math.abs(each.same) ? most : each),
    undefined,
  );
  const missing = pattern.kpis.filter((kpi) => kpi.missing > 0);
  const [worst = null] = [...missing].sort((a, b) => b.missing - a.missing);
  return [
    ...(closest
      ? [
          {
            kind: "correlation" as const,
            facts: {
              first: closest.first,
              second: closest.second,
              value: closest.same,
              beyond: known.filter(({ same }) => Math.abs(same) > STRONG).length,
              pairs: known.length,
            },
          },
        ]
      : []),
    {
      kind: "missing",
      facts: {
        worst: worst && {
          kpi: worst.kpi,
          series: pattern.series,
          missing: worst.missing,
          points: worst.points,
          longest: worst.longest,
          from: worst.from,
        },
        kpis: missing.length,
        of: pattern.kpis.length,
        together: pattern.together[0] ?? [],
        rowsLacking: pattern.rowsLacking,
        dated: pattern.dated,
        cadence,
      },
    },
  ];
}

/**
 * What the analyses say of one KPI.
 *
 * @param cadence label of the cadence, empty without one
 */
export function kpiInsights(kpi: KpiProfile, cadence: string): Insight[] {
  const of: KpiName = { kpi: kpi.kpi, series: kpi.series };
  const { stationarity, years, changes, normal, course } = kpi;
  const dates = [...(normal?.dates ?? [])].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const said: (Insight | null)[] = [
    changes.length === 0 && normal === null
      ? null
      : {
          kind: "changes",
          facts: {
            of,
            lasting: changes.filter(({ until }) => until === null).length,
            temporary: changes.filter(({ until }) => until !== null).length,
            largest: changes.length > 0 ? largestOf(changes) : null,
            dated: course.dated,
            cadence,
          },
        },
    growthOf(kpi, of),
    dates.length > 0 ? { kind: "dates", facts: { of, dates } } : null,
    noiseOf(kpi, of),
    ...kpi.calendar.map(({ by, boxes: all }): Insight => {
      // Four days of May, a weekend among them, are no May.
      const full = Math.max(...all.map(({ count }) => count)) / 2;
      const boxes = all.filter(({ count }) => count >= full);
      const [low, high] = [
        boxes.reduce((least, box) => (box.median < least.median ? box : least)),
        boxes.reduce((most, box) => (box.median > most.median ? box : most)),
      ];
      const apart = high.lowerQuartile > low.upperQuartile;
      return {
        kind: "calendar",
        facts: { of, by, highest: high.place, lowest: low.place, high: high.median, low: low.median, apart },
      };
    }),
    years?.latest
      ? { kind: "years", facts: { of, by: years.by, ...years.latest, change: shareOf(years.latest) } }
      : null,
    partial(kpi, of),
    stationarity && {
      kind: "stationarity",
      facts: {
        of,
        verdict: stationarity.verdict,
        withoutSeason: stationarity.withoutSeason,
        level: stationarity.level.p,
        trend: stationarity.trend.p,
        wandering: wanderingOf(stationarity),
      },
    },
    kpi.logScale ? { kind: "log scale", facts: { of, times: kpi.max / kpi.min } } : null,
  ];
  return said.filter((insight) => insight !== null);
}

function wanderingOf({ unitRoot, verdict }: Stationarity): InsightFacts["stationarity"]["wandering"] {
  const tested = unitRoot[verdict === "level" ? "level" : "trend"];
  return tested && { p: tested.p, ruledOut: tested.p <= SIGNIFICANT };
}

/** Growth too small to tell, in shares of the level a year, is not told. */
const LEAST_GROWTH = 0.005;

function growthOf({ normal, median, trend }: KpiProfile, of: KpiName): Insight | null {
  const perYear = normal?.growthPerYear ?? NaN;
  const isShare = normal?.transform === "logarithm";
  const size = Math.abs(isShare ? perYear : perYear / median);
  return size >= LEAST_GROWTH && Number.isFinite(size)
    ? { kind: "growth", facts: { of, perYear, isShare, overall: trend.direction } }
    : null;
}

/** Scatter that is about the same everywhere is not told: from half as much again on a reader should know. */
const UNEVEN = 1.5;

function noiseOf({ noise }: KpiProfile, of: KpiName): Insight | null {
  if (noise === null) return null;
  const places = noise.noise.flatMap((value, place) => (Number.isFinite(value) ? [{ place, value }] : []));
  if (places.length < 2) return null;
  const high = places.reduce((most, each) => (each.value > most.value ? each : most));
  const low = places.reduce((least, each) => (each.value < least.value ? each : least));
  if (!(high.value >= UNEVEN * low.value)) return null;
  const { by, isShare } = noise;
  return {
    kind: "noise",
    facts: { of, by, highest: high.place, lowest: low.place, high: high.value, low: low.value, isShare },
  };
}

function largestOf(changes: KpiProfile["changes"]): InsightFacts["changes"]["largest"] {
  const { point, before, after, ...when } = changes.reduce((most, each) =>
    Math.abs(each.after - each.before) > Math.abs(most.after - most.before) ? each : most,
  );
  return { from: before, to: after, ...when };
}

/** Change as a share of what was before; null of a base near zero or of another sign, where it says nothing. */
function shareOf({ mean, meanBefore }: { mean: number; meanBefore: number }): number | null {
  const change = mean / meanBefore - 1;
  return mean > 0 && meanBefore > 0 && change < 3 ? change : null;
}

function partial({ partialAutocorrelation: values, points, missing }: KpiProfile, of: KpiName): Insight | null {
  const band = chanceBand(points - missing);
  const lags = Array.from(values.keys()).filter((lag) => lag > 0 && Number.isFinite(values[lag]));
  if (lags.length === 0) return null;
  const outside = lags.filter((lag) => Math.abs(values[lag]) > band);
  const strongest = [...outside]
    .sort((a, b) => Math.abs(values[b]) - Math.abs(values[a]))
    .slice(0, MOST_LAGS)
    .map((lag) => ({ lag, value: values[lag] }));
  return { kind: "partial autocorrelation", facts: { of, strongest, outside: outside.length, lags: lags.length } };
}
