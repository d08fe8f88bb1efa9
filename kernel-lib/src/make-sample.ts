import type { ResolvedConfig } from "./config/config.js";
import type { Sample } from "./detectors/detector.js";
import type { SeriesFits } from "./fit-cache.js";
import type { FeatureMatrix } from "./features/feature.js";
import { features } from "./features/index.js";
import { featureMatrix, type FeatureChoice } from "./features/matrix/feature-matrix.js";
import { threadedFeatureMatrix } from "./features/matrix/threaded-feature-matrix.js";
import type { Compute } from "./numeric/compute.js";
import type { Checkpoint } from "./numeric/checkpoint.js";
import { knownRows } from "./season/known-events.js";
import { parseWrittenEvents } from "./season/parse-events.js";
import { analyseSeason, type Season } from "./season/season.js";
import { insertMissingRows } from "./season/whole-series.js";
import { inUsualSize } from "./numeric/scaling/usual-size.js";
import type { Series } from "./table.js";

/**
 * What detectors are given for one series: the features that the configuration asks for, and what is usual for it. The season
 * is found out when somebody first asks for it, since half of the detectors do not.
 */
export function makeSample(given: Series, config: ResolvedConfig): Sample {
  const series = ofUsualSize(given);
  return sampleWith(featureMatrix(series, choicesOf(config)), series, config);
}

/** The same for detectors that look at the series alone; what is usual is taken from what was fitted before, and left there. */
export function makeSampleWithoutFeatures(given: Series, config: ResolvedConfig, fits?: SeriesFits): Sample {
  const noFeatures = { names: [], points: new Uint32Array(0), values: new Float64Array(0) };
  return sampleWith(noFeatures, ofUsualSize(given), config, fits);
}

/** The sample with its features, as `makeSample` has them, to the byte; they are made on all threads of `compute`. */
export async function addFeaturesOnThreads(
  sample: Sample,
  config: ResolvedConfig,
  compute: Compute,
  checkpoint: Checkpoint,
): Promise<Sample> {
  const features = await threadedFeatureMatrix(sample.series, choicesOf(config), compute, checkpoint);
  return {
    series: sample.series,
    get season() {
      return sample.season;
    },
    features,
  };
}

/** The sample without what is usual, which is long; it is found out again should somebody ask. */
export function withoutSeason({ series, features }: Sample, config: ResolvedConfig, fits?: SeriesFits): Sample {
  return sampleWith(features, series, config, fits);
}

/** Numbers near 1e300 or near the smallest ones are judged as if they were of a usual size (see `inUsualSize`). */
function ofUsualSize(series: Series): Series {
  const { values } = inUsualSize(series.values);
  return values === series.values ? series : { ...series, values };
}

function choicesOf(config: ResolvedConfig): FeatureChoice[] {
  return Object.entries(features)
    .filter(([id]) => config.features[id].enabled)
    .map(([id, feature]) => ({ feature, params: config.features[id].params }));
}

function sampleWith(matrix: FeatureMatrix, series: Series, config: ResolvedConfig, fits?: SeriesFits): Sample {
  let season = fits?.season;
  return {
    series,
    get season() {
      if (season === undefined) {
        season = seasonOf(series, config);
        if (fits?.hasRoom(series.values.length)) fits.season = season;
      }
      return season;
    },
    features: matrix,
  };
}

/** What is usual for a series of a usual size. Rows that the file lacks are put in, so that cycles keep step. */
export function seasonOf(series: Series, config: Pick<ResolvedConfig, "events" | "season">): Season | null {
  const { series: whole, rows } = insertMissingRows(series);
  return analyseSeason(whole, knownRows(whole, parseWrittenEvents(config.events)), config.season, rows);
}
