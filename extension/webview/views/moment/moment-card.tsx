import { useEffect, useRef } from "preact/hooks";
import type { MomentCard, MomentMember, Results } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import { number, spanText } from "../../../shared/words.js";
import { nameOf } from "../../chart/event-marks.js";
import { copyPicture, pngOf, svgAddress } from "../../chart/pictures/picture.js";
import { linePath, shareBetween } from "../../chart/paths.js";
import { post } from "../../state/host.js";
import { timeWords } from "../../state/model.js";
import { momentPicture } from "./moment-picture.js";
import type { PartProps } from "../../state/part-props.js";
import {
  eventsNear,
  memberHeads,
  memberRows,
  momentAsHtml,
  momentAsMarkdown,
  momentAsText,
  momentSentence,
} from "./moment-text.js";

const chart = { width: 200, height: 40 };

/** A moment of several KPIs: one sentence, its members in the order they moved, each with its chart on the same axis, what drove it, and ways to pass it on. */
export function MomentCardView({
  card,
  results,
  dispatch,
  open,
}: Pick<PartProps, "results" | "dispatch"> & {
  readonly card: MomentCard;
  readonly open: (member: MomentMember) => void;
}): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const events = eventsNear(card, results);
  const charts = (): string[] =>
    [...(box.current?.querySelectorAll("svg.minichart") ?? [])].map((svg) =>
      new XMLSerializer().serializeToString(svg),
    );
  const copy = (text: string): void => post({ type: "copy", text });
  const copyCard = async (): Promise<void> => {
    const picture = momentPicture(card, results, charts());
    const canvas = await pngOf(svgAddress(picture.svg), picture);
    // Where a page may not reach the clipboard with pictures, a file does.
    if (await copyPicture(canvas))
      dispatch({ do: "set", part: { told: t({ en: "Copied as a picture.", de: "Als Bild kopiert." }) } });
    else post({ type: "export", format: "png", image: canvas.toDataURL("image/png") });
  };
  return (
    <div ref={box} class="card" data-testid="card">
      <p data-testid="card-sentence">
        <b>{momentSentence(card, results)}</b>
      </p>
      {events.length > 0 && (
        <p class="dim">
          {t(
            { en: "Known events near it: {0}.", de: "Bekannte Ereignisse in der Nähe: {0}." },
            events.map(nameOf).join(", "),
          )}
        </p>
      )}
      {card.drivers !== "" && <p data-testid="card-drivers">{card.drivers}</p>}
      <table aria-label={t({ en: "KPIs in the order they moved", de: "KPIs in der Reihenfolge ihrer Bewegung" })}>
        <thead>
          <tr>
            {memberHeads().map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              {t(terms.course)} <span class="span">{spanText(card.from, card.to, timeWords(results as Results))}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {memberRows(card, results).map(([name, when, values, off, why], place) => (
            <tr key={place}>
              <th scope="row">
                <button class="link" data-testid={`card-member-${place}`} onClick={() => open(card.members[place])}>
                  {name}
                </button>
              </th>
              <td>{when}</td>
              <td class="num">{values}</td>
              <td class="num">{off}</td>
              <td class="why">{why}</td>
              <td>
                <MiniChart member={card.members[place]} card={card} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {card.more > 0 && <p class="dim">{t(terms.someMore, number(card.more))}</p>}
      <div class="acts">
        <button class="btn" data-testid="copy-text" onClick={() => copy(momentAsText(card, results))}>
          {t({ en: "Copy as text", de: "Als Text kopieren" })}
        </button>
        <button class="btn" data-testid="copy-picture" onClick={() => void copyCard()}>
          {t({ en: "Copy as picture", de: "Als Bild kopieren" })}
        </button>
        <button class="btn" data-testid="copy-markdown" onClick={() => copy(momentAsMarkdown(card, results))}>
          {t({ en: "Copy as Markdown", de: "Als Markdown kopieren" })}
        </button>
        <button class="btn" data-testid="copy-html" onClick={() => copy(momentAsHtml(card, results, charts()))}>
          {t({ en: "Copy as HTML", de: "Als HTML kopieren" })}
        </button>
      </div>
    </div>
  );
}

/** The KPI around the moment, on the axis of the whole card. Colours stand in the elements, so that a copy looks the same. */
function MiniChart({ member, card }: { member: MomentMember; card: MomentCard }): preact.JSX.Element {
  const { time, values, usual } = member;
  const { width, height } = chart;
  let [low, high] = [Infinity, -Infinity];
  for (const value of [...values, ...usual]) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const x = (at: number): number => shareBetween(at, card.from, card.to) * width;
  const y = (value: number): number => height - 2 - shareBetween(value, low, high) * (height - 4);
  const line = (of: Float64Array): string => linePath(Array.from(time, (at, place) => [x(at), y(of[place])] as const));
  return (
    <svg class="minichart" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect
        class="shade"
        x={x(member.startTime)}
        width={Math.max(2, x(member.endTime) - x(member.startTime))}
        height={height}
        fill="#d18616"
        fill-opacity={0.25}
      />
      <path d={line(usual)} fill="none" stroke="#1a85ff" stroke-dasharray="3 2" />
      <path class="actual" d={line(values)} fill="none" stroke="#555" />
    </svg>
  );
}

/** Asks for the card of the moment that is open, once for each cut of the results. */
export function useMomentCard({ model, results }: PartProps): MomentCard | null {
  const { moment } = model;
  useEffect(() => {
    if (moment !== null) post({ type: "moment", place: moment });
  }, [moment, results]);
  return model.card && model.card.place === moment ? model.card : null;
}
