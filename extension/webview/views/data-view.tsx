import type { KpiProfile, ProfileWithWords } from "kpi-anomaly";
import type { WithFigures } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { digitsFor, number, percent, seriesText } from "../../shared/words.js";
import { AnalysisPlaceholder, useAnalysis } from "./analysis-status.js";
import { FileRowsTable } from "./file-rows.js";
import { Figures } from "./figures.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";
import type { View } from "./view.js";

export const dataView: View = {
  name: "data",
  title: { en: "Data", de: "Daten" },
  scrolledAsWhole: true,
  draw: DataView,
};

/** The file in words first, then each KPI in a row, then pictures of the chosen one. */
function DataView({ model, results, dispatch }: PartProps): preact.JSX.Element {
  const answer = useAnalysis<WithFigures<ProfileWithWords>>(model, "profile", dispatch);
  if (!answer.ok) return <AnalysisPlaceholder answer={answer} />;
  const { value: profile, figures } = answer.value;
  const [first, ...rest] = profile.sentences;
  const { kpi: chosen, series } = results.kpis[results.chosen.index];
  const insights = profile.insights.filter(
    (each) => each.kpi === "" || (each.kpi === chosen && each.series === series),
  );
  return (
    <>
      {model.rows && <FileRowsTable rows={model.rows} />}
      <div class="verdict" data-testid="verdict">
        <p>
          <b>{first}</b> {rest.join(" ")}
        </p>
      </div>
      {profile.alerts.length > 0 && (
        <div class="block">
          <h2>{t({ en: "Worth a look", de: "Einen Blick wert" })}</h2>
          <ul class="alerts">
            {profile.alerts.map((alert) => (
              <li key={alert}>{alert}</li>
            ))}
          </ul>
        </div>
      )}
      {insights.length > 0 && (
        <div class="block" data-testid="insights">
          <h2>{t({ en: "What the analyses say", de: "Was die Auswertungen sagen" })}</h2>
          <ul class="insights">
            {insights.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="scroller" tabIndex={0} role="group" aria-label={t({ en: "KPIs of the file", de: "KPIs der Datei" })}>
        <table data-testid="profile" aria-label={t({ en: "KPIs of the file", de: "KPIs der Datei" })}>
          <thead>
            <tr>
              <th scope="col">{t(terms.kpi)}</th>
              <th scope="col">{t(terms.course)}</th>
              <th scope="col" class="num">
                {t({ en: "Values", de: "Werte" })}
              </th>
              <th scope="col" class="num">
                {t(terms.missing)}
              </th>
              <th scope="col" class="num">
                {t({ en: "Lowest", de: "Niedrigster" })}
              </th>
              <th scope="col" class="num">
                {t({ en: "Median", de: "Median" })}
              </th>
              <th scope="col" class="num">
                {t({ en: "Highest", de: "Höchster" })}
              </th>
              <th scope="col" class="c-kind">
                {t({ en: "Trend overall", de: "Trend insgesamt" })}
              </th>
              <th scope="col" class="c-kind why">
                {t(terms.seasons)}
              </th>
            </tr>
          </thead>
          <tbody>
            {profile.kpis.map((kpi) => (
              <KpiRow key={`${kpi.series} ${kpi.kpi}`} kpi={kpi} results={results} />
            ))}
          </tbody>
        </table>
      </div>
      <Figures figures={figures} theme={model.theme} />
    </>
  );
}

function KpiRow({ kpi, results }: { kpi: KpiProfile; results: PartProps["results"] }): preact.JSX.Element {
  const digits = digitsFor(6, Math.max(Math.abs(kpi.max), Math.abs(kpi.min)));
  const index = results.kpis.findIndex((one) => one.kpi === kpi.kpi && one.series === kpi.series);
  const trend =
    kpi.trend.direction === "none"
      ? t({ en: "no trend", de: "kein Trend" })
      : `${kpi.trend.change > 0 ? "+" : ""}${number(kpi.trend.change, digits)}`;
  return (
    <tr
      class="row"
      aria-selected={index === results.chosen.index}
      onClick={() => index >= 0 && post({ type: "choose", index })}
    >
      <th scope="row">{seriesText(kpi, results.key)}</th>
      <td class="spark" aria-hidden="true">
        {kpi.spark}
      </td>
      <td class="num">{number(kpi.points - kpi.missing)}</td>
      <td class={kpi.missing ? "num" : "num dim"}>{kpi.missing ? percent(kpi.missing / kpi.points) : "0"}</td>
      <td class="num">{number(kpi.min, digits)}</td>
      <td class="num">{number(kpi.median, digits)}</td>
      <td class="num">{number(kpi.max, digits)}</td>
      <td class="c-kind">{trend}</td>
      <td class="c-kind why">
        {kpi.seasons.map(({ label, strength }) => `${label} ${percent(strength)}`).join(", ") || t(terms.none)}
      </td>
    </tr>
  );
}
