import type { Incident, SeriesReport } from "kpi-anomaly";
import { t } from "../../shared/translate.js";
import { toldStretch } from "./facts/told-stretch.js";
import type { FixFacts, LikeFacts, LikePlace, StoredVerdict, Tuning } from "../../shared/protocol/index.js";

const day = 86_400_000;

/** By how much an incident may be larger than one that was marked and still be like it. */
const noLarger = 1.25;

/** Marks of one kind after which a rule is offered. */
const manyAlike = 3;

/** What a person said of the incidents of one series. */
export type SeriesVerdicts = readonly StoredVerdict[];

/** Those about this series; the stretches of a KPI's other segments are others. */
export function verdictsOn({ kpi, series }: SeriesReport, verdicts: readonly StoredVerdict[]): SeriesVerdicts {
  return verdicts.filter((verdict) => verdict.kpi === kpi && verdict.series === series);
}

/** The verdict on a stretch of time. */
export function verdictAt(verdicts: SeriesVerdicts, start: number, end: number): StoredVerdict | undefined {
  return verdicts.find((verdict) => verdict.start < end && verdict.end > start);
}

/** The incidents of a series that a person marked as expected: what others may be like. O(incidents * verdicts). */
export function examplesOf(series: SeriesReport, step: number, verdicts: SeriesVerdicts): readonly Incident[] {
  const expected = verdicts.filter(({ verdict }) => verdict === "expected");
  if (!expected.length) return [];
  return series.incidents.filter(({ start, end }) => verdictAt(expected, series.time[start], series.time[end] + step));
}

/**
 * What feedback teaches: an incident of which nobody said anything is like one that was marked as expected, when it has the
 * same kind and direction, the same place in the calendar and is no larger. Null where nothing was marked that it is like.
 *
 * @param examples as `examplesOf` gives them
 */
export function likeExpected(
  series: SeriesReport,
  incident: Incident,
  step: number,
  verdicts: SeriesVerdicts,
  examples: readonly Incident[],
): LikeFacts | null {
  if (!examples.length || verdictAt(verdicts, series.time[incident.start], series.time[incident.end] + step))
    return null;
  for (const other of examples) {
    if (other.kind !== incident.kind || other.direction !== incident.direction) continue;
    const place = samePlace(series.time[other.peak], series.time[incident.peak], step);
    if (place && sizeOf(incident) <= noLarger * sizeOf(other)) return { told: toldStretch(other, series, step), place };
  }
  return null;
}

const sizeOf = ({ actual, expected, points }: Incident): number =>
  Number.isFinite(actual) && Number.isFinite(expected) ? Math.abs(actual - expected) : points;

/** What two moments have in common in the calendar, the rarest first; null for nothing. */
function samePlace(a: number, b: number, step: number): LikePlace | null {
  if (step < 1000) return null;
  const [one, other] = [new Date(a), new Date(b)];
  const ends = (at: Date): boolean => new Date(at.getTime() + day).getUTCDate() === 1;
  if (one.getUTCMonth() === other.getUTCMonth() && one.getUTCDate() === other.getUTCDate() && step >= day)
    return "date";
  if (step >= day && step < 7 * day && ends(one) && ends(other)) return "monthEnd";
  if (step >= 27 * day) return one.getUTCMonth() === other.getUTCMonth() ? "month" : null;
  if (one.getUTCDay() !== other.getUTCDay()) return null;
  if (step >= day) return step < 7 * day ? "weekday" : null;
  return one.getUTCHours() === other.getUTCHours() ? "hour" : null;
}

/** Rules that a person's own marks suggest: after three expected rises (and no real one) only falls need to be told, and the other way round. */
export function offeredRules(
  series: SeriesReport,
  step: number,
  all: readonly StoredVerdict[],
  rules: Tuning["rules"],
): FixFacts[] {
  const verdicts = verdictsOn(series, all);
  const marked = series.incidents.flatMap((incident) => {
    const said = verdictAt(verdicts, series.time[incident.start], series.time[incident.end] + step)?.verdict;
    return said ? [{ said, direction: incident.direction }] : [];
  });
  for (const direction of ["up", "down"] as const) {
    const expected = marked.filter((one) => one.said === "expected" && one.direction === direction).length;
    const real = marked.some((one) => one.said === "real" && one.direction === direction);
    if (expected < manyAlike || real || (rules[series.kpi]?.direction ?? "both") !== "both") continue;
    const other = direction === "up" ? "down" : "up";
    return [
      {
        kind: "rule",
        found:
          direction === "up"
            ? t(
                {
                  en: "You marked {0} rises of {1} as expected and none as real.",
                  de: "{0} Anstiege von {1} sind als erwartet markiert, keiner als echt.",
                },
                expected,
                series.kpi,
              )
            : t(
                {
                  en: "You marked {0} falls of {1} as expected and none as real.",
                  de: "{0} Rückgänge von {1} sind als erwartet markiert, keiner als echt.",
                },
                expected,
                series.kpi,
              ),
        effect:
          other === "down"
            ? t({ en: "Tell falls only.", de: "Nur Rückgänge melden." })
            : t({ en: "Tell rises only.", de: "Nur Anstiege melden." }),
        action:
          other === "down" ? t({ en: "Only falls", de: "Nur Rückgänge" }) : t({ en: "Only rises", de: "Nur Anstiege" }),
        changes: { rules: { ...rules, [series.kpi]: { ...rules[series.kpi], direction: other } } },
      },
    ];
  }
  return [];
}
