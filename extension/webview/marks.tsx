import { severityLevel } from "../shared/words.js";

/** The mark of a severity at a place: filled diamond, filled disc, hollow ring. */
export function Mark({ severity, x, y }: { severity: number; x: number; y: number }): preact.JSX.Element {
  const level = severityLevel(severity);
  if (level === "high") return <path class="mark" d={`M${x} ${y - 7}l6 7l-6 7l-6-7z`} />;
  return level === "mid" ? <circle class="mark" cx={x} cy={y} r={5} /> : <circle class="mark low" cx={x} cy={y} r={4} />;
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
