import type { IncidentFacts, PageState, Results } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import {
  clockText,
  datesText,
  dateText,
  foundText,
  incidentsText,
  momentText,
  number,
  offBy,
  periodText,
  pointsText,
  spanText,
} from "../../../shared/words.js";
import { valueDigits } from "../../chart/chart-figure.js";
import type { PartProps } from "../../state/part-props.js";
import { post } from "../../state/host.js";
import { Fixes } from "./fixes.js";
import { WhyLine } from "./why-line.js";
import { timeWords } from "../../state/model.js";
import { useProgress } from "../../state/use-progress.js";
import { useSlowly } from "../../state/use-delayed.js";

/** Milliseconds between two sentences a screen reader is given. */
const mostOften = 2000;
/** Detectors named while they run. */
const mostNames = 4;

/** The answer of one KPI in one sentence, read first: how many, then the worst. */
export function Headline(props: PartProps): preact.JSX.Element {
  const { results } = props;
  const answer = results.chosen.incidents.some(counts) ? <Found results={results} /> : <Nothing results={results} />;
  return <Verdict {...props} answer={answer} meta={extent(results)} soFar={incidentsSoFar(results)} />;
}

/**
 * The answer, or what is going on instead of it (a run, a file that has changed), then what can be set right by a click.
 *
 * @param soFar what has been found while the run goes on
 */
export function Verdict({
  answer,
  meta,
  soFar,
  ...props
}: PartProps & {
  readonly answer: preact.JSX.Element;
  readonly meta: string;
  readonly soFar: string;
}): preact.JSX.Element {
  const { model, results } = props;
  const { state } = model;
  const plain = state.kind === "ready" && !state.stale;
  return (
    <>
      <div class="verdict" data-testid="verdict">
        {plain ? answer : <Sentence state={state} results={results} soFar={soFar} />}
        {plain && <span class="meta">{meta}</span>}
        {plain && <Heard results={results} />}
      </div>
      <Told {...props} />
      <WhyLine {...props} />
      <Fixes {...props} />
    </>
  );
}

const incidentsSoFar = ({ chosen }: Results): string => t(terms.soFar, incidentsText(chosen.incidents.length));

/** What was found, for those who hear the panel; a slider that is dragged is not followed word by word. */
function Heard({ results }: { results: Results }): preact.JSX.Element {
  return (
    <span class="sr" role="status" data-testid="heard">
      {useSlowly(foundText(results), mostOften)}
    </span>
  );
}

/** What the host had to say. */
function Told({ model: { told }, dispatch }: PartProps): preact.JSX.Element | null {
  if (told === "") return null;
  return (
    <div class="verdict told">
      <p role="status" data-testid="told">
        {told}
      </p>
      <button class="btn plain" aria-label={t(terms.close)} onClick={() => dispatch({ do: "set", part: { told: "" } })}>
        {"\u00d7"}
      </button>
    </div>
  );
}

function Sentence({
  state,
  results,
  soFar,
}: {
  state: PageState;
  results: Results;
  soFar: string;
}): preact.JSX.Element {
  if (state.kind === "working") return state.fresh ? <Working results={results} soFar={soFar} /> : <RunningAgain />;
  if (state.kind === "cancelled")
    return (
      <Again
        text={
          state.fresh ? (
            <>
              <b>{cancelledText(results)}</b> {t({ en: "What was done stays.", de: "Was fertig war, bleibt." })}
            </>
          ) : (
            <>
              <b>{t(terms.cancelled)}</b>{" "}
              {t({ en: "What is shown is from the run before.", de: "Gezeigt wird der Lauf davor." })}
            </>
          )
        }
      />
    );
  return <Again text={<b>{t({ en: "The file has changed.", de: "Die Datei hat sich geändert." })}</b>} />;
}

function Again({ text }: { text: preact.ComponentChild }): preact.JSX.Element {
  return (
    <>
      <p role="status">{text}</p>
      <button class="btn" data-testid="run" onClick={() => post({ type: "run" })}>
        {t(terms.runAgain)}
      </button>
    </>
  );
}

export function CancelButton(): preact.JSX.Element {
  return (
    <button class="btn" data-testid="cancel" onClick={() => post({ type: "cancel" })}>
      {t(terms.cancel)}
    </button>
  );
}

function Working({ results, soFar }: { results: Results; soFar: string }): preact.JSX.Element {
  const progress = useProgress();
  const running = results.chosen.detectors.filter((detector) => detector.state === "running");
  const counted = results.chosen.detectors.filter((detector) => detector.state !== "off").length;
  const names = running
    .slice(0, mostNames)
    .map((detector) => detector.title)
    .join(", ");
  const more = running.length - mostNames;
  const begun = running.length < counted;
  const rest =
    running.length && begun
      ? t(
          {
            en: "{0} of {1} detectors done; still running: {2}. Ranks may change.",
            de: "{0} von {1} Detektoren fertig; es laufen noch: {2}. Ränge können sich ändern.",
          },
          counted - running.length,
          counted,
          more > 0 ? t({ en: "{0} and {1} more", de: "{0} und {1} weitere" }, names, more) : names,
        )
      : (progress?.step ?? "");
  const told = useSlowly(`${soFar}\n${rest}`, mostOften);
  const [found, still] = told.split("\n");
  return (
    <>
      <p role="status">
        <b>{found}</b> {still}
      </p>
      <CancelButton />
    </>
  );
}

