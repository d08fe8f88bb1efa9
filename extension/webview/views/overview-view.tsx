import { useEffect } from "preact/hooks";
import type { MomentMember, Overview, Results } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import {
  clockText,
  dateText,
  foundText,
  lastedText,
  momentText,
  monthOfYearText,
  momentsText,
  number,
  seriesText,
  type TimeWords,
} from "../../shared/words.js";
import { Verdict } from "./headline/headline.js";
import { AnalysisPlaceholder, useAnalysis } from "./analysis-status.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";
import { Severity } from "../chart/marks.js";
import { tellDrawn } from "../chart/tell-drawn.js";
import { timeWords } from "../state/model.js";
import { MovedTogether, walkRows } from "./moment/moved-together.js";
import type { View } from "./view.js";

const laneWidth = 560;
const minute = 60_000;
const day = 1440 * minute;

export const overviewView: View = {
  name: "overview",
  title: { en: "Overview", de: "Überblick" },
  draw: OverviewView,
};

/** All KPIs at a glance: worst first, when they were not normal; a click drills down. */
function OverviewView({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const answer = useAnalysis<Overview>(model, "overview", dispatch);
  const isReady = model.state.kind === "ready";
  useEffect(() => {
    if (answer.ok) tellDrawn(results, isReady);
  }, [answer.ok, results, isReady]);
  if (!answer.ok) return <AnalysisPlaceholder answer={answer} />;
  const { lanes, start, end, dated, together } = answer.value;
  // The numbers are those of the results; the strips may be of a moment ago, until the overview of these is there.
  const isOlder = model.analyses.overview === undefined || model.analyses.overview === "asked";
  const cells = lanes[0]?.cells.length ?? 1;
  const open = (index: number): void => {
    post({ type: "choose", index });
    dispatch({ do: "set", part: { view: "timeline", placed: true } });
  };
  const words = timeWords(results);
  const drill = ({ index, peakTime }: MomentMember): void => {
    dispatch({ do: "set", part: { view: "timeline", placed: true, wanted: { index, time: peakTime } } });
    post({ type: "choose", index });
  };
  return (
    <>
      <Verdict
        model={model}
        results={results}
        dispatch={dispatch}
        soFar={t(terms.soFar, foundText(results))}
        meta={t(
          { en: "One cell is {0}, its height the severity", de: "Eine Zelle umfasst {0}, ihre Höhe ist die Schwere" },
          cellText((end - start) / cells, dated),
        )}
        answer={
          <p>
            <b>{overviewText(results)}</b> {togetherText(together, words, results.key)}
          </p>
        }
      />
      <table
        role="grid"
        data-testid="overview"
        aria-busy={isOlder}
        aria-label={t({
          en: "KPIs ranked by trouble, with days not normal",
          de: "KPIs nach Auffälligkeit geordnet, mit den auffälligen Tagen",
        })}
      >
        <thead>
          <tr role="row">
            <th scope="col" class="num">
              #
            </th>
            <th scope="col">{t(terms.kpi)}</th>
            <th scope="col">{t(terms.severity)}</th>
            <th scope="col" class="num c-worst">
              {t(terms.incidents)}
            </th>
            <th scope="col" class="lane">
              <LaneLabels start={start} end={end} dated={dated} />
            </th>
          </tr>
        </thead>
        <tbody>
          {lanes
            .map((lane, place) => ({ lane, place, now: results.kpis[lane.index] ?? lane }))
            .map(({ lane, place, now }) => (
              <tr
                key={lane.index}
                role="row"
                class="row"
                data-testid={`lane-${lane.index}`}
                tabIndex={place ? -1 : 0}
                aria-selected={lane.index === results.chosen.index}
                onClick={() => open(lane.index)}
                onKeyDown={(event) => walkRows(event, () => open(lane.index))}
              >
                <td role="gridcell" class="num dim">
                  {place + 1}
                </td>
                <th role="rowheader" scope="row">
                  {seriesText(lane, results.key)}
                </th>
                <td role="gridcell">
                  {now.severity ? (
                    <Severity value={now.severity} />
                  ) : (
                    <span class="dim">{t({ en: "normal", de: "normal" })}</span>
                  )}
                </td>
                <td role="gridcell" class={now.incidents ? "num c-worst" : "num c-worst dim"}>
                  {number(now.incidents)}
                </td>
                <td role="gridcell" class="lane">
                  <Lane cells={lane.cells} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <MovedTogether
        model={model}
        results={results}
        dispatch={dispatch}
        moments={together}
        words={words}
        open={drill}
      />
    </>
  );
}

/** `2 moments in 3 of 12 KPIs.` */
function overviewText(results: Results): string {
  const { kpis } = results;
  const troubled = kpis.filter(({ incidents }) => incidents > 0).length;
  if (troubled === 0) return t({ en: "No KPI has incidents.", de: "Kein KPI hat Vorfälle." });
  if (kpis.length === 1 || troubled === kpis.length) return `${foundText(results)}.`;
  return t(
    { en: "{0} in {1} of {2} KPIs.", de: "{0} in {1} von {2} KPIs." },
    momentsText(results.moments),
    number(troubled),
    number(kpis.length),
  );
}

/** How often several KPIs moved at once, when it was worst, and who was first. */
function togetherText(together: Overview["together"], words: TimeWords, key: string | null): string {
  if (!together.length) return "";
  const [worst] = together;
  const [first, second] = worst.members;
  const when = momentText(worst.start, words);
  const leads = second.after > 0;
  const name = seriesText(first, key);
  if (together.length === 1)
    return leads
      ? t(
          {
            en: "They moved together once ({0}, led by {1}).",
            de: "Sie bewegten sich einmal gemeinsam ({0}, angeführt von {1}).",
          },
          when,
          name,
        )
      : t({ en: "They moved together once ({0}).", de: "Sie bewegten sich einmal gemeinsam ({0})." }, when);
  return leads
    ? t(
        {
          en: "They moved together {0} (worst: {1}, led by {2}).",
          de: "Sie bewegten sich {0} gemeinsam (am stärksten: {1}, angeführt von {2}).",
        },
        timesText(together.length),
        when,
        name,
      )
    : t(
        {
          en: "They moved together {0} (worst: {1}).",
          de: "Sie bewegten sich {0} gemeinsam (am stärksten: {1}).",
        },
        timesText(together.length),
        when,
      );
}

const timesText = (count: number): string =>
  count === 2 ? t({ en: "twice", de: "zweimal" }) : t({ en: "{0} times", de: "{0}-mal" }, number(count));

function cellText(width: number, dated: boolean): string {
  if (!dated || width % day) return lastedText(width, { dated, step: null, years: false });
  return width === day ? t({ en: "a day", de: "einen Tag" }) : t(terms.someDays, number(width / day));
}

function Lane({ cells }: { cells: Uint8Array }): preact.JSX.Element {
  const wide = laneWidth / cells.length;
  const marked = Array.from(cells, (severity, cell) => ({ severity, cell })).filter(({ severity }) => severity > 0);
  return (
    <svg
      viewBox={`0 0 ${laneWidth} 20`}
      height={20}
      preserveAspectRatio="none"
      role="img"
      aria-label={t(
        { en: "{0} of {1} cells not normal", de: "{0} von {1} Zellen auffällig" },
        marked.length,
        cells.length,
      )}
    >
      <rect class="lanebg" y={1} width={laneWidth} height={18} />
      {marked.map(({ severity, cell }) => (
        <rect
          key={cell}
          class="cell"
          x={cell * wide}
          y={19 - severity * 0.18}
          width={Math.max(1.5, wide - 1)}
          height={severity * 0.18}
          opacity={0.5 + severity / 200}
        />
      ))}
    </svg>
  );
}

/** Which dates stand over the lanes where there is less room: every other one, then the first and the middle one. */
const labelClasses = ["", "sixth", "third", "half", "third", "sixth"] as const;

/** Lanes of more than five years are labelled by the month: a day says nothing of cells of weeks. */
const longestByDay = 5 * 366 * day;

function LaneLabels({ start, end, dated }: { start: number; end: number; dated: boolean }): preact.JSX.Element {
  const count = labelClasses.length;
  const years = dated && end - start > 300 * day;
  const months = dated && end - start > longestByDay;
  const clock = dated && end - start <= 2 * day;
  const unit = dated ? minute : 1;
  return (
    <div class="lanelabels">
      {Array.from({ length: count }, (_, index) => {
        const at = start + Math.round(((end - start) * index) / count / unit) * unit;
        const text = !dated
          ? number(at + 1)
          : clock && index > 0
            ? clockText(at)
            : clock
              ? `${dateText(at, false)} ${clockText(at)}`
              : months
                ? monthOfYearText(at)
                : dateText(at, years);
        return (
          <span key={index} class={labelClasses[index]} style={{ left: `${(index / count) * 100}%` }}>
            {text}
          </span>
        );
      })}
    </div>
  );
}
