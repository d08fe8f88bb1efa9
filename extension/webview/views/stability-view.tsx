import type { Stability } from "kpi-anomaly";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number, percent, spanText } from "../../shared/words.js";
import type { WithFigures } from "../../shared/protocol/index.js";
import { AnalysisPlaceholder, useAnalysis } from "./analysis-status.js";
import { Figures } from "./figures.js";
import type { PartProps } from "../state/part-props.js";
import { Severity } from "../chart/marks.js";
import { timeWords } from "../state/model.js";
import type { View } from "./view.js";

type Told = Pick<Stability, "refits" | "series"> & { readonly sentences: readonly string[] };

export const stabilityView: View = {
  name: "stability",
  title: { en: "Stability", de: "Stabilität" },
  scrolledAsWhole: true,
  draw: StabilityView,
};

/** Which anomalies come back when the run is repeated a little differently, and which detectors hold. */
function StabilityView({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const answer = useAnalysis<WithFigures<Told>>(model, "stability", dispatch);
  if (!answer.ok) return <AnalysisPlaceholder answer={answer} />;
  const { sentences, refits, series } = answer.value.value;
  const { kpi, series: key, incidents } = results.chosen;
  const mine = series.find((one) => one.kpi === kpi && one.series === key);
  const runs = Object.values(refits).reduce((sum, count) => sum + count, 0);
  const [first, ...rest] = sentences;
  const words = timeWords(results);
  return (
    <>
      <div class="verdict" data-testid="verdict">
        <p>
          <b>{first}</b> {rest.join(" ")}
        </p>
        <span class="meta">{t({ en: "{0} repeated runs", de: "{0} wiederholte Läufe" }, number(runs))}</span>
      </div>
      <div class="cols" data-testid="stability">
        <section>
          <h2>{t({ en: "Each anomaly", de: "Jede Anomalie" })}</h2>
          <p class="dim">
            {t({
              en: "Share of the repeated runs that found it again.",
              de: "Anteil der wiederholten Läufe, die sie wiederfanden.",
            })}
          </p>
          <table aria-label={t({ en: "Confidence of each anomaly", de: "Wie sicher jede Anomalie ist" })}>
            <thead>
              <tr>
                <th scope="col" class="num">
                  #
                </th>
                <th scope="col">{t(terms.severity)}</th>
                <th scope="col">{t(terms.when)}</th>
                <th scope="col" class="num">
                  {t(terms.sure)}
                </th>
              </tr>
            </thead>
            <tbody>
              {mine?.anomalies.slice(0, 50).map(({ rank, confidence }) => {
                const incident = incidents.find((candidate) => candidate.rank === rank);
                return (
                  incident && (
                    <tr key={rank} class="row" onClick={() => dispatch({ do: "select", incident, open: true })}>
                      <td class="num dim">{rank}</td>
                      <td>
                        <Severity value={incident.severity} />
                      </td>
                      <th scope="row">{spanText(incident.told.start, incident.told.end, words)}</th>
                      <td class="num">{percent(confidence)}</td>
                    </tr>
                  )
                );
              })}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{t(terms.eachDetector)}</h2>
          <p class="dim">
            {t({
              en: "How alike its flags remain: 1 is the same, 0 nothing in common.",
              de: "Wie ähnlich seine Markierungen bleiben: 1 ist gleich, 0 hat nichts gemeinsam.",
            })}
          </p>
          <table aria-label={t({ en: "Stability of each detector", de: "Stabilität jedes Detektors" })}>
            <thead>
              <tr>
                <th scope="col">{t(terms.detector)}</th>
                <th scope="col" class="num">
                  {t({ en: "Overlap", de: "Überschneidung" })}
                </th>
                <th scope="col">{t({ en: "Grade", de: "Note" })}</th>
              </tr>
            </thead>
            <tbody>
              {mine?.detectors.map(({ id, title, overlap, grade }) => (
                <tr key={id} class="row">
                  <th scope="row">{title}</th>
                  <td class="num">{number(overlap, 2)}</td>
                  <td>{grade}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <Figures figures={answer.value.figures} theme={model.theme} />
    </>
  );
}
