import { tooFewSaid, type TooFewToJudge } from "../../season/too-few-to-judge.js";
import type { Config } from "../../config/config.js";
import { detect } from "../../detect.js";
import type { Progress } from "../../progress.js";
import type { Detector } from "../../detectors/detector.js";
import { InputError } from "../../errors.js";
import type { Compute } from "../../numeric/compute.js";
import { createRandom } from "../../numeric/random.js";
import type { Report, SeriesReport } from "../../report.js";
import { reshape } from "../../reshape/reshape.js";
import type { Series, Table } from "../../table.js";
import { DECISION, injectionKinds, type InjectionKindId } from "./injection-kinds.js";
import { plantEvents, type PlantedEvent } from "./plant-events.js";
import { comparedDetectors } from "../compared-detectors.js";
import { sampleOf } from "../sample-of.js";

/** What an injection can be told. */
export interface InjectOptions {
  /** KPI that the anomalies are planted into; the first one when left out. */
  readonly kpi?: string;
  /** Value of the key column; the first one when left out. */
  readonly series?: string;
  /** Kinds to plant; all when left out. */
  readonly kinds?: readonly InjectionKindId[];
  /** Sizes in robust standard deviations of the KPI; 2, 4, 7 and 10 when left out. */
  readonly sizes?: readonly number[];
  /** Events of each kind and size; 6 when left out, fewer where the series is too short for them. */
  readonly events?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Detectors of one's own, by id, beside the built-in ones. */
  readonly detectors?: Readonly<Record<string, Detector>>;
  /** Where heavy loops run; this thread alone when left out. */
  readonly compute?: Compute;
}

/** How many of the planted events one detector caught. */
export interface Recall {
  readonly kind: InjectionKindId;
  /** In robust standard deviations; NaN for a kind without sizes. */
  readonly size: number;
  /** Id of the detector, or `decision` for the verdict of all. */
  readonly detector: string;
  readonly caught: number;
  readonly planted: number;
}

/** What would be caught. */
export interface Injection {
  readonly kind: "injection";
  readonly kpi: string;
  readonly series: string;
  /** One robust standard deviation, in units of the KPI. */
  readonly spread: number;
  /** Points that a lasting event lasts. */
  readonly length: number;
  readonly detectors: readonly { readonly id: string; readonly title: string }[];
  readonly recalls: readonly Recall[];
  /** What was planted in each run. */
  readonly runs: readonly {
    readonly kind: InjectionKindId;
    readonly size: number;
    readonly events: readonly PlantedEvent[];
  }[];
  /** Kinds that the series has no room for: it is too short, or flagged or missing where one could be. */
  readonly leftOut: readonly InjectionKindId[];
  /** Set where the series holds too few values for the decision to find anything in it. */
  readonly tooFew?: Pick<TooFewToJudge, "values" | "needed">;
}

/**
 * Plants anomalies of known kind, size and place into the user's own data and counts which of them each detector
 * catches. `door.ts` tells the rest.
 */
export async function inject(given: Table, config: Config = {}, options: InjectOptions = {}): Promise<Injection> {
  const table = reshape(given, config);
  const { signal, progress, detectors, compute } = options;
  const { series } = sampleOf(table, options.kpi, {}, options.series);
  const settings: Config = { ...config, columns: { ...config.columns, kpis: [series.kpi] } };
  const run = (changed: Table): Promise<Report> => detect(changed, settings, { signal, detectors, compute });
  progress?.({ step: { kind: "wholeFile", facts: {} }, fraction: 0 });
  const before = await run(table);
  const base = before.series.find((each) => each.series === series.key)!;
  const plans = plansOf(options);
  const recalls: Recall[] = [];
  const runs: { kind: InjectionKindId; size: number; events: readonly PlantedEvent[] }[] = [];
  let spread = NaN;
  let length = 0;
  const leftOut = new Set<InjectionKindId>();
  for (const [index, { kind, size }] of plans.entries()) {
    signal?.throwIfAborted();
    progress?.({ step: { kind: "planting", facts: { what: kind } }, fraction: (index + 1) / (plans.length + 1) });
    const planted = plantEvents(table, series, base.flags, {
      kind,
      size,
      count: options.events ?? 6,
      random: createRandom(`${before.config.seed}/inject/${kind}/${size}`),
    });
    ({ spread, length } = planted);
    if (planted.events.length === 0) {
      leftOut.add(kind);
      continue;
    }
    runs.push({ kind, size, events: planted.events });
    const after = (await run(planted.table)).series.find((each) => each.series === series.key)!;
    recalls.push(...recallsOf({ kind, size }, planted.events, base, after));
  }
  if (recalls.length === 0) throw noRoom(series, leftOut);
  progress?.({ step: { kind: "done", facts: {} }, fraction: 1 });
  const named = comparedDetectors(base.detections).map(({ detector, title }) => ({ id: detector, title }));
  return {
    kind: "injection",
    kpi: series.kpi,
    series: series.key,
    spread,
    length,
    detectors: named,
    recalls,
    runs,
    leftOut: [...leftOut],
    ...tooFewSaid(base),
  };
}

/** One run: what is planted, and how large (NaN for a kind without sizes). */
interface Plan {
  readonly kind: InjectionKindId;
  readonly size: number;
}

function plansOf({ kinds, sizes = [2, 4, 7, 10] }: InjectOptions): Plan[] {
  return (kinds ?? (Object.keys(injectionKinds) as InjectionKindId[])).flatMap((kind) =>
    (injectionKinds[kind].sized ? sizes : [NaN]).map((size) => ({ kind, size })),
  );
}

/** What each detector and the decision caught of the events planted in a run. */
function recallsOf(plan: Plan, events: readonly PlantedEvent[], base: SeriesReport, after: SeriesReport): Recall[] {
  const planted = events.length;
  const detected = comparedDetectors(after.detections).map(({ detector, flags }): Recall => {
    const before = base.detections.find((each) => each.detector === detector)?.flags;
    return { ...plan, detector, caught: events.filter((event) => isFlagged(event, flags, before)).length, planted };
  });
  const decided = events.filter(
    (event) => isFlagged(event, after.flags, base.flags) || isToldMissing(event, after, base),
  );
  return [...detected, { ...plan, detector: DECISION, caught: decided.length, planted }];
}

function noRoom({ kpi, values }: Series, leftOut: ReadonlySet<InjectionKindId>): InputError {
  return new InputError("no_room", { kpi, points: values.length, kinds: [...leftOut] });
}

/** Whether a point of it is flagged that was not before. */
function isFlagged({ start, end }: PlantedEvent, now: Uint8Array, then: Uint8Array | undefined): boolean {
  return now.subarray(start, end + 1).some((flag, offset) => flag === 1 && then?.[start + offset] !== 1);
}

/** Whether values are said to be missing there that were not before: points without a value are never flagged. */
function isToldMissing(event: PlantedEvent, now: SeriesReport, then: SeriesReport): boolean {
  const told = ({ incidents }: SeriesReport): boolean =>
    incidents.some(({ kind, start, end }) => kind === "missing" && start <= event.end && end >= event.start);
  return told(now) && !told(then);
}
