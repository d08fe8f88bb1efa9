import type { ResolvedConfig } from "../../../kernel-lib/src/config/config.js";
import { detectors as register } from "../../../kernel-lib/src/detectors/index.js";
import { makeSample } from "../../../kernel-lib/src/make-sample.js";
import { runDetector } from "../../../kernel-lib/src/run-detector.js";
import type { Detection } from "../../../kernel-lib/src/report.js";
import type { Season } from "../../../kernel-lib/src/season/season.js";
import type { LabelledSeries } from "../generated/labelled-series.js";

/** A series with all that a decision looks at; survives `structuredClone`. */
export interface Prepared {
  readonly item: LabelledSeries & { readonly source: string };
  readonly season: Season | null;
  readonly detections: readonly Detection[];
}

/** Runs the model of what is normal and every detector that has a say in the decision. */
export async function prepare(item: Prepared["item"], config: ResolvedConfig): Promise<Prepared> {
  const sample = makeSample(item.series, config);
  const context = { signal: new AbortController().signal, progress: () => {} };
  const detections: Detection[] = [];
  for (const [id, detector] of Object.entries(register)) {
    if (detector.share === undefined || detector.companions) continue;
    const { detection } = await runDetector(id, detector, sample, config, context);
    detections.push(detection);
  }
  return { item, season: sample.season, detections };
}
