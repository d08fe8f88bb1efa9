import type { ComparisonWithWords, PairMatrix } from "kpi-anomaly";
import { useState } from "preact/hooks";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number, percent } from "../../shared/words.js";
import { AnalysisPlaceholder, useAnalysis } from "./analysis-status.js";
import type { PartProps } from "../state/part-props.js";
import { post } from "../state/host.js";
import { shortLabels } from "./short-labels.js";
import type { View } from "./view.js";

export const compareView: View = {
  name: "compare",
  title: { en: "Compare", de: "Vergleich" },
  draw: CompareView,
};

/** Do the detectors agree, what does each add, what would a vote change. */
function CompareView({ model, results, dispatch }: PartProps): preact.JSX.Element {
  // What decides comes first: the voters where they vote, those with a share where scores are combined.
  const deciding = results.tuning.mode === "auto" ? "compareWeighing" : "compare";
  const [all, showAll] = useState(false);
  const answer = useAnalysis<ComparisonWithWords>(model, all ? "compareAll" : deciding, dispatch);
  if (!answer.ok) return <AnalysisPlaceholder answer={answer} />;
  const comparison = answer.value;
  const titles = comparison.detectors.map((detector) => detector.title);
  const { plain, measures } = comparison.verdict;
  const [first, ...rest] = plain;
  return (
    <>
      <div class="verdict" data-testid="verdict">
        <p>
          <b>{first}</b> {rest.join(" ")}
        </p>
      </div>
      <div class="block">
        <fieldset class="seg" aria-label={t({ en: "Detectors to compare", de: "Zu vergleichende Detektoren" })}>
          {[false, true].map((every) => (
            <label key={String(every)}>
              <input
                type="radio"
                name="compared"
                data-testid={every ? "compare-all" : "compare-deciding"}
                checked={all === every}
                onChange={() => showAll(every)}
              />
              {every
                ? t({ en: "All detectors", de: "Alle Detektoren" })
                : t({ en: "Detectors that decide", de: "Detektoren, die entscheiden" })}
            </label>
          ))}
        </fieldset>
      </div>
      <div class={all ? "cols single" : "cols"} data-testid="compare">
        <section>
          <h2>{t({ en: "Agreement", de: "Übereinstimmung" })}</h2>
          <p class="dim">
            {t({
              en: "Share of flagged rows two detectors have in common, each at its own threshold.",
              de: "Anteil der markierten Zeilen, den zwei Detektoren gemeinsam haben, jeder an seiner eigenen Grenze.",
            })}
          </p>
          <Matrix
            titles={titles}
            values={comparison.own.jaccard}
            label={t({ en: "Agreement of detectors", de: "Übereinstimmung der Detektoren" })}
          />
        </section>
        <Detectors comparison={comparison} incidents={results.chosen.incidents} />
        <section>
          <h2>{t({ en: "Same budget", de: "Gleiche Zahl von Markierungen" })}</h2>
          <p class="dim">
            {t(
              {
                en: "Every detector flags its {0} highest rows: what is left is disagreement about which.",
                de: "Jeder Detektor markiert seine {0} höchsten Zeilen: Was an Unterschied bleibt, ist Uneinigkeit darüber, welche.",
              },
              number(comparison.equalBudget.budget),
            )}
          </p>
          <Matrix
            titles={titles}
            values={comparison.equalBudget.jaccard}
            label={t({ en: "Agreement at equal budget", de: "Übereinstimmung bei gleicher Zahl von Markierungen" })}
          />
          {comparison.skipped.map(({ title, reason }) => (
            <p key={title} class="dim">
              {t({ en: "{0} did not run: {1}", de: "{0} lief nicht: {1}" }, title, reason)}
            </p>
          ))}
        </section>
        <section>
          <h2>{t({ en: "Score ranks", de: "Reihenfolge der Bewertungen" })}</h2>
          <p class="dim">
            {t({
              en: "How alike two detectors rank all rows: 1 is the same order, 0 none in common.",
              de: "Wie ähnlich zwei Detektoren alle Zeilen ordnen: 1 ist dieselbe Reihenfolge, 0 hat nichts gemeinsam.",
            })}
          </p>
          <Matrix
            titles={titles}
            values={comparison.spearman}
            label={t({ en: "Rank correlation of the scores", de: "Rangkorrelation der Bewertungen" })}
          />
          <p>{ranks(comparison)}</p>
          <p class="dim" data-testid="measures">
            {measures.join(" ")}
          </p>
        </section>
        <section>
          <h2>{t({ en: "Who flags together", de: "Wer gemeinsam markiert" })}</h2>
          <table
            aria-label={t({
              en: "Rows flagged by the same detectors",
              de: "Zeilen, die dieselben Detektoren markieren",
            })}
          >
            <thead>
              <tr>
                <th scope="col">{t(terms.detectors)}</th>
                <th scope="col" class="num">
                  {t({ en: "Rows", de: "Zeilen" })}
                </th>
              </tr>
            </thead>
            <tbody>
              {comparison.sets.slice(0, 8).map((set) => (
                <tr key={set.detectors.join()} class="row">
                  <th scope="row" class="why">
                    {set.detectors.map((id) => titleOf(comparison, id)).join(", ")}
                  </th>
                  <td class="num">{number(set.points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </>
  );
}

const titleOf = (comparison: ComparisonWithWords, id: string): string =>
  comparison.detectors.find((detector) => detector.id === id)?.title ?? id;

function Matrix({
  titles,
  values,
  label,
}: {
  titles: readonly string[];
  values: PairMatrix;
  label: string;
}): preact.JSX.Element {
  // Its own scroll bar where there are more detectors than room; reached by keyboard.
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label={label}>
      <table class="matrix" aria-label={label}>
        <thead>
          <tr>
            <td class="self" />
            {shortLabels(titles).map((label, place) => (
              <th key={label} scope="col">
                <abbr title={titles[place]}>{label}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {titles.map((title, row) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {titles.map((other, column) =>
                row === column ? (
                  <td key={other} class="self">
                    {"\u2013"}
                  </td>
                ) : (
                  <td key={other} style={{ "--v": `${Math.max(0, values[row][column] || 0) * 100}%` }}>
                    {share(values[row][column])}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `.71`, as short as a cell allows. */
const share = (value: number | null): string =>
  value === null || !Number.isFinite(value)
    ? "\u2013"
    : value >= 0.995
      ? "1"
      : number(value, 2).replace(/^(\u2212?)0/, "$1");

function Detectors({
  comparison,
  incidents,
}: {
  comparison: ComparisonWithWords;
  incidents: PartProps["results"]["chosen"]["incidents"];
}): preact.JSX.Element {
  const first = incidents.slice(0, 8);
  return (
    <section>
      <h2>{t(terms.eachDetector)}</h2>
      <p class="dim">
        {first.length
          ? t(
              {
                en: "Filled dots are incidents 1 to {0} it points at.",
                de: "Gefüllte Punkte sind die Vorfälle 1 bis {0}, auf die er zeigt.",
              },
              first.length,
            )
          : t({
              en: "Rows each one flags, and flags alone.",
              de: "Zeilen, die jeder markiert, und die er allein markiert.",
            })}
      </p>
      <table aria-label={t(terms.eachDetector)}>
        <thead>
          <tr>
            <th scope="col">{t(terms.detector)}</th>
            <th scope="col">{t(terms.incidents)}</th>
            <th scope="col" class="num">
              {t({ en: "Rows", de: "Zeilen" })}
            </th>
            <th scope="col" class="num">
              {t({ en: "Alone", de: "Allein" })}
            </th>
            <th scope="col" class="num">
              {t({ en: "Judged", de: "Beurteilt" })}
            </th>
          </tr>
        </thead>
        <tbody>
          {comparison.detectors.map(({ id, title, flagged, unique, uniqueCount, judged }) => (
            <tr key={id} class="row">
              <th scope="row">{title}</th>
              <td>
                <span class="dots">
                  {first.map((incident) => (
                    <i key={incident.rank} class={incident.detectors.includes(id) ? "on" : ""} />
                  ))}
                </span>
              </td>
              <td class="num">{number(flagged)}</td>
              <td class={uniqueCount ? "num" : "num dim"}>
                {unique.length ? (
                  <button
                    class="link"
                    title={t({ en: "Show the worst of them in the CSV", de: "Die schlimmste davon in der CSV zeigen" })}
                    onClick={() => post({ type: "revealPoint", how: "go", point: unique[0] })}
                  >
                    {number(uniqueCount)}
                  </button>
                ) : (
                  number(uniqueCount)
                )}
              </td>
              <td class="num dim">{percent(judged / comparison.points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The pairs whose scores rank the rows most and least alike. */
function ranks({ spearman, detectors }: ComparisonWithWords): string {
  const pairs = detectors
    .flatMap((first, i) =>
      detectors
        .slice(i + 1)
        .map((second, j) => ({ names: `${first.title} / ${second.title}`, value: spearman[i][i + 1 + j] })),
    )
    .filter(({ value }) => Number.isFinite(value));
  if (!pairs.length) return "";
  pairs.sort((a, b) => b.value - a.value);
  const [most, least] = [pairs[0], pairs[pairs.length - 1]];
  return t(
    {
      en: "Rank correlation of the scores is highest between {0} ({1}) and lowest between {2} ({3}).",
      de: "Die Rangkorrelation der Bewertungen ist am höchsten zwischen {0} ({1}) und am niedrigsten zwischen {2} ({3}).",
    },
    most.names,
    number(most.value, 2),
    least.names,
    number(least.value, 2),
  );
}
