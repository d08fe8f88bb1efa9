import { t } from "../../shared/translate.js";
import { momentText, spanText } from "../../shared/words.js";
import type { Results } from "../../shared/protocol/index.js";
import type { ChartInput } from "./chart-input.js";
import type { KnownEvent } from "./known-events.js";
import { timeWords } from "../state/model.js";
import { axisRoom } from "./axis-room.js";

/** Room under the axis for the lane of events. */
export const eventLane = 20;
/** From the axis to the lane, beyond the axis' own room. */
const laneGap = 4;
const letter = 6.5;
const gap = 5;
const mostEvents = 200;
const day = 86_400_000;

type Shape = Readonly<Record<string, unknown>>;

/** Plotly's parts that draw the known events in a lane under the axis: a bracket each, and a name where it has room. */
export function eventMarks(input: ChartInput): {
  readonly shapes: readonly Shape[];
  readonly annotations: readonly Shape[];
} {
  const { events, from, to, colors } = input;
  const shown = events.filter((event) => event.end > from && event.start < to).slice(0, mostEvents);
  const shapes = shown.map((event) => bracket(event, input));
  const annotations = placedNames(shown, input).map(({ event, x, anchor, shift }) => ({
    x,
    xref: "x",
    xanchor: anchor,
    xshift: shift,
    y: 0,
    yref: "paper",
    yanchor: "top",
    yshift: -axisRoom(input) - laneGap + 2,
    showarrow: false,
    text: plain(nameOf(event)),
    font: { size: 11, color: colors.dim },
    borderpad: 0,
    captureevents: true,
    hovertext: `${plain(nameOf(event))}: ${eventTime(event, input.results)}`,
    hoverlabel: { bgcolor: colors.background, bordercolor: colors.axis, font: { size: 12, color: colors.text } },
  }));
  return { shapes, annotations };
}

/** What an event is called. */
export function nameOf({ name }: KnownEvent): string {
  return name === "" ? t({ en: "Known event", de: "Bekanntes Ereignis" }) : name;
}

/** When it is: days where it lasts whole ones, whatever the cadence of the file. */
function eventTime({ start, end }: KnownEvent, results: Results): string {
  const words = { ...timeWords(results), step: start % day === 0 && end % day === 0 ? day / 1000 : 1 };
  return end - start <= 1 ? momentText(start, words) : spanText(start, end, words);
}

/** Plotly reads tags and entities in texts; a name is only text. */
const plain = (name: string): string => name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const pixelTime = ({ from, to, width }: ChartInput): number => (to - from) / Math.max(1, width);

function bracket({ start, end }: KnownEvent, input: ChartInput): Shape {
  const stop = Math.max(end, start + 3 * pixelTime(input));
  const [left, right] = [start, stop].map((time) =>
    new Date(Math.round(time)).toISOString().slice(0, 23).replace("T", "_"),
  );
  const top = -axisRoom(input) - laneGap;
  const bottom = top - 6;
  return {
    type: "path",
    xref: "x",
    yref: "paper",
    ysizemode: "pixel",
    yanchor: 0,
    path: `M${left},${top}V${bottom}H${right}V${top}`,
    line: { width: 1, color: input.colors.text },
    fillcolor: "rgba(0,0,0,0)",
  };
}

interface PlacedName {
  readonly event: KnownEvent;
  readonly x: number;
  readonly anchor: "left" | "right";
  readonly shift: number;
}

/** Names after their bracket, before it where the chart ends; one that would touch the last is left out (its tooltip stays). */
function placedNames(shown: readonly KnownEvent[], input: ChartInput): PlacedName[] {
  const { from, to } = input;
  const pixel = pixelTime(input);
  const placed: PlacedName[] = [];
  let taken = -Infinity;
  for (const event of shown) {
    const wide = nameOf(event).length * letter * pixel;
    const stop = Math.max(event.end, event.start + 3 * pixel);
    const before = stop + wide + gap * pixel > to;
    const left = before ? event.start - gap * pixel - wide : stop + gap * pixel;
    if (left < Math.max(taken, from)) {
      taken = Math.max(taken, stop);
      continue;
    }
    placed.push(
      before ? { event, x: event.start, anchor: "right", shift: -gap } : { event, x: stop, anchor: "left", shift: gap },
    );
    taken = before ? stop : left + wide + 8 * pixel;
  }
  return placed;
}
