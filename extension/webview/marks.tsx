import { severityLevel } from "../shared/words.js";
import type { ThemeColors } from "./theme-colors.js";

interface MarkProps {
  readonly severity: number;
  readonly x: number;
  readonly y: number;
  /** In a picture no style sheet gives them. */
  readonly colors?: Pick<ThemeColors, "severity" | "background">;
}

/** The mark of a severity at a place: filled diamond, filled disc, hollow ring. */
export function Mark({ severity, x, y, colors }: MarkProps): preact.JSX.Element {
  const level = severityLevel(severity);
  const filled = colors ? { fill: colors.severity, stroke: colors.background } : {};
  if (level === "high") return <path class="mark" d={`M${x.toFixed(1)} ${(y - 7).toFixed(1)}l6 7l-6 7l-6-7z`} {...filled} />;
  if (level === "mid") return <circle class="mark" cx={x} cy={y} r={5} {...filled} />;
  return <circle class="mark low" cx={x} cy={y} r={4} {...(colors ? { fill: colors.background, stroke: colors.severity, "stroke-width": 1.5 } : {})} />;
}

/** Mark, bar and number of a severity. */
export function Severity({ value }: { value: number }): preact.JSX.Element {
  return (
    <span class="sev">
      <svg width={12} height={14} aria-hidden="true"><Mark severity={value} x={6} y={7} /></svg>
      <i style={{ "--v": `${value}%` }} aria-hidden="true" />
      <b>{value}</b>
    </span>
  );
}

/** A line through points, broken at numbers that are none. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  let path = "";
  let pen = "M";
  for (const [x, y] of points) {
    if (Number.isNaN(y)) pen = "M";
    else {
      path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = "L";
    }
  }
  return path;
}
