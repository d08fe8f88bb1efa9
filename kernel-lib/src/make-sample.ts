import type { ResolvedConfig } from "./config/config.js";
import type { Sample } from "./detectors/detector.js";
import { featureMatrix } from "./features/feature-matrix.js";
import { features } from "./features/index.js";
import { knownRows } from "./season/known-events.js";
import { parseWrittenEvents } from "./season/parse-events.js";
import { analyseSeason, type Season } from "./season/season.js";
import type { Series } from "./table.js";

/**
 * What detectors are given for one series: the features that the configuration asks for, and what is usual for it. The season
 * is found out when somebody first asks for it, since half of the detectors do not.
 */
export function makeSample(series: Series, config: ResolvedConfig): Sample {
  const choices = Object.entries(features)
    .filter(([id]) => config.features[id].enabled)
    .map(([id, feature]) => ({ feature, params: config.features[id].params }));
  let season: Season | null | undefined;
  return {
    series,
    get season() {
      if (season === undefined) season = analyseSeason(series, knownRows(series, parseWrittenEvents(config.events)), config.season);
      return season;
    },
    features: featureMatrix(series, choices),
  };
}
