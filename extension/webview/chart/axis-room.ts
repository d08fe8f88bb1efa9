import { timeWords } from "../state/model.js";
import type { ChartInput } from "./chart-input.js";

/** Room around the plot, in pixels. */
export const chartMargin = { l: 56, r: 8, t: 22, b: 20 } as const;

/** A second line under the axis, where ticks say their year. */
const yearLine = 13;

/** Room for the axis itself. */
export const axisRoom = ({ results }: Pick<ChartInput, "results">): number =>
  chartMargin.b + (timeWords(results).years ? yearLine : 0);
