import { safeScale } from "./finite.js";
import { moments, quantiles } from "./statistics.js";

/** Beyond this many quartile distances a value is as far as it will ever be; keeps squared distances finite. */
const FARTHEST = 1e6;

/** Brings other rows of the same columns to the same units; returns a new matrix. */
export type Scaler = (values: Float64Array) => Float64Array;

/**
 * Centres every column on its median and divides it by the distance of its quartiles, so that kilowatts and hours weigh
 * the same in a distance and a few wild values do not set the unit (scikit-learn's `RobustScaler`).
 *
 * A column whose quartiles coincide (a flag that is nearly always 0) is divided by its standard deviation, a constant one
 * becomes zeros. Scaled values beyond ±1e6 are set to that. `values` is row-major and must be finite.
 * O(rows × columns).
 */
export function robustScaler(values: Float64Array, columns: number): Scaler {
  const units = Array.from({ length: columns }, (_, column) => columnUnit(values, columns, column));
  return (others) => {
    const scaled = new Float64Array(others.length);
    for (let c = 0; c < columns; c++) {
      const { factor, centre, spread } = units[c];
      if (!(spread > 0)) continue;
      for (let i = c; i < others.length; i += columns) {
        scaled[i] = Math.max(-FARTHEST, Math.min(FARTHEST, (others[i] * factor - centre) / spread));
      }
    }
    return scaled;
  };
}

interface ColumnUnit {
  /** Keeps 1e-300 and 1.7e308 apart from 0 and infinity; centre and spread are in units of it. */
  readonly factor: number;
  readonly centre: number;
  readonly spread: number;
}

function columnUnit(values: Float64Array, columns: number, index: number): ColumnUnit {
  const column = new Float64Array(columns > 0 ? values.length / columns : 0);
  let largest = 0;
  for (let row = 0; row < column.length; row++) {
    column[row] = values[row * columns + index];
    largest = Math.max(largest, Math.abs(column[row]));
  }
  const factor = safeScale(largest);
  const [lower, centre, upper] = quantiles(column, [0.25, 0.5, 0.75]);
  const quartiles = upper * factor - lower * factor;
  return { factor, centre: centre * factor, spread: quartiles > 0 ? quartiles : moments(column).deviation * factor };
}
