import { useMemo } from "preact/hooks";
import type { Results, SeriesWindow } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { number } from "../../shared/words.js";
import { chartMargin } from "./axis-room.js";
import { askedTuning } from "../state/asked-tuning.js";
import { rethreshold } from "../state/host.js";
import { linePath } from "./paths.js";
import type { Model } from "../state/model.js";

const height = 56;

/** The combined score of each row. In auto its threshold can be dragged: it is the same number as sensitivity. */
export function ScoreLane({
  model,
  results,
  width,
}: {
  model: Model;
  results: Results;
  width: number;
}): preact.JSX.Element {
  const { chosen, tuning } = results;
  const window: SeriesWindow = model.window?.series === chosen.index ? model.window : chosen.whole;
  const [from, to] = model.range ?? [chosen.start, chosen.end];
  const [left, right] = [chartMargin.l, width - chartMargin.r];
  const top = useMemo(() => Math.max(chosen.threshold * 1.5 || 0, largest(window.score)), [window, chosen.threshold]);
  const x = (time: number): number => left + ((time - from) / (to - from || 1)) * (right - left);
  const y = (score: number): number => height - (Math.min(score, top) / (top || 1)) * (height - 6);
  const path = linePath(
    Array.from(window.time, (time, index) => [x(time), y(window.score[index])] as const).filter(
      ([at]) => at >= left - 2 && at <= right + 2,
    ),
  );
  const line = Number.isFinite(chosen.threshold) ? y(chosen.threshold) : NaN;
  const change = (by: number): void =>
    rethreshold({ sensitivity: Math.max(0, Math.min(100, askedTuning(tuning).sensitivity + by)) });
  const dragged = (event: PointerEvent): void => {
    event.preventDefault();
    const [firstY, first] = [event.clientY, askedTuning(tuning).sensitivity];
    const go = (next: PointerEvent): void =>
      rethreshold({ sensitivity: Math.max(0, Math.min(100, Math.round(first + (next.clientY - firstY)))) });
    addEventListener("pointermove", go);
    addEventListener("pointerup", () => removeEventListener("pointermove", go), { once: true });
  };
  const keyed = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!by) return;
    event.preventDefault();
    change(by);
  };
  return (
    <svg
      class="scorelane"
      data-testid="score-lane"
      width={width}
      height={height + 1}
      role="group"
      aria-label={t({ en: "Score of each row", de: "Bewertung jeder Zeile" })}
    >
      <line class="axis" x1={left} x2={right} y1={height} y2={height} />
      <path class="score" d={path} />
      {Number.isFinite(line) && (
        <>
          <line class="limit" x1={left} x2={right} y1={line} y2={line} />
          <text x={left - 8} y={line + 4} text-anchor="end">
            {number(chosen.threshold, 1)}
          </text>
          <rect
            class="handle vertical"
            data-testid="threshold"
            role="slider"
            tabindex={0}
            aria-label={t({ en: "Threshold", de: "Grenze" })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={tuning.sensitivity}
            aria-valuetext={t({ en: "Sensitivity {0}", de: "Empfindlichkeit {0}" }, Math.round(tuning.sensitivity))}
            x={right - 8}
            y={line - 3}
            width={16}
            height={6}
            rx={2}
            onPointerDown={dragged}
            onKeyDown={keyed}
          />
        </>
      )}
    </svg>
  );
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value) && value > most) most = value;
  return most;
}
