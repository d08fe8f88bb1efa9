import type { Results, SeriesWindow } from "../../shared/protocol/index.js";
import { valueDigits } from "./chart-figure.js";
import type { Hovered } from "./plotly/plot-events.js";
import { tooltipLines } from "./tooltip-lines.js";

/** What is said of the point under the mouse; nothing where the thinned line has no such point. */
export function ChartTip({
  window,
  results,
  hovered,
  width,
}: {
  window: SeriesWindow;
  results: Results;
  hovered: Hovered;
  width: number;
}): preact.JSX.Element | null {
  const [meant, nearest] = [hovered.meant, hovered.point].map((point) =>
    tooltipLines(window, results, point, valueDigits(results)),
  );
  const lines = meant ?? nearest;
  if (!lines) return null;
  const right = hovered.x > width / 2;
  const style = right ? { right: `${width - hovered.x + 12}px` } : { left: `${hovered.x + 12}px` };
  return (
    <div class="tip" role="tooltip" style={style}>
      {lines.map((line, index) => (
        <div key={index}>{line}</div>
      ))}
    </div>
  );
}
