import { severityLevel } from "../../shared/words.js";
import { marksPath, type Place } from "./paths.js";
import type { ThemeColors } from "./theme-colors.js";

interface MarksProps {
  readonly level: SeverityLevel;
  readonly at: readonly Place[];
  /** In a picture no style sheet gives them. */
  readonly colors?: Pick<ThemeColors, "severity" | "background">;
}

type SeverityLevel = ReturnType<typeof severityLevel>;

/** From its middle: filled diamond, filled disc, hollow ring. */
const outlines: Readonly<Record<SeverityLevel, string>> = {
  high: "m0-7l6 7l-6 7l-6-7z",
  mid: "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
  low: "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
};

/** The marks of one level of severity, all in one path. */
export function Marks({ level, at, colors }: MarksProps): preact.JSX.Element {
  const low = level === "low";
  const told =
    colors &&
    (low
      ? { fill: colors.background, stroke: colors.severity, "stroke-width": 1.5 }
      : { fill: colors.severity, stroke: colors.background });
  return <path class={low ? "mark low" : "mark"} d={marksPath(at, outlines[level])} {...told} />;
}

/** The mark of a severity at a place. */
export function Mark({ severity, x, y }: { severity: number; x: number; y: number }): preact.JSX.Element {
  return <Marks level={severityLevel(severity)} at={[[x, y]]} />;
}

/** Mark, bar and number of a severity. */
export function Severity({ value }: { value: number }): preact.JSX.Element {
  return (
    <span class="sev">
      <svg width={12} height={14} aria-hidden="true">
        <Mark severity={value} x={6} y={7} />
      </svg>
      <i style={{ "--v": `${value}%` }} aria-hidden="true" />
      <b>{value}</b>
    </span>
  );
}
