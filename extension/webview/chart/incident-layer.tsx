import type { GapFacts, IncidentFacts, SeriesWindow } from "../../shared/protocol/index.js";
import { severityLevel } from "../../shared/words.js";
import type { ChartInput } from "./chart-input.js";
import type { ChartScale } from "./chart-scale.js";
import { Marks } from "./marks.js";
import { Gaps, LevelChanges } from "./normal-layer.js";
import { gapsBetween, linePath } from "./paths.js";
import { placedTags } from "./rank-tags.js";
import { shadeSpan } from "./shade-span.js";

/** Marks drawn at once, worst first; every incident keeps its shade and its orange line. */
const mostMarks = 400;
const tagHeight = 16;

interface LayerProps {
  readonly input: ChartInput;
  readonly scale: ChartScale;
  /** A rank on top of the chart was clicked. */
  onTag?(incident: IncidentFacts): void;
}

/**
 * The incidents on the chart, and what is known of the line without them (gaps, levels): shades, flagged stretches of the line, marks and ranks. Drawn over Plotly's chart and not by
 * it, since a new cut changes nothing else and Plotly would draw everything again. Colours stand in the elements, so that a
 * picture can take it as it is.
 */
export function IncidentLayer({ input, scale, onTag }: LayerProps): preact.JSX.Element {
  const { results, window, colors, selected, width, height } = input;
  const { left, right, top, bottom, from, to } = scale;
  const shown = results.chosen.incidents.filter((incident) => incident.endTime > from && incident.startTime < to);
  const chosen = shown.find((incident) => incident.rank === selected);
  const worst = shown.slice(0, mostMarks).filter(({ peakTime }) => peakTime >= from && peakTime <= to);
  const edge = colors.highContrast ? { stroke: colors.severity, "stroke-dasharray": "2 2" } : {};
  return (
    <svg class="incidentlayer" data-testid="incident-layer" width={width} height={height} aria-hidden="true">
      <Gaps input={input} scale={scale} />
      {input.showExpected && <LevelChanges input={input} scale={scale} />}
      <svg
        x={left}
        y={top}
        width={Math.max(0, right - left)}
        height={Math.max(0, bottom - top)}
        style={{ overflow: "hidden" }}
      >
        <path
          d={shadePath(
            shown.filter((incident) => incident !== chosen),
            input,
            scale,
          )}
          fill={colors.shade}
          {...edge}
        />
        {chosen && (
          <path
            d={shadePath([chosen], input, scale)}
            fill={colors.shadeSelected}
            {...(colors.highContrast ? { stroke: colors.severity } : {})}
          />
        )}
        <path
          d={flaggedPath(window, scale, results.chosen.gaps)}
          fill="none"
          stroke={colors.severity}
          stroke-width={2}
          stroke-linejoin="round"
        />
      </svg>
      <g opacity={0.35}>{marks(worst.filter(isExpected), input, scale)}</g>
      {marks(
        worst.filter((incident) => !isExpected(incident)),
        input,
        scale,
      )}
      {placedTags(shown, input, scale).map(({ incident, at }) => (
        <Tag key={incident.rank} incident={incident} at={at} bottom={top - 3} input={input} onTag={onTag} />
      ))}
    </svg>
  );
}

const isExpected = ({ verdict, like }: IncidentFacts): boolean => verdict?.verdict === "expected" || like !== null;

/** The marks at the worst points, the least severe first so that none of them hides a worse one. */
function marks(
  shown: readonly IncidentFacts[],
  { colors }: ChartInput,
  { x, y, bottom }: ChartScale,
): preact.JSX.Element[] {
  // Where values are missing there is none to stand at: the mark is on the axis.
  const place = (incident: IncidentFacts): [number, number] =>
    Number.isFinite(incident.value) && Number.isFinite(incident.actual)
      ? [x(incident.peakTime), y(incident.value)]
      : [x((incident.startTime + incident.endTime) / 2), bottom];
  return (["low", "mid", "high"] as const).map((level) => (
    <Marks
      key={level}
      level={level}
      colors={colors}
      at={shown.filter(({ severity }) => severityLevel(severity) === level).map(place)}
    />
  ));
}

function Tag({
  incident,
  at,
  bottom,
  input,
  onTag,
}: Pick<LayerProps, "input" | "onTag"> & {
  readonly incident: IncidentFacts;
  readonly at: number;
  readonly bottom: number;
}): preact.JSX.Element {
  const { colors, selected } = input;
  const active = incident.rank === selected;
  const wide = String(incident.rank).length * 6.5 + 6;
  return (
    <g class="tag" data-testid={`tag-${incident.rank}`} onClick={() => onTag?.(incident)}>
      <rect
        x={at - wide / 2}
        y={bottom - tagHeight}
        width={wide}
        height={tagHeight}
        fill={active ? colors.severity : colors.background}
        stroke={colors.severity}
      />
      <text
        x={at}
        y={bottom - 4}
        text-anchor="middle"
        font-size={11}
        font-family={colors.font}
        font-weight={active ? "bold" : "normal"}
        fill={active ? colors.background : colors.text}
      >
        {incident.rank}
      </text>
    </g>
  );
}

/** The stretches as one path: hundreds cost no more than one. Relative to the plot's own corner. */
function shadePath(shown: readonly IncidentFacts[], input: ChartInput, scale: ChartScale): string {
  return shown
    .map((incident) => {
      const [start, end] = shadeSpan(incident, input, scale).map((at) => (at - scale.left).toFixed(1));
      return `M${start} 0V${(scale.bottom - scale.top).toFixed(1)}H${end}V0z`;
    })
    .join("");
}

/** The line inside incidents; a break between them, and where values are missing. */
function flaggedPath(
  { time, value, flagged }: SeriesWindow,
  { x, y, left, top }: ChartScale,
  gaps: readonly GapFacts[],
): string {
  const points: [number, number][] = [];
  const isGap = gapsBetween(gaps);
  for (let place = 0; place < time.length; place++) {
    if (place > 0 && isGap(time[place - 1], time[place])) points.push([NaN, NaN]);
    if (flagged[place]) points.push([x(time[place]) - left, y(value[place]) - top]);
    else if (points.length && !Number.isNaN(points[points.length - 1][1])) points.push([NaN, NaN]);
  }
  return linePath(points);
}
