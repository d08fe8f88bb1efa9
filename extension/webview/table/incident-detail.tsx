import { useEffect, useState } from "preact/hooks";
import type {
  Feedback,
  FeedbackChange,
  IncidentDetail,
  IncidentFacts,
  LikeFacts,
  LikePlace,
  Results,
} from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { momentText, number, percent, spanText, weekdayText } from "../../shared/words.js";
import { valueDigits } from "../chart/chart-figure.js";
import { post } from "../state/host.js";
import { countedDetectors, timeWords, type Model } from "../state/model.js";
import { NoteField } from "./note-field.js";
import { PeriodChart } from "./period-chart.js";

interface DetailProps {
  readonly incident: IncidentFacts;
  readonly results: Results;
  readonly model: Model;
  readonly columns: number;
  readonly width: number;
  /** Row of the grid, for those who hear it. */
  readonly index: number;
}

/** The open row: words and actions, the same stretch before, what made the score. */
export function IncidentRowDetail({
  incident,
  results,
  model,
  columns,
  width,
  index,
}: DetailProps): preact.JSX.Element {
  useEffect(() => post({ type: "detail", point: incident.peak }), [incident.peak, results.chosen.index]);
  const detail = model.detail?.point === incident.peak ? model.detail.detail : null;
  return (
    <tr
      role="row"
      class="detail"
      data-testid={`detail-${incident.rank}`}
      data-key={incident.rank}
      aria-rowindex={index}
      aria-level={2}
    >
      <td role="gridcell" colSpan={columns}>
        <div class="facts">
          <div>
            <Words incident={incident} results={results} />
            {incident.like && <Like incident={incident} like={incident.like} results={results} />}
            <Actions incident={incident} results={results} />
          </div>
          {detail && (
            <PeriodChart
              detail={detail}
              incident={incident}
              width={Math.max(240, Math.min(380, width - 64))}
              decimals={valueDigits(results)}
            />
          )}
          {detail && <Shares detail={detail} />}
        </div>
      </td>
    </tr>
  );
}

/** Whether its numbers are levels, which no row of the file need have. */
const isLevel = ({ actual, value }: IncidentFacts): boolean => Number.isFinite(actual) && actual !== value;

function Words({ incident, results }: { incident: IncidentFacts; results: Results }): preact.JSX.Element {
  const digits = valueDigits(results);
  const peak = momentText(incident.peakTime, timeWords(results));
  const counted = countedDetectors(results);
  const pointing = counted.filter((detector) => incident.detectors.includes(detector.id)).length;
  const range = Number.isFinite(incident.lower)
    ? ` (${t(terms.fromTo, number(incident.lower, digits), number(incident.upper, digits))})`
    : "";
  return (
    <>
      <p class="said">{incident.reason}</p>
      {Number.isFinite(incident.actual) && (
        <p class="dim">
          {isLevel(incident)
            ? t(
                {
                  en: "Level {0} since then, {1} before; {2} measured at {3}.",
                  de: "Seitdem auf {0}, davor auf {1}; gemessen: {2} ({3}).",
                },
                number(incident.actual, digits),
                number(incident.expected, digits),
                number(incident.value, digits),
                peak,
              )
            : Number.isFinite(incident.expected)
              ? t(
                  {
                    en: "Furthest at {0}: {1}, expected {2}{3}.",
                    de: "Am weitesten entfernt: {0}, gemessen {1}, erwartet {2}{3}.",
                  },
                  peak,
                  number(incident.actual, digits),
                  number(incident.expected, digits),
                  range,
                )
              : t(
                  { en: "Furthest at {0}: {1}.", de: "Am weitesten entfernt: {0}, gemessen {1}." },
                  peak,
                  number(incident.actual, digits),
                )}
        </p>
      )}
      <p class="dim">
        {Number.isFinite(incident.confidence) &&
          `${t({ en: "{0} of the repeated runs found it again.", de: "{0} der wiederholten Läufe fanden ihn wieder." }, percent(incident.confidence))} `}
        {pointing === 0
          ? ""
          : pointing === 1
            ? t({ en: "1 of {0} detectors points at it.", de: "1 von {0} Detektoren zeigt darauf." }, counted.length)
            : t(
                { en: "{0} of {1} detectors point at it.", de: "{0} von {1} Detektoren zeigen darauf." },
                pointing,
                counted.length,
              )}
      </p>
    </>
  );
}

/** Why it is greyed though nobody marked it, and the way back. */
function Like({
  incident,
  like,
  results,
}: {
  incident: IncidentFacts;
  like: LikeFacts;
  results: Results;
}): preact.JSX.Element {
  const when = spanText(like.told.start, like.told.end, timeWords(results));
  return (
    <p data-testid="like">
      {t(
        {
          en: "Greyed: like {0}, which you marked as expected ({1}, no larger).",
          de: "Grau, weil wie {0}, als erwartet markiert ({1}, nicht größer).",
        },
        when,
        placeText(like.place, incident.peakTime),
      )}{" "}
      <button
        class="link"
        data-testid="unlike"
        onClick={() => post({ type: "verdict", point: incident.peak, change: { verdict: "real" } })}
      >
        {t({ en: "Count it all the same", de: "Trotzdem zählen" })}
      </button>
    </p>
  );
}