/** Before a run has numbers of its own. */
function RunningAgain(): preact.JSX.Element {
  const progress = useProgress();
  const step = useSlowly(progress?.step ?? "", mostOften);
  return (
    <>
      <p role="status">
        <b>{t({ en: "Running again…", de: "Neuer Lauf…" })}</b>{" "}
        {t({ en: "What is shown is from the run before.", de: "Gezeigt wird der Lauf davor." })} {step}
      </p>
      <CancelButton />
    </>
  );
}

function cancelledText(results: Results): string {
  const enabled = results.chosen.detectors.filter((detector) => detector.state !== "off");
  const done = enabled.filter((detector) => detector.state === "done").length;
  return t(
    { en: "Cancelled after {0} of {1} detectors.", de: "Abgebrochen nach {0} von {1} Detektoren." },
    done,
    enabled.length,
  );
}

/** What a person marked as expected, or what is like it, is no news. */
const counts = (incident: IncidentFacts): boolean => incident.verdict?.verdict !== "expected" && !incident.like;

function Found({ results }: { results: Results }): preact.JSX.Element {
  const { start, end, dated, points } = results.chosen;
  const incidents = results.chosen.incidents.filter(counts);
  const worst = incidents[0];
  const marked = results.chosen.incidents.length - incidents.length;
  const when = spanText(worst.told.start, worst.told.end, timeWords(results));
  const off = offBy(worst.actual, worst.expected, valueDigits(results));
  const how = (words: Readonly<Record<"en" | "de", string>>): string => `${when}, ${t(words, off.slice(1))}`;
  // The sentence about missing values has their dates.
  const told =
    off === ""
      ? worst.kind === "missing"
        ? worst.reason
        : `${when}. ${worst.reason}`
      : worst.actual > worst.expected
        ? how({ en: "{0} above expected.", de: "{0} über dem Erwarteten." })
        : how({ en: "{0} below expected.", de: "{0} unter dem Erwarteten." });
  const within = dated ? periodText(end - start) : pointsText(points, null);
  const count =
    incidents.length === 1
      ? t({ en: "1 incident in {0}.", de: "1 Vorfall (Zeitraum: {0})." }, within)
      : t({ en: "{0} incidents in {1}.", de: "{0} Vorfälle (Zeitraum: {1})." }, number(incidents.length), within);
  return (
    <p>
      <b>{count}</b> {t({ en: "Worst: {0}", de: "Am schwersten: {0}" }, told)}
      {marked > 0 && ` ${t({ en: "{0} more are expected.", de: "{0} weitere sind erwartet." }, number(marked))}`}
    </p>
  );
}

function Nothing({ results }: { results: Results }): preact.JSX.Element {
  const { points, cadence, nearest, notJudged, threshold } = results.chosen;
  const near = nearest[0];
  const rest =
    notJudged >= points
      ? t({
          en: "No row could be judged: see the assumptions.",
          de: "Keine Zeile konnte beurteilt werden: siehe Annahmen.",
        })
      : near && Number.isFinite(threshold)
        ? t(
            {
              en: "The highest score is {0}, the line is at {1}.",
              de: "Die höchste Bewertung ist {0}, die Grenze liegt bei {1}.",
            },
            number(near.score, 2),
            number(threshold, 2),
          )
        : near
          ? t(
              { en: "Nearest to the line: {0}, {1}.", de: "Der Grenze am nächsten: {0}, {1}." },
              momentText(near.time, timeWords(results)),
              number(near.actual, valueDigits(results)),
            )
          : "";
  const marked = results.chosen.incidents.length;
  return (
    <p>
      <b>{t({ en: "No anomalies.", de: "Keine Anomalien." })}</b>{" "}
      {t({ en: "{0} looked at.", de: "{0} betrachtet." }, pointsText(points, cadence?.label ?? null))}{" "}
      {marked > 0
        ? t({ en: "{0} expected by your marks.", de: "{0} durch Markierungen erwartet." }, incidentsText(marked))
        : rest}
    </p>
  );
}

function extent(results: Results): string {
  const { points, cadence, dated, start, end, last } = results.chosen;
  const rows = pointsText(points, cadence?.label ?? null);
  if (!dated) return rows;
  // A week or month begins at its date: no date beyond the last one of the file.
  if (dateText(start) === dateText(last))
    return `${rows}, ${dateText(start)}, ${clockText(start)}\u2013${end % 86_400_000 ? clockText(end) : "24:00"}`;
  return `${rows}, ${datesText(start, last, timeWords(results))}`;
}
