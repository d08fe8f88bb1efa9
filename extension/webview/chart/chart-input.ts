import type { Results, SeriesWindow } from "../../shared/protocol/index.js";
import type { KnownEvent } from "./known-events.js";
import type { ThemeColors } from "./theme-colors.js";

/** What the chart of one KPI is drawn from. */
export interface ChartInput {
  readonly results: Results;
  readonly window: SeriesWindow;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
  readonly showExpected: boolean;
  readonly showRange: boolean;
  /** Known events to draw under the axis. */
  readonly events: readonly KnownEvent[];
  readonly selected: number | null;
  readonly colors: ThemeColors;
}