function placeText(place: LikePlace, time: number): string {
  switch (place) {
    case "date":
      return t({ en: "the same date", de: "gleiches Datum" });
    case "monthEnd":
      return t({ en: "also at the end of a month", de: "ebenfalls am Monatsende" });
    case "month":
      return t({ en: "the same month", de: "gleicher Monat" });
    case "weekday":
      return t({ en: "also on a {0}", de: "ebenfalls an einem {0}" }, weekdayText(time));
    case "hour":
      return t({ en: "the same hour of a {0}", de: "gleiche Stunde an einem {0}" }, weekdayText(time));
  }
}

function Actions({ incident, results }: { incident: IncidentFacts; results: Results }): preact.JSX.Element {
  const said: Feedback = incident.verdict ?? { verdict: null, note: "" };
  const [editing, setEditing] = useState(false);
  const say = (change: FeedbackChange): void => post({ type: "verdict", point: incident.peak, change });
  const leave = (note: string): void => {
    setEditing(false);
    // An empty field is no wish to lose a note: that has a button of its own.
    if (note !== "" && note !== said.note) say({ note });
  };
  const toggle = (verdict: "expected" | "real", text: string, title: string): preact.JSX.Element => (
    <button
      class="btn"
      data-testid={`verdict-${verdict}`}
      title={title}
      aria-pressed={said.verdict === verdict}
      onClick={() => say({ verdict: said.verdict === verdict ? null : verdict })}
    >
      {text}
    </button>
  );
  return (
    <>
      <div class="acts">
        <button
          class="btn primary"
          data-testid="show-line"
          onClick={() => post({ type: "reveal", line: incident.line, how: "go" })}
        >
          {results.file.withoutLines ? t(terms.showTheRow) : t(terms.showInCsv, number(incident.line))}
        </button>
        {toggle(
          "expected",
          t({ en: "Mark as expected", de: "Als erwartet markieren" }),
          t({
            en: "Expected, not an anomaly: kept beside the file and respected by the next run",
            de: "Erwartet, keine Anomalie: wird neben der Datei festgehalten und beim nächsten Lauf beachtet",
          }),
        )}
        {toggle(
          "real",
          t({ en: "Mark as real", de: "Als echt markieren" }),
          t({
            en: "A real anomaly: kept beside the file",
            de: "Eine echte Anomalie: wird neben der Datei festgehalten",
          }),
        )}
        <button class="btn plain" data-testid="note" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {said.note === ""
            ? t({ en: "Add note…", de: "Notiz hinzufügen…" })
            : t({ en: "Edit note…", de: "Notiz ändern…" })}
        </button>
        {said.note !== "" && (
          <button class="btn plain" data-testid="remove-note" onClick={() => say({ note: null })}>
            {t({ en: "Remove note", de: "Notiz entfernen" })}
          </button>
        )}
      </div>
      {editing ? <NoteField note={said.note} leave={leave} /> : said.note !== "" && <p class="note">{said.note}</p>}
    </>
  );
}

/** What a part of the score means. */
const partOfScore = (lost: number | undefined): string =>
  lost === undefined
    ? t({ en: "Part of the score", de: "Anteil an der Bewertung" })
    : t(
        {
          en: "Part of the score. Without it the score would be {0} lower.",
          de: "Anteil an der Bewertung. Ohne ihn wäre sie um {0} niedriger.",
        },
        percent(lost),
      );

/** The part of each detector in the score of the worst point; by vote, how far each is above its own line. */
/** Part of a score that is shown at least. */
const leastPart = 0.005;

function Shares({ detail }: { detail: IncidentDetail }): preact.JSX.Element | null {
  if (!detail.shares.length) return null;
  const sorted = [...detail.shares]
    // A part that reads 0% made nothing.
    .filter(({ value, of }) => (of === "score" ? value >= leastPart : value > 0))
    .sort((a, b) => b.value - a.value)
    .slice(0, 7);
  const most = Math.max(...sorted.map(({ value }) => value).filter(Number.isFinite), 1e-9);
  return (
    <div>
      <h3>{t({ en: "What made the score", de: "Woraus die Bewertung besteht" })}</h3>
      <div class="share">
        {sorted.map(({ title, value, of, lost }) => [
          <span key={title}>{title}</span>,
          <i
            key={`${title}-bar`}
            style={{ "--v": `${Number.isFinite(value) ? (value / most) * 100 : 100}%` }}
            aria-hidden="true"
          />,
          <span
            key={`${title}-number`}
            title={
              of === "score"
                ? partOfScore(lost)
                : t({ en: "Score over its threshold", de: "Bewertung im Verhältnis zu ihrer Grenze" })
            }
          >
            {of === "score" ? percent(value) : Number.isFinite(value) ? `${number(value, 1)}\u202f\u00d7` : "\u2013"}
          </span>,
        ])}
      </div>
      {detail.features !== "" && <p class="features dim">{detail.features}</p>}
    </div>
  );
}
