import { isContinuous } from "../../../kernel-lib/src/baseline/kind.js";
import { blockMaxima, blockRows, usualMaximum } from "../../../kernel-lib/src/decide/evidence/block-maxima.js";
import type {
  AlarmSteps,
  Calibration,
  ChanceCurve,
  PaceCalibration,
} from "../../../kernel-lib/src/decide/evidence/calibration.js";
import { POWERS_PER_DOUBLING } from "../../../kernel-lib/src/decide/evidence/expected-alarms.js";
import { FORMER, rowEvidence } from "../../../kernel-lib/src/decide/evidence/evidence.js";
import { decide } from "../../../kernel-lib/src/decide/decide.js";
import { noRules } from "../../../kernel-lib/src/decide/incident/kpi-rules.js";
import { decidingScore } from "../../../kernel-lib/src/decide/score/combine-detections.js";
import { jointScoreOf, liftFindings, weighedFindings } from "../../../kernel-lib/src/decide/score/joint-score.js";
import { withoutRecurring } from "../../../kernel-lib/src/decide/score/recurring-findings.js";
import { eventMetrics, labelRuns, type EventMetrics } from "../../../kernel-lib/src/evaluate/metrics.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { quantile } from "../../../kernel-lib/src/numeric/statistics.js";
import { curveFrom } from "./chance-curve.js";
import type { Prepared } from "./evidence-of.js";
import { digits, growthOf, mean, MOST_OF_ONE } from "./growth.js";
import { fitLogistic, type Lesson } from "./logistic.js";
import { MODEL_COLUMNS, startWeights } from "./start-weights.js";
import { subjectOf, voicesOf, withSteps, type Subject } from "./subject.js";

/** Rows of a series that are learnt from: so many that are labelled, so many that are not. */
const ROWS = 200;
/** Weight of all labelled rows of a series together; the others have the rest. */
const LABELLED = 0.3;
/** How hard weights are pulled to equal hands. More freedom ranks generated series better and real ones worse. */
const PULL = 0.03;
/** In series of minutes the model's part counts for a quarter: much there is no noise of a law it knows. */
const MODEL_IN_MINUTES = 0.25;
/** Weight of the logarithm of the former score: as any strong voice. */
const FORMER_WEIGHT = 1;
/** Expected number in a series at which the joint evidence scores 1. */
const USUAL = 0.1;
/**
 * What findings of the model may need: joint evidence, or to be so many times stronger alone. Of those that keep the promised
 * silence the best is the one with the most utility on generated series: event F1, less a tenth of the false alarms per 1,000 rows, more a quarter of the share of
 * series without events that are silent; of those that are as good the strictest, which stand last.
 */
const NEEDS: readonly PaceCalibration["findings"][] = [
  { backed: 0, alone: 1 },
  ...[1.75, 2.5, 3.5].flatMap((alone) => [0.15, 0.4, 1].map((backed) => ({ backed, alone }))),
];

type Needs = PaceCalibration["findings"];
type Steps = PaceCalibration["steps"];

/** Part of the level of a lone alarm that the least one has: in whole cycles more alarms help each other. */
const LEAST = { points: 0.7, cycles: 0.6 };

/** Share of the series without events that has to be silent, before anything else counts. */
const PROMISED = 0.95;

/** Steps of the alarm level that are tried, the strictest last. */
const STEPS = [1.4, 1.5, 1.6, 1.7].flatMap((lone) =>
  [0.65, 0.55, 0.45].map(
    (slope) =>
      (least: number): AlarmSteps => ({
        lone,
        slope,
        least: digits(lone * least, 3),
      }),
  ),
);

/** Utilities that are this near are as good. */
const AS_GOOD = 0.001;

type Pace = "minutes" | "other";
type Loader = () => Iterable<Prepared>;

/** Finds all constants of the decision. Pure: the same series give the same numbers. */
export function learn(anomalous: Loader, calm: Loader, tell: (text: string) => void = () => {}): Calibration {
  const least = leastScales(calm());
  tell(`least scales ${JSON.stringify(least)}`);
  const subjects = (loader: Loader): Subject[] =>
    [...map(loader(), (prepared) => subjectOf(prepared, (id) => least[id] ?? 0.35))].flatMap((one) => one ?? []);
  const [events, nulls] = [subjects(anomalous), subjects(calm)];
  const start = startWeights(Object.keys(least));
  start.flatRun ??= 0.15;
  const both = fitted(events, start, Object.keys(start));
  const own = fitted(
    events,
    start,
    Object.keys(start).filter((name) => !MODEL_COLUMNS.includes(name)),
  );
  const minutes = { ...own, ...Object.fromEntries(MODEL_COLUMNS.map((name) => [name, MODEL_IN_MINUTES * both[name]])) };
  const of = (pace: Pace, all: readonly Subject[]): Subject[] => all.filter((one) => paceOf(one) === pace);
  return {
    least,
    minutes: paced(minutes, of("minutes", events), of("minutes", nulls), tell),
    other: paced(both, of("other", events), of("other", nulls), tell),
  };
}

