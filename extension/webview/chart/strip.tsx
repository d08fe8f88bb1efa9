import { useMemo } from "preact/hooks";
import type { IncidentFacts, Results } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { momentText } from "../../shared/words.js";
import { chartMargin } from "./axis-room.js";
import { linePath, shareBetween } from "./paths.js";
import { clampRange, timeWords, type Action, type Model } from "../state/model.js";

const height = 36;
const day = 86_400_000;
const mostStretches = 500;

interface StripProps {
  readonly model: Model;
  readonly results: Results;
  readonly width: number;
  readonly dispatch: (action: Action) => void;
}

type Grip = "start" | "end" | "window";

/** The whole range in small, with the chart's window: drag its ends or the window itself. */
export function Strip({ model, results, width, dispatch }: StripProps): preact.JSX.Element {
  const { start, end, whole, incidents, dated } = results.chosen;
  const [left, right] = [chartMargin.l, width - chartMargin.r];
  const x = (time: number): number => left + ((time - start) / (end - start || 1)) * (right - left);
  const [from, to] = model.range ?? [start, end];
  // Of one run the values stay: a new cut keeps the path.
  const line = useMemo(
    () => wholeLine(whole.time, whole.value, x),
    [results.run, results.chosen.kpi, results.chosen.series, results.chosen.points, width],
  );
  const stretches = useMemo(
    () =>
      incidents
        .slice(0, mostStretches)
        .map((incident) => stretch(incident, x))
        .join(""),
    [incidents, start, end, width],
  );
  const least = ((end - start) / Math.max(1, results.chosen.points)) * 10;

  const move = (grip: Grip, moved: number): void => {
    const [first, last] =
      grip === "start"
        ? [Math.min(to - least, Math.max(start, from + moved)), to]
        : grip === "end"
          ? [from, Math.max(from + least, Math.min(end, to + moved))]
          : [from + moved, to + moved];
    dispatch({
      do: "set",
      part: {
        range:
          grip === "window"
            ? clampRange(results, first, last - first)
            : first <= start && last >= end
              ? null
              : [first, last],
      },
    });
  };
  const dragged =
    (grip: Grip) =>
    (event: PointerEvent): void => {
      event.preventDefault();
      const perPixel = (end - start) / (right - left);
      let [lastX, range] = [event.clientX, [from, to] as [number, number]];
      const go = (next: PointerEvent): void => {
        const moved = (next.clientX - lastX) * perPixel;
        lastX = next.clientX;
        range =
          grip === "start"
            ? [Math.min(range[1] - least, range[0] + moved), range[1]]
            : grip === "end"
              ? [range[0], Math.max(range[0] + least, range[1] + moved)]
              : [range[0] + moved, range[1] + moved];
        dispatch({
          do: "set",
          part: {
            range:
              grip === "window"
                ? clampRange(results, range[0], range[1] - range[0])
                : [Math.max(start, range[0]), Math.min(end, range[1])],
          },
        });
      };
      addEventListener("pointermove", go);
      addEventListener("pointerup", () => removeEventListener("pointermove", go), { once: true });
    };
  const keyed =
    (grip: Grip) =>
    (event: KeyboardEvent): void => {
      const direction = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
      if (!direction) return;
      event.preventDefault();
      move(grip, direction * (dated ? Math.max(day, (end - start) / 200) : Math.max(1, (end - start) / 200)));
    };
  const words = timeWords(results);
  const handle = (grip: "start" | "end", time: number): preact.JSX.Element => (
    <rect
      class="handle"
      data-testid={`range-${grip}`}
      role="slider"
      tabindex={0}
      aria-label={
        grip === "start"
          ? t({ en: "Range start", de: "Anfang des Ausschnitts" })
          : t({ en: "Range end", de: "Ende des Ausschnitts" })
      }
      aria-valuemin={start}
      aria-valuemax={end}
      aria-valuenow={time}
      aria-valuetext={momentText(Math.min(time, results.chosen.last), words)}
      x={x(time) - 3}
      y={10}
      width={6}
      height={16}
      rx={2}
      onPointerDown={dragged(grip)}
      onKeyDown={keyed(grip)}
    />
  );
  return (
    <svg
      class="strip"
      role="group"
      width={width}
      height={height + 1}
      aria-label={t({
        en: "Whole range; drag to move the window",
        de: "Gesamter Zeitraum; ziehen verschiebt den Ausschnitt",
      })}
    >
      <line class="axis" x1={left} x2={right} y1={height} y2={height} />
      <path class="actual small" d={line} />
      <path class="stretch" d={stretches} />
      <rect class="veil" x={left} y={0} width={Math.max(0, x(from) - left)} height={height} />
      <rect class="veil" x={x(to)} y={0} width={Math.max(0, right - x(to))} height={height} />
      <rect
        class="window"
        x={x(from)}
        y={0.5}
        width={Math.max(1, x(to) - x(from))}
        height={height - 1}
        onPointerDown={dragged("window")}
      />
      {handle("start", from)}
      {handle("end", to)}
    </svg>
  );
}

/** A bar on the upper edge, the longer the more severe. All are one path: hundreds cost no more than one. */
function stretch({ startTime, endTime, severity }: IncidentFacts, x: (time: number) => number): string {
  const wide = Math.max(3, x(endTime) - x(startTime));
  return `M${x(startTime).toFixed(1)} 0h${wide.toFixed(1)}v${(2 + severity / 20).toFixed(1)}h${(-wide).toFixed(1)}z`;
}

function wholeLine(time: Float64Array, value: Float64Array, x: (time: number) => number): string {
  let low = Infinity;
  let high = -Infinity;
  for (const one of value) {
    if (one < low) low = one;
    if (one > high) high = one;
  }
  const y = (one: number): number => height - 4 - shareBetween(one, low, high) * (height - 12);
  return linePath(Array.from(time, (at, index) => [x(at), y(value[index])] as const));
}
