import { finiteValues } from "../../numeric/finite.js";
import type { Random } from "../../numeric/random.js";
import { deviation, median, medianAbsoluteDeviation } from "../../numeric/statistics.js";
import type { Series, Table } from "../../table.js";
import { withKpiValues } from "../changed-table.js";
import { injectionKinds, type InjectionKindId } from "./injection-kinds.js";

/** A planted event; positions are indexes into the series, both inclusive. */
export interface PlantedEvent {
  readonly start: number;
  readonly end: number;
}

interface Plan {
  readonly kind: InjectionKindId;
  /** In robust standard deviations. */
  readonly size: number;
  readonly count: number;
  readonly random: Random;
}

/**
 * Writes events into a copy of a table: apart from each other, in the later three quarters of the series (detectors have to
 * learn first), where values are known and nothing is flagged yet. Where so many have no room, as many as have; none at all
 * leaves the table as it is.
 */
export function plantEvents(
  table: Table,
  series: Series,
  flagged: Uint8Array,
  { kind, size, count, random }: Plan,
): { table: Table; events: PlantedEvent[]; spread: number; length: number } {
  const { lasting, plant } = injectionKinds[kind];
  const spread = usualSpread(series.values);
  const length = Math.max(5, Math.min(30, Math.round(series.values.length / 60)));
  const width = lasting ? length : 1;
  let events = places(series.values, flagged, width, count, random);
  for (let fewer = count - 1; events.length === 0 && fewer > 0; fewer--)
    events = places(series.values, flagged, width, fewer, random);
  const values = Float64Array.from(series.values);
  for (const { start } of events) plant({ values, start, length: width, amount: size * spread, random });
  const changed = new Map(
    events.flatMap(({ start, end }) =>
      Array.from(
        { length: end - start + 1 },
        (_, offset) => [series.records[start + offset], values[start + offset]] as const,
      ),
    ),
  );
  return {
    table: withKpiValues(table, [series.kpi], (value, record) => changed.get(record) ?? value),
    events,
    spread,
    length,
  };
}

/** Robust standard deviation; where half of the values are equal the plain one, for a constant a tenth of its value. */
function usualSpread(values: Float64Array): number {
  const known = finiteValues(values);
  return medianAbsoluteDeviation(known, true) || deviation(known) || Math.abs(median(known)) / 10 || 1;
}

/** One place in each of `count` equal stretches, so that events are spread out and never touch. */
function places(
  values: Float64Array,
  flagged: Uint8Array,
  width: number,
  count: number,
  random: Random,
): PlantedEvent[] {
  const first = Math.floor(values.length / 4);
  const events: PlantedEvent[] = [];
  for (let stretch = 0; stretch < count; stretch++) {
    const from = first + Math.floor(((values.length - first) * stretch) / count) + width;
    const to = first + Math.floor(((values.length - first) * (stretch + 1)) / count) - 2 * width;
    const free: number[] = [];
    for (let start = from; start <= to; start++) if (isFree(values, flagged, start, width)) free.push(start);
    if (free.length === 0) continue;
    const start = free[random.integer(free.length)];
    events.push({ start, end: start + width - 1 });
  }
  return events;
}

function isFree(values: Float64Array, flagged: Uint8Array, start: number, width: number): boolean {
  for (let point = start; point < start + width; point++)
    if (Number.isNaN(values[point]) || flagged[point] === 1) return false;
  return true;
}