function* map<A, B>(items: Iterable<A>, by: (item: A) => B): Generator<B> {
  for (const item of items) yield by(item);
}

const paceOf = ({ season }: Subject): Pace => (season.rhythm === "minutes" ? "minutes" : "other");

/** A lower fifth of each detector's scale on series without events. */
function leastScales(calm: Iterable<Prepared>): Record<string, number> {
  const scales = new Map<string, number[]>();
  for (const prepared of calm) {
    if (!prepared.season || !isContinuous(prepared.season.baseline)) continue;
    const block = blockRows(prepared.season.filled.length, prepared.season.rhythm);
    for (const { detector, scores, isRoot } of voicesOf(prepared)) {
      if (isRoot) continue;
      const { scale } = usualMaximum(blockMaxima(scores, block).filter(Number.isFinite), 0);
      if (scale > 0) scales.set(detector, [...(scales.get(detector) ?? []), scale]);
    }
  }
  return Object.fromEntries([...scales].map(([id, own]) => [id, digits(quantile(Float64Array.from(own), 0.2), 3)]));
}

function fitted(
  subjects: readonly Subject[],
  start: Readonly<Record<string, number>>,
  names: readonly string[],
): Record<string, number> {
  const { weights } = fitLogistic(
    lessonOf(subjects, names),
    names.map((name) => start[name]),
    PULL,
  );
  return Object.fromEntries(names.map((name, k) => [name, digits(weights[k], 3)]));
}

/** An even choice of rows of each series with events: every series counts the same. */
function lessonOf(subjects: readonly Subject[], names: readonly string[]): Lesson {
  const columns: number[][] = names.map(() => []);
  const truth: number[] = [];
  const weight: number[] = [];
  for (const { item, season, rows, labels, columns: own } of subjects) {
    if (!isContinuous(season.baseline) || !labels.includes(1)) continue;
    const random = createRandom(7).fork(item.name);
    const bySide: [number[], number[]] = [[], []];
    for (let i = 0; i < rows; i++) if (!season.missing[i]) bySide[labels[i]].push(i);
    bySide.forEach((places, side) => {
      const count = Math.min(ROWS, places.length);
      for (let k = 0; k < count; k++) {
        const j = k + random.integer(places.length - k);
        const row = places[j];
        places[j] = places[k];
        names.forEach((name, c) => columns[c].push(own.get(name)?.[row] ?? 0));
        truth.push(side);
        weight.push((side ? LABELLED : 1 - LABELLED) / count);
      }
    });
  }
  return {
    columns: columns.map((column) => Float64Array.from(column)),
    truth: Uint8Array.from(truth),
    weight: Float64Array.from(weight),
  };
}

/** What findings of the model need, with the most utility, and what the dial then counts. */
function paced(
  weights: Record<string, number>,
  events: readonly Subject[],
  nulls: readonly Subject[],
  tell: (text: string) => void,
): PaceCalibration {
  const all = { ...weights, [FORMER]: FORMER_WEIGHT };
  const scored = (subjects: readonly Subject[], steps: Steps, curve: ChanceCurve): Scored[] =>
    subjects.map((one) => scoredBy(withSteps(one, steps), all, { curve, usual: USUAL }));
  const judged = (steps: Steps): { curve: ChanceCurve; withEvents: Scored[]; calm: Scored[] } => {
    const curve = curveOf(
      nulls.map((one) => withSteps(one, steps)),
      all,
    );
    return { curve, withEvents: scored(events, steps, curve), calm: scored(nulls, steps, curve) };
  };
  const utilityOf = ({ withEvents, calm }: ReturnType<typeof judged>, needs: Needs, what: unknown): number => {
    const silent = mean(calm.map((one) => (incidentsOf(one, needs).length === 0 ? 1 : 0)));
    const rated = withEvents.map((one) => ratedBy(one, needs));
    const [f1, falseAlarms] = [mean(rated.map((one) => one.f1)), mean(rated.map((one) => one.falseAlarmsPerThousand))];
    tell(
      `${JSON.stringify(what)}: F1 ${f1.toFixed(3)}, false alarms ${falseAlarms.toFixed(3)}, silent ${silent.toFixed(3)}`,
    );
    return silent < PROMISED ? silent - 1 : f1 - 0.1 * falseAlarms + 0.25 * silent;
  };
  const steps = best(
    STEPS.map((of): Steps => ({ points: of(LEAST.points), cycles: of(LEAST.cycles) })),
    (tried) => utilityOf(judged(tried), NEEDS.at(-1)!, tried),
  );
  const series = judged(steps);
  const findings = best(NEEDS, (tried) => utilityOf(series, tried, tried));
  const dial = dialOf(series.calm, findings);
  tell(`dial ${JSON.stringify(dial)}`);
  return { weights: all, curve: series.curve, usual: USUAL, steps, findings, dial };
}

