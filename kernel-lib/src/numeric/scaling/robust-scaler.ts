import { safeScale } from "../finite.js";
import type { RowSource } from "../row-source.js";
import type { Checkpoint } from "../checkpoint.js";
import { moments, quantiles } from "../statistics.js";

/** Beyond this many quartile distances a value is as far as it will ever be; keeps squared distances finite. */
const FARTHEST = 1e6;

/** Brings other rows of the same columns to the same units; returns a new matrix. */
export type Scaler = (values: Float64Array) => Float64Array;

/** A `Scaler` that can be watched and cancelled. */
export interface PausingScaler {
  (values: Float64Array, checkpoint: Checkpoint): Promise<Float64Array>;
  /** The same rows, made when they are asked for. */
  rows(values: Float64Array): RowSource;
}

/**
 * Centres every column on its median and divides it by the distance of its quartiles, so that kilowatts and hours weigh
 * the same in a distance and a few wild values do not set the unit (scikit-learn's `RobustScaler`).
 *
 * A column whose quartiles coincide (a flag that is nearly always 0) is divided by its standard deviation, a constant one
 * becomes zeros. Scaled values beyond ±1e6 are set to that. `values` is row-major and must be finite.
 * O(rows × columns).
 */
export function robustScaler(values: Float64Array, columns: number): Scaler {
  const units: ColumnUnit[] = [];
  while (units.length < columns) units.push(...takenApart(values, columns, units.length).map(columnUnit));
  return (others) => {
    const scaled = new Float64Array(others.length);
    scaleRows(others, scaled, unitColumns(units), 0, others.length);
    return scaled;
  };
}

/** Rows scaled between two looks at the clock. */
const STRETCH = 32_768;

/** Detectors of one series look at the same rows: what is found out about them serves all, as long as the rows are there. */
const known = new WeakMap<Float64Array, { readonly columns: number; readonly scaler: PausingScaler }>();

/**
 * The same for many rows: looks at the clock after each column, and every few milliseconds while it scales.
 */
export async function pausingScaler(
  values: Float64Array,
  columns: number,
  checkpoint: Checkpoint,
): Promise<PausingScaler> {
  const before = known.get(values);
  if (before?.columns === columns) return before.scaler;
  const units: ColumnUnit[] = [];
  while (units.length < columns) {
    for (const column of takenApart(values, columns, units.length)) {
      units.push(columnUnit(column));
      await checkpoint(units.length / columns);
    }
  }
  const byColumn = unitColumns(units);
  const scale = async (others: Float64Array, watch: Checkpoint): Promise<Float64Array> => {
    const scaled = new Float64Array(others.length);
    for (let from = 0; from < others.length; from += STRETCH * columns) {
      scaleRows(others, scaled, byColumn, from, Math.min(others.length, from + STRETCH * columns));
      await watch(from / others.length);
    }
    return scaled;
  };
  const scaler = Object.assign(scale, { rows: (others: Float64Array) => scaledRows(others, byColumn) });
  known.set(values, { columns, scaler });
  return scaler;
}

function scaledRows(values: Float64Array, units: UnitColumns): RowSource {
  const columns = units.factors.length;
  return {
    rows: values.length / columns,
    columns,
    copy: (first, target) =>
      scaleRows(values.subarray(first * columns, first * columns + target.length), target, units, 0, target.length),
    gather: (rows, target) => {
      for (let k = 0; k < rows.length; k++) scaleRow(values, rows[k] * columns, target, k * columns, units);
    },
  };
}

/** Units as columns of numbers, which loops read faster than records. */
interface UnitColumns {
  readonly factors: Float64Array;
  readonly centres: Float64Array;
  readonly spreads: Float64Array;
}

function unitColumns(units: readonly ColumnUnit[]): UnitColumns {
  return {
    factors: Float64Array.from(units, ({ factor }) => factor),
    centres: Float64Array.from(units, ({ centre }) => centre),
    spreads: Float64Array.from(units, ({ spread }) => (spread > 0 ? spread : Infinity)),
  };
}

function scaleRows(values: Float64Array, scaled: Float64Array, units: UnitColumns, from: number, to: number): void {
  for (let at = from; at < to; at += units.factors.length) scaleRow(values, at, scaled, at, units);
}

/** The row of `values` that begins at `from`, written to `scaled` at `to`. */
function scaleRow(
  values: Float64Array,
  from: number,
  scaled: Float64Array,
  to: number,
  { factors, centres, spreads }: UnitColumns,
): void {
  for (let c = 0; c < factors.length; c++) {
    // The sum makes a zero of the negative zeros of a constant column.
    const distance = (values[from + c] * factors[c] - centres[c]) / spreads[c] + 0;
    scaled[to + c] = distance > FARTHEST ? FARTHEST : distance < -FARTHEST ? -FARTHEST : distance;
  }
}

/** Values taken apart together: a few columns, so that rows are read less often, but neither for long nor everything twice. */
const TOGETHER = 1 << 20;

/** The next few columns, from the `first` on. */
function takenApart(values: Float64Array, columns: number, first: number): Float64Array[] {
  const rows = values.length / columns;
  const together = Math.max(1, Math.min(8, Math.floor(TOGETHER / (rows + 1))));
  const taken = Array.from({ length: Math.min(together, columns - first) }, () => new Float64Array(rows));
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    for (let c = 0; c < taken.length; c++) {
      const column = taken[c];
      for (let row = from, at = from * columns + first + c; row < to; row++, at += columns) column[row] = values[at];
    }
  }
  return taken;
}

/** Rows read at a time: they stay in the processor's cache while their columns are taken apart. */
const BLOCK = 128;

interface ColumnUnit {
  /** Keeps 1e-300 and 1.7e308 apart from 0 and infinity; centre and spread are in units of it. */
  readonly factor: number;
  readonly centre: number;
  readonly spread: number;
}

function columnUnit(column: Float64Array): ColumnUnit {
  let largest = 0;
  for (let row = 0; row < column.length; row++) {
    const size = Math.abs(column[row]);
    if (size > largest) largest = size;
  }
  const factor = safeScale(largest);
  const [lower, centre, upper] = quantiles(column, [0.25, 0.5, 0.75]);
  const quartiles = upper * factor - lower * factor;
  return { factor, centre: centre * factor, spread: quartiles > 0 ? quartiles : moments(column).deviation * factor };
}
