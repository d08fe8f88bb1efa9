import { momentText, number } from "../../shared/words.js";
import { valueDigits } from "./chart-figure.js";
import type { ChartInput } from "./chart-input.js";
import { chartScale } from "./chart-scale.js";
import { linePath } from "./paths.js";
import { timeWords } from "../state/model.js";

/**
 * The KPI's line as plain SVG, where Plotly will draw it: on screen in a few milliseconds, while Plotly is still being
 * loaded. Same place, same scale, ends of both axes named; nothing to grip yet.
 */
export function FirstLine({ input }: { input: ChartInput }): preact.JSX.Element {
  const { window, results, from, to, width, height } = input;
  const { left, right, top, bottom, low, high, x, y } = chartScale(input);
  const digits = valueDigits(results);
  const words = timeWords(results);
  return (
    <svg class="firstline" data-testid="first-line" width={width} height={height} aria-hidden="true">
      <path
        class="actual"
        d={linePath(
          Array.from(window.time, (time, index) => [x(time), y(window.value[index])] as const).filter(
            ([at]) => at >= left && at <= right,
          ),
        )}
      />
      <line class="axis" x1={left} x2={right} y1={bottom} y2={bottom} />
      <text x={left - 4} y={bottom} text-anchor="end">
        {number(low, digits)}
      </text>
      <text x={left - 4} y={top + 8} text-anchor="end">
        {number(high, digits)}
      </text>
      <text x={left} y={height - 4}>
        {momentText(from, words)}
      </text>
      <text x={right} y={height - 4} text-anchor="end">
        {momentText(Math.min(to - 1, results.chosen.last), words)}
      </text>
    </svg>
  );
}