/** The one with the most utility; of those that are as good the one that stands last. */
function best<Choice>(choices: readonly Choice[], utilityOf: (choice: Choice) => number): Choice {
  const utilities = choices.map(utilityOf);
  const most = Math.max(...utilities);
  return choices.filter((_, k) => utilities[k] >= most - AS_GOOD).at(-1)!;
}

/** Sensitivities at which false alarms are counted. */
const DIAL = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/** Fewer incidents than this tell no number; below them it falls as scores get rarer. */
const ENOUGH = 8;

/** Part of the number that is left ten sensitivities lower, where too few are counted to tell. */
const RARER = Math.exp(-Math.LN10 * POWERS_PER_DOUBLING * 0.4);

/** Incidents a series without events at each sensitivity, in a series of the mean number of blocks. */
function dialOf(calm: readonly Scored[], findings: PaceCalibration["findings"]): PaceCalibration["dial"] {
  const blocks = calm.map(({ one }) => one.rows / blockRows(one.rows, one.season.rhythm));
  const usual = mean(blocks);
  const counts = DIAL.map((sensitivity) =>
    calm.map((one) => Math.min(MOST_OF_ONE, incidentsOf(one, findings, sensitivity).length)),
  );
  const sums = counts.map((own) => own.reduce((sum, count) => sum + count, 0));
  const growth = growthOf(
    counts.filter((_, k) => sums[k] >= ENOUGH),
    blocks.map((own) => own / usual),
  );
  const places = blocks.reduce((sum, own) => sum + (own / usual) ** growth, 0);
  const expected = sums.map((sum) => sum / places);
  for (let k = expected.length - 2; k >= 0; k--) {
    // A way back from numbers to sensitivities: each lower one counts less.
    const most = sums[k] < ENOUGH ? RARER * expected[k + 1] : 0.98 * expected[k + 1];
    expected[k] = sums[k] < ENOUGH ? most : Math.min(expected[k], most);
  }
  return { expected: expected.map((each) => Number(each.toPrecision(4))), blocks: digits(usual, 1), growth };
}

const evidenceOf = ({ columns, rows }: Subject, weights: Readonly<Record<string, number>>): Float64Array =>
  rowEvidence(columns, weights, rows);

/** A series with its scores: what the needs of findings do not change. */
export interface Scored {
  readonly one: Subject;
  readonly joint: Float64Array;
  readonly deciding: Float64Array;
}

export function scoredBy(
  one: Subject,
  weights: Readonly<Record<string, number>>,
  calibration: Pick<PaceCalibration, "curve" | "usual">,
): Scored {
  const joint = jointScoreOf(evidenceOf(one, weights), one.season, one.pattern, calibration);
  return { one, joint, deciding: decidingScore(one.former, joint, one.season) };
}

export function incidentsOf(
  { one, joint, deciding }: Scored,
  needs: PaceCalibration["findings"],
  sensitivity = 50,
): readonly { readonly start: number; readonly end: number }[] {
  const { item, band, z, pattern } = one;
  const { normal } = pattern;
  const found = withoutRecurring(normal?.findings ?? [], pattern.cycle, joint.length);
  const findings = normal ? weighedFindings({ ...normal, findings: found }, joint, needs) : [];
  const combined = deciding.slice();
  liftFindings(combined, findings, z);
  const { kpi, key, records, time, values } = item.series;
  const nothing = new Float64Array(combined.length).fill(NaN);
  return decide(
    {
      kpi,
      series: key,
      records,
      lines: records,
      time,
      values,
      decimals: 3,
      cadence: "",
      detections: [],
      combined,
      pattern: normal ? { ...pattern, normal: { ...normal, findings } } : pattern,
      ...band,
      usual: nothing,
      usualLower: nothing,
      usualUpper: nothing,
    },
    { mode: "auto", consensus: 2, sensitivity, contamination: 0.5, incidentGap: 1, rules: noRules },
  ).incidents;
}

export function ratedBy(scored: Scored, needs: PaceCalibration["findings"]): EventMetrics {
  const { labels } = scored.one.item;
  return eventMetrics(labelRuns(labels), [...incidentsOf(scored, needs)], labels.length);
}

function curveOf(nulls: readonly Subject[], weights: Readonly<Record<string, number>>): ChanceCurve {
  return curveFrom(
    nulls
      .filter(({ season }) => isContinuous(season.baseline))
      .map((one) => ({ evidence: evidenceOf(one, weights), rhythm: one.season.rhythm })),
  );
}
