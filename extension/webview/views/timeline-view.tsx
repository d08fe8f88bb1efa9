import { useEffect, useRef, useState } from "preact/hooks";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { momentText, number, offBy } from "../../shared/words.js";
import { valueDigits } from "../chart/chart-figure.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";
import { IncidentsTable } from "../table/incidents-table.js";
import { DetectorKeys, Legend } from "./legend.js";
import { timeWords } from "../state/model.js";
import { ScoreLane } from "../chart/score-lane.js";
import { Strip } from "../chart/strip.js";
import { TimelineChart } from "../chart/timeline-chart.js";
import { Headline } from "./headline/headline.js";
import type { View } from "./view.js";

/** Width and height of an element as it is now. */
function useSize(): { box: preact.RefObject<HTMLDivElement | null>; width: number } {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const measure = (): void => setWidth(box.current?.clientWidth ?? 0);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

/** A third of the panel, within bounds; small where the panel is narrow. It never changes when a row opens. */
const chartHeight = (width: number): number =>
  width < 600 ? 220 : Math.max(220, Math.min(420, Math.round(window.innerHeight * 0.34)));

export const timelineView: View = {
  name: "timeline",
  title: { en: "Timeline", de: "Zeitverlauf" },
  draw: TimelineView,
};

function TimelineView(props: PartProps): preact.JSX.Element {
  const { model, results, dispatch } = props;
  const { box, width } = useSize();
  return (
    <>
      <Headline {...props} />
      <section class="chart" aria-label={t({ en: "Chart", de: "Diagramm" })}>
        <Legend {...props} />
        <div ref={box}>
          {width > 0 && (
            <TimelineChart
              model={model}
              results={results}
              width={width}
              height={chartHeight(width)}
              dispatch={dispatch}
            />
          )}
          {width > 0 && model.layers.score && <ScoreLane model={model} results={results} width={width} />}
          {width > 0 && <Strip model={model} results={results} width={width} dispatch={dispatch} />}
        </div>
        <DetectorKeys results={results} />
      </section>
      {results.chosen.incidents.length || (model.state.kind === "working" && model.state.fresh) ? (
        <IncidentsTable {...props} width={width} />
      ) : (
        <NearestTable results={results} />
      )}
    </>
  );
}

/** When nothing was found: the rows that came nearest, so that a reader can judge the line. */
function NearestTable({ results }: Pick<PartProps, "results">): preact.JSX.Element | null {
  const { nearest } = results.chosen;
  if (!nearest.length) return null;
  const digits = valueDigits(results);
  const words = timeWords(results);
  return (
    <>
      <div class="tools">
        <h2>{t({ en: "Nearest to the line", de: "Der Grenze am nächsten" })}</h2>
        <span class="dim">{t({ en: "not flagged", de: "nicht markiert" })}</span>
      </div>
      <table
        data-testid="nearest"
        aria-label={t({ en: "Rows nearest to the threshold", de: "Zeilen, die der Grenze am nächsten kommen" })}
      >
        <thead>
          <tr>
            <th scope="col">{t(terms.when)}</th>
            <th scope="col" class="num">
              {t(terms.actual)}
            </th>
            <th scope="col" class="num">
              {t(terms.expected)}
            </th>
            <th scope="col" class="num">
              {t(terms.offBy)}
            </th>
            <th scope="col" class="num">
              {t(terms.score)}
            </th>
            <th scope="col" class="why">
              {t({ en: "What would flag it", de: "Was sie markieren würde" })}
            </th>
          </tr>
        </thead>
        <tbody>
          {nearest.map(({ point, time, line, actual, expected, score, sensitivity }) => (
            <tr key={point} class="row" onClick={() => post({ type: "reveal", line, how: "follow" })}>
              <th scope="row">{momentText(time, words)}</th>
              <td class="num">{number(actual, digits)}</td>
              <td class="num dim">{number(expected, digits)}</td>
              <td class="num">{offBy(actual, expected, digits) || "\u2013"}</td>
              <td class="num">{number(score, 2)}</td>
              <td class="why">
                {Number.isFinite(sensitivity)
                  ? t({ en: "Sensitivity {0} or higher.", de: "Empfindlichkeit {0} oder höher." }, sensitivity)
                  : t({ en: "No sensitivity.", de: "Keine Empfindlichkeit." })}{" "}
                <button
                  class="link"
                  data-testid={`nearest-line-${line}`}
                  onClick={(event) => {
                    event.stopPropagation();
                    post({ type: "reveal", line, how: "go" });
                  }}
                >
                  {results.file.withoutLines ? t(terms.showTheRow) : t(terms.showInCsv, number(line))}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
