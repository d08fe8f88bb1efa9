import type { DialCurve } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { number } from "../../shared/words.js";
import { linePath } from "../chart/paths.js";
import type { PartProps } from "../state/part-props.js";
import { useAnalysis } from "../views/analysis-status.js";

const size = { width: 72, height: 20 };

/** Points over all KPIs up to which the curve is computed unasked: more would make the slider itself wait for it. */
const quick = 60_000;

/** Beside the dial: how much each place of it finds, its natural breaks, and the place it stands at. */
export function DialCurveView(props: PartProps): preact.JSX.Element | null {
  const { results } = props;
  const isQuick = results.kpis.length * results.chosen.points <= quick;
  return isQuick && props.model.state.kind === "ready" && results.tuning.mode === "auto" ? <Curve {...props} /> : null;
}

function Curve({ model, results, dispatch }: PartProps): preact.JSX.Element | null {
  const answer = useAnalysis<DialCurve>(model, "dial", dispatch);
  if (!answer.ok) return null;
  const { sensitivities, found, breaks } = answer.value;
  const { width, height } = size;
  const most = Math.max(1, ...found.map((count) => Math.log1p(count)));
  const x = (sensitivity: number): number => (sensitivity / 100) * width;
  const y = (count: number): number => height - 2 - (Math.log1p(count) / most) * (height - 4);
  const now = results.tuning.sensitivity;
  const text = dialText(answer.value, now);
  return (
    <svg class="dialcurve" data-testid="dial-curve" width={width} height={height} role="img" aria-label={text}>
      <title>{text}</title>
      <path class="actual" d={linePath(sensitivities.map((at, place) => [x(at), y(found[place])] as const))} />
      {breaks.map((at) => (
        <line key={at} class="axis" x1={x(at)} x2={x(at)} y1={0} y2={height} />
      ))}
      <line class="limit" x1={x(now)} x2={x(now)} y1={0} y2={height} />
    </svg>
  );
}

/** `Here 4 are found, at 80 it would be 9. Natural stops: 35, 60.` */
export function dialText({ sensitivities, found, breaks }: DialCurve, now: number): string {
  const nearest = (wanted: number): number =>
    sensitivities.reduce(
      (best, at, place) => (Math.abs(at - wanted) < Math.abs(sensitivities[best] - wanted) ? place : best),
      0,
    );
  const [here, higher] = [nearest(now), nearest(Math.min(100, now + 25))];
  const stops = breaks.length
    ? ` ${t({ en: "Natural stops: {0}.", de: "Natürliche Stufen: {0}." }, breaks.map((at) => number(at)).join(", "))}`
    : "";
  return `${t({ en: "Here {0} are found, at {1} it would be {2}.", de: "Hier {0} gefunden, bei {1} wären es {2}." }, number(found[here]), number(sensitivities[higher]), number(found[higher]))}${stops}`;
}
