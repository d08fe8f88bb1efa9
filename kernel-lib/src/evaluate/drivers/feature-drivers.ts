import type { Config, ResolvedConfig } from "../../config/config.js";
import type { DetectHooks } from "../../detect.js";
import { detectors as builtInDetectors } from "../../detectors/index.js";
import { InputError } from "../../errors.js";
import { createRandom } from "../../numeric/random.js";
import type { Incident, Report, SeriesReport } from "../../report.js";
import { reshape } from "../../reshape/reshape.js";
import type { Table } from "../../table.js";
import { featureShares, type FeatureShares } from "./feature-shares.js";
import { sampleOf } from "../sample-of.js";

/** Which features made one detector flag an incident. */
export interface FeatureDriver extends FeatureShares {
  readonly detector: string;
  readonly title: string;
}

/** Which features made the detectors flag an incident. */
export interface FeatureDrivers {
  readonly kpi: string;
  /** Value of the key column; empty without a key. */
  readonly series: string;
  readonly incident: Incident;
  /** The voting detectors that flagged any of its points, in the order of the register. */
  readonly detectors: readonly FeatureDriver[];
}

/** Which incident to explain. */
export interface FeatureDriverOptions extends Pick<DetectHooks, "signal" | "compute" | "detectors"> {
  /** The KPI with the worst incident when left out. */
  readonly kpi?: string;
  readonly series?: string;
  /** Rank of the incident in its series; 1 when left out. */
  readonly incident?: number;
}

/**
 * Which features pushed an incident: for each voting detector that flagged it the share of each feature in its score, exact
 * where the detector looks at the value alone or tells its shares, by ablation otherwise. Costs one fit a detector, and one
 * more scoring a feature.
 *
 * @param table what the report was made from
 * @throws InputError `bad_option` when there is no such KPI or incident
 *
 * @example
 * const { detectors: drivers } = await featureDrivers(report, table);
 */
export async function featureDrivers(
  report: Report,
  table: Table,
  options: FeatureDriverOptions = {},
): Promise<FeatureDrivers> {
  const register = { ...builtInDetectors, ...options.detectors };
  const { chosen, incident } = incidentOf(report, options);
  const config: ResolvedConfig = report.config;
  const sample = sampleOf(
    reshape(table, config),
    chosen.kpi,
    asGiven(config),
    chosen.series === "" ? undefined : chosen.series,
  );
  const points = chosen.flags.reduce<number[]>(
    (found, flagged, point) => (flagged && chosen.incidentOf[point] === incident.rank ? [...found, point] : found),
    [],
  );
  const found: FeatureDriver[] = [];
  for (const { detector, title, votes, flags, skipped } of chosen.detections) {
    options.signal?.throwIfAborted();
    if (!votes || skipped !== null || !points.some((point) => flags[point] === 1)) continue;
    const context = {
      random: createRandom(`${config.seed}/${detector}/${chosen.kpi}/${chosen.series}`),
      signal: options.signal ?? new AbortController().signal,
      compute: options.compute,
      progress: () => {},
    };
    found.push({
      detector,
      title,
      ...(await featureShares(sample, register[detector], config.detectors[detector].params, points, context)),
    });
  }
  return { kpi: chosen.kpi, series: chosen.series, incident, detectors: found };
}

function incidentOf(
  { series }: Report,
  { kpi, series: key, incident: rank = 1 }: FeatureDriverOptions,
): { chosen: SeriesReport; incident: Incident } {
  const candidates = series.filter(
    (one) => (kpi === undefined || one.kpi === kpi) && (key === undefined || one.series === key),
  );
  if (candidates.length === 0) throw new InputError("no_series_of", { kpi: kpi ?? null, key: key ?? null });
  const worst = candidates.reduce((a, b) =>
    (b.incidents[rank - 1]?.severity ?? -1) > (a.incidents[rank - 1]?.severity ?? -1) ? b : a,
  );
  const incident = worst.incidents[rank - 1];
  if (!incident) throw new InputError("no_incident_ranked", { rank });
  return { chosen: worst, incident };
}

/** Settings of features and events as they were asked for, which is all that a sample depends on. */
function asGiven({ features, events }: ResolvedConfig): Config {
  return {
    events,
    features: Object.fromEntries(
      Object.entries(features).map(([id, { enabled, params }]) => [id, { ...params, enabled }]),
    ),
  };
}
