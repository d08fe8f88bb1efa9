import { changeText } from "./change-text.js";
import { valueDigits } from "./chart-figure.js";
import type { ChartInput } from "./chart-input.js";
import type { ChartScale } from "./chart-scale.js";
import { timeWords } from "../state/model.js";

/** Changes of level and gaps drawn at once; more are no help to anyone. */
const mostChanges = 12;
const mostGaps = 300;
const letter = 6;
const axisBar = 4;

interface LayerProps {
  readonly input: ChartInput;
  readonly scale: ChartScale;
}

/** Stretches without values: grey over their whole length, with a bar on the axis, never a line at value 0. */
export function Gaps({ input, scale }: LayerProps): preact.JSX.Element | null {
  const { left, right, top, bottom, from, to, x } = scale;
  const { gaps } = input.results.chosen;
  const shown = gaps.filter((gap) => gap.to > from && gap.from < to).slice(0, mostGaps);
  if (!shown.length) return null;
  const spans = shown.map((gap) => {
    const start = Math.max(left, x(gap.from));
    return [start, Math.max(start + 2, Math.min(right, x(gap.to)))] as const;
  });
  const path = (upper: number, lower: number): string =>
    spans.map(([start, end]) => `M${start.toFixed(1)} ${upper}V${lower}H${end.toFixed(1)}V${upper}z`).join("");
  return (
    <g data-testid="gaps">
      <path d={path(top, bottom)} fill={input.colors.quiet} />
      <path d={path(bottom - axisBar, bottom)} fill={input.colors.dim} />
    </g>
  );
}

/** Where the level changed for good or for a while: a dated line with the level before and since. */
export function LevelChanges({ input, scale }: LayerProps): preact.JSX.Element | null {
  const { results, colors } = input;
  const { left, right, top, bottom, from, to, x } = scale;
  const shown = (results.chosen.normal?.changes ?? []).filter(({ time }) => time >= from && time <= to);
  if (!shown.length) return null;
  const digits = valueDigits(results);
  let taken = -Infinity;
  return (
    <g data-testid="level-changes">
      {shown.slice(0, mostChanges).map((change) => {
        const at = x(change.time);
        const text = changeText(change, digits, timeWords(results));
        const wide = text.length * letter;
        // Behind the line where there is room, else before it, never over the axis.
        const start = at + 4 + wide <= right ? at + 4 : Math.max(left + 4, at - wide - 4);
        const named = start > taken;
        if (named) taken = start + wide;
        return (
          <g key={change.time}>
            <line x1={at} x2={at} y1={top} y2={bottom} stroke={colors.model} stroke-dasharray="6 3" />
            {named && (
              <text
                x={start}
                y={bottom - 8}
                text-anchor="start"
                font-size={11}
                font-family={colors.font}
                fill={colors.text}
                stroke={colors.background}
                stroke-width={3}
                paint-order="stroke"
              >
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
