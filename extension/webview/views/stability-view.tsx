import type { Stability } from "kpi-anomaly";
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
        <span class="meta">{t("{0} repeated runs", number(runs))}</span>
      </div>
      <div class="cols" data-testid="stability">
        <section>
          <h2>{t("Each anomaly")}</h2>
          <p class="dim">{t("Share of the repeated runs that found it again.")}</p>
          <table aria-label={t("Confidence of each anomaly")}>
            <thead>
              <tr>
                <th scope="col" class="num">
                  #
                </th>
                <th scope="col">{t("Severity")}</th>
                <th scope="col">{t("When")}</th>
                <th scope="col" class="num">
                  {t("Sure")}
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
                      <th scope="row">{spanText(incident.startTime, incident.endTime, words)}</th>
                      <td class="num">{percent(confidence)}</td>
                    </tr>
                  )
                );
              })}
            </tbody>
          </table>
        </section>
        <section>
          <h2>{t("Each detector")}</h2>
          <p class="dim">{t("How alike its flags remain: 1 is the same, 0 nothing in common.")}</p>
          <table aria-label={t("Stability of each detector")}>
            <thead>
              <tr>
                <th scope="col">{t("Detector")}</th>
                <th scope="col" class="num">
                  {t("Overlap")}
                </th>
                <th scope="col">{t("Grade")}</th>
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
