import type { IncidentDetail, IncidentFacts } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { clockText, dateText, number, shortWeekdayText, weekdayText } from "../../shared/words.js";
import { Mark } from "../chart/marks.js";
import { linePath, shareBetween } from "../chart/paths.js";

const height = 132;
const day = 86_400_000;

interface PeriodChartProps {
  readonly detail: IncidentDetail;
  readonly incident: IncidentFacts;
  readonly width: number;
  readonly decimals: number;
}

/** The stretch with the incident over the same stretches before: the same weekday, the weeks or the years before. */
export function PeriodChart({ detail, incident, width, decimals }: PeriodChartProps): preact.JSX.Element | null {
  const { stretches, expected, period } = detail;
  if (!period || !stretches.length || !stretches[0].value.length) return null;
  const length = period === "day" ? day : period === "week" ? 7 * day : 366 * day;
  let low = Infinity;
  let high = -Infinity;
  for (const { value } of stretches)
    for (const one of value) {
      if (one < low) low = one;
      if (one > high) high = one;
    }
  if (!(low <= high)) return null;
  const steps = niceSteps(low, high);
  const left = 8 + 6.5 * Math.max(...steps.map((step) => number(step, stepDigits(steps)).length));
  const [right, top, bottom] = [width - 6, 8, height - 18];
  const x = (offset: number): number => left + (offset / length) * (right - left);
  const y = (value: number): number => bottom - shareBetween(value, low, high) * (bottom - top);
  const line = (offset: Float64Array, value: Float64Array): string =>
    linePath(Array.from(offset, (at, index) => [x(at), y(value[index])] as const));
  const [now, ...before] = stretches;
  const inside = Array.from(
    now.offset,
    (at, index) =>
      [
        x(at),
        y(now.start + at >= incident.startTime && now.start + at < incident.endTime ? now.value[index] : NaN),
      ] as const,
  );
  return (
    <figure>
      <h3>{title(period, now.start, before.length)}</h3>
      <svg width={width} height={height} role="img" aria-label={title(period, now.start, before.length)}>
        {steps.map((step) => (
          <>
            <line class="grid" x1={left} x2={right} y1={y(step)} y2={y(step)} />
            <text x={left - 6} y={y(step) + 4} text-anchor="end">
              {number(step, stepDigits(steps))}
            </text>
          </>
        ))}
        {ticks(period, now.start).map(([offset, text]) => (
          <text x={x(offset)} y={height - 3} text-anchor={offset ? "middle" : "start"}>
            {text}
          </text>
        ))}
        {before.map((stretch) => (
          <path class="past" d={line(stretch.offset, stretch.value)} />
        ))}
        <path class="expected" d={line(expected.offset, expected.value)} />
        <path class="actual thick" d={line(now.offset, now.value)} />
        <path class="flagged" d={linePath(inside)} />
        {Number.isFinite(incident.value) && (
          <Mark severity={incident.severity} x={x(incident.peakTime - now.start)} y={y(incident.value)} />
        )}
      </svg>
      <span class="sr">{number(incident.actual, decimals)}</span>
    </figure>
  );
}

function title(period: "day" | "week" | "year", start: number, before: number): string {
  if (period === "day")
    return before
      ? t({ en: "This {0} and the {1} before", de: "Dieser {0} und die {1} davor" }, weekdayText(start), before)
      : t({ en: "This {0}", de: "Dieser {0}" }, weekdayText(start));
  if (period === "week")
    return before
      ? t({ en: "This week and the {0} before", de: "Diese Woche und die {0} davor" }, before)
      : t({ en: "This week", de: "Diese Woche" });
  return before
    ? t(
        { en: "{0} and the {1} years before", de: "{0} und die {1} Jahre davor" },
        new Date(start).getUTCFullYear(),
        before,
      )
    : String(new Date(start).getUTCFullYear());
}

function ticks(period: "day" | "week" | "year", start: number): [number, string][] {
  if (period === "day") return [0, 6, 12, 18].map((hours) => [hours * 3_600_000, clockText(hours * 3_600_000)]);
  if (period === "week") return [0, 2, 4, 6].map((days) => [days * day, shortWeekdayText(start + days * day)]);
  return [0, 3, 6, 9].map((month) => {
    const time = Date.UTC(new Date(start).getUTCFullYear(), month, 1);
    return [time - start, dateText(time, false).replace(/^1 /, "")];
  });
}

/** Three to five round numbers between two values. */
function niceSteps(low: number, high: number): number[] {
  const raw = high / 4 - low / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= raw) ?? raw;
  const first = Math.ceil(low / step);
  const steps = Array.from({ length: 6 }, (_, place) => (first + place) * step);
  return steps.filter((at) => Number.isFinite(at) && at <= high + step / 1e6);
}

const stepDigits = (steps: readonly number[]): number =>
  steps.length > 1 ? Math.max(0, -Math.floor(Math.log10(Math.abs(steps[1] - steps[0])) + 1e-9)) : 0;
