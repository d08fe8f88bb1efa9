import type { ResolvedConfig } from "./config/config.js";
import type { Sample } from "./detectors/detector.js";
import { featureMatrix } from "./features/feature-matrix.js";
import { features } from "./features/index.js";
import { knownRows } from "./season/known-events.js";
import { parseWrittenEvents } from "./season/parse-events.js";
import { analyseSeason } from "./season/season.js";
import type { Series } from "./table.js";

/** What detectors are given for one series: what is usual for it, and the features that the configuration asks for. */
export function makeSample(series: Series, config: ResolvedConfig): Sample {
  const choices = Object.entries(features)
    .filter(([id]) => config.features[id].enabled)
    .map(([id, feature]) => ({ feature, params: config.features[id].params }));
  const known = knownRows(series, parseWrittenEvents(config.events));
  return { series, season: analyseSeason(series, known, config.season), features: featureMatrix(series, choices) };
}
