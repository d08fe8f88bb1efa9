import { isPercentTelling } from "../decide/incident/explain.js";
import { heldFinite } from "../numeric/scaling/usual-size.js";
import { memoize } from "../numeric/memoize.js";
import type { Detection, Explanation, Incident, IncidentKind, SeriesReport } from "../report.js";
import { isState } from "../reshape/usual-aggregation.js";
import { nextMoment, stepOf } from "./cadences.js";
import type { IncidentKindTold, ToldIncident } from "./catalogue.js";
import type { Language } from "./language.js";
import { momentScale, type MomentScale } from "./moments.js";
import { speechOf } from "./speech.js";

/** What a sentence needs of the series that an incident is in. */
export type ToldSeries = Pick<
  SeriesReport,
  "time" | "values" | "expected" | "pattern" | "decimals" | "cadence" | "detections"
> &
  Partial<Pick<SeriesReport, "kpi" | "unit">>;

/**
 * Why an incident is one, in one or two sentences: how far off, against what, how rare.
 *
 * @example reasonOf(incident, series) // "88% below a usual Thursday (3,281 instead of about 28,000), the largest deviation in 200 days."
 */
export function reasonOf(incident: Incident, series: ToldSeries, language?: Language): string {
  const { words, write } = speechOf(language);
  const told = toldIncident(incident, series);
  const sentence = words.incidents[told.kind](told, write);
  const relation = incident.explanation?.relation;
  return relation ? `${sentence} ${words.relation(relation, write)}` : sentence;
}

/** How moments of a series are told. */
export function scaleOf({ time, cadence }: Pick<SeriesReport, "time" | "cadence">): MomentScale {
  return scales(time)(cadence ?? "");
}

const scales = memoize((time: Float64Array) => {
  const known = new Map<string, MomentScale>();
  return (cadence: string): MomentScale => {
    const scale = known.get(cadence) ?? momentScale(time, cadence !== "", cadence);
    known.set(cadence, scale);
    return scale;
  };
});

/**
 * Detectors that vote name the features that made them flag it; in mode `auto` they have no say, and nothing is told.
 *
 * @example
 * const sentences = featureReasons(incident, series);
 */
export function featureReasons(
  { explanation }: Pick<Incident, "explanation">,
  series: Pick<SeriesReport, "kpi" | "cadence" | "threshold"> & { readonly detections: readonly Detection[] },
  language?: Language,
): string[] {
  if (Number.isFinite(series.threshold)) return [];
  const { words, write } = speechOf(language);
  return (explanation?.features ?? [])
    .filter(({ features }) => features[0].name !== series.kpi)
    .map(({ detector, features }) => {
      const title = series.detections.find((detection) => detection.detector === detector)?.title ?? detector;
      const names = features.filter(({ share }, place) => place === 0 || (place < 2 && share >= 0.1));
      return words.features({ title, names: names.map(({ name }) => name), cadence: series.cadence }, write);
    });
}

/**
 * First and last moment of an incident as its sentence tells them: of missing values the first and the last that are missing,
 * not the values around them.
 *
 * @example
 * const { from, to } = toldSpan(incident, series); // milliseconds since 1970-01-01
 */
export function toldSpan(incident: Incident, { time }: Pick<SeriesReport, "time">): { from: number; to: number } {
  const missing = missingTold(incident);
  return missing?.inside && kindTold(incident) === "missing"
    ? { from: missing.from, to: missing.to }
    : { from: time[incident.start], to: time[incident.end] };
}

/**
 * What an incident is called, so that the name fits its sentence: values that vary to one side only are a spike or a dip, a
 * course that came late is one; null where only votes made it one.
 *
 * @example
 * toldKind(incident); // "late course"
 */
export function toldKind(incident: Incident): IncidentKind | "late course" | "early course" | null {
  const kind = kindTold(incident);
  if (kind === "voted") return null;
  const late = kind === "variance burst" || kind === "pattern break" ? (incident.explanation?.late ?? 0) : 0;
  return late === 0 ? kind : late > 0 ? "late course" : "early course";
}

/** The facts of the sentence, from the incident and its series. */
export function toldIncident(incident: Incident, series: ToldSeries): ToldIncident {
  const { start, end, peak, actual, expected, explanation, middleHalf } = incident;
  const { time, pattern, decimals, cadence } = series;
  const weekly =
    pattern?.rhythm === "days" && pattern.periods.some(({ label, accepted }) => accepted && label === "week");
  const deviation = explanation?.deviation ?? heldFinite(actual - expected);
  return {
    kind: kindTold(incident),
    from: time[start],
    to: time[end],
    length: end - start + 1,
    actual,
    expected,
    deviation,
    percent: percentOf(actual, expected, explanation?.lower, explanation?.upper),
    isUsual: explanation ? actual >= explanation.lower && actual <= explanation.upper : false,
    weekday: weekly ? new Date(time[peak]).getUTCDay() : null,
    rank: explanation?.rarity.rank ?? NaN,
    of: explanation?.rarity.of ?? NaN,
    rhythm: pattern?.rhythm ?? "days",
    cycle: cycleTold(incident, series),
    related: explanation?.relation !== undefined,
    sides: sidesTold(incident, series),
    level: levelTold(explanation?.level, time),
    still: stillTold(incident, series),
    missingPeak: explanation?.missingPeak ?? null,
    late: explanation?.late ?? null,
    missing: missingTold(incident),
    middleHalf: middleHalf && { ...middleHalf, votes: incident.votes },
    decimals,
    cadence,
    scale: scaleOf(series),
  };
}

/** The cycle that a value is compared along, where the series was found to repeat with it, by itself or within a longer one. */
function cycleTold({ explanation }: Incident, { pattern }: ToldSeries): string {
  const label = explanation?.compared.label ?? "";
  const repeats = pattern?.periods.some(
    ({ label: own, accepted, contained }) => own === label && (accepted || contained),
  );
  return repeats ? label : "";
}

function levelTold(level: Explanation["level"], time: Float64Array): ToldIncident["level"] {
  if (!level) return undefined;
  const { before, after, stayed, onset, passage, madeUp } = level;
  return {
    before,
    after,
    stayed,
    percent: percentOf(after, before),
    ...(onset !== undefined && { onset: time[onset] }),
    ...(passage && { passage: { from: time[passage.start], to: time[passage.end] } }),
    ...(madeUp !== undefined && { madeUp: time[madeUp] }),
  };
}

/** Kinds of series in which nothing is a usual value. */
const WITH_ZEROS: readonly unknown[] = ["zeros", "count"];

/** A value that stands still; of zeros among zeros the longest other time without anything, of what is no flow that it is none. */
function stillTold({ explanation, start, end, expected }: Incident, series: ToldSeries): ToldIncident["still"] {
  const { values, pattern, kpi = "", unit } = series;
  const still = explanation?.still ?? { value: values[start], expected };
  const isFlow = still.value >= 0 && still.expected >= 0 && !isState(kpi, unit);
  if (still.value !== 0) return { ...still, isFlow };
  const otherZeros = longestZeros(values, start, end);
  // Where 0 is expected, as of the sun at night, values do not "usually vary": it is the length that is unusual.
  const isLength = still.expected === 0 && still.aside !== true && otherZeros > 0 && otherZeros <= end - start;
  const isTold = isLength || WITH_ZEROS.includes(pattern?.normal?.kind);
  return { ...still, isFlow, ...(isTold && { otherZeros }) };
}

/** Zeros in a row outside of a stretch. O(n). */
function longestZeros(values: Float64Array, start: number, end: number): number {
  let [most, run] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    run = values[i] === 0 && (i < start || i > end) ? run + 1 : 0;
    most = Math.max(most, run);
  }
  return most;
}

/** Values that lie on one side only are a rise or a fall, however much they vary. */
function kindTold({ kind, explanation, actual, expected }: Incident): IncidentKindTold {
  if (kind === null) return "voted";
  const sides = explanation?.sides;
  const oneSided = !sides || sides.above < 0 || sides.below < 0;
  if ((kind === "variance burst" && oneSided) || (kind === "level shift" && !explanation?.level))
    return actual > expected ? "spike" : "dip";
  return kind;
}

function sidesTold({ explanation }: Incident, series: ToldSeries): ToldIncident["sides"] {
  const sides = explanation?.sides;
  if (!sides || sides.above < 0 || sides.below < 0) return null;
  const side = (point: number): { amount: number; percent: number | null } => ({
    amount: Math.abs(heldFinite(series.values[point] - series.expected[point])),
    percent: percentOf(series.values[point], series.expected[point], explanation.lower, explanation.upper),
  });
  return { above: side(sides.above), below: side(sides.below) };
}

/** In percent of what is expected; null where that misleads: a base near zero or of another sign, next to nothing, or hundreds of times. */
function percentOf(actual: number, expected: number, lower: number = NaN, upper: number = NaN): number | null {
  const percent = 100 * Math.abs(actual / expected - 1);
  const nearZero = Math.abs(expected) < (upper - lower) / 4;
  return nearZero || !isPercentTelling(actual, expected) || !(percent >= 0.05) ? null : percent;
}

/** The first and last moments that are missing. */
function missingTold({ missing }: Incident): ToldIncident["missing"] {
  if (!missing) return null;
  const { after, before, periods, cadence } = missing;
  const step = stepOf(cadence);
  const from = step ? nextMoment(after, step) : NaN;
  const to = step ? nextMoment(before, step, -1) : NaN;
  return from <= to ? { from, to, periods, inside: true } : { from: after, to: before, periods, inside: false };
}
