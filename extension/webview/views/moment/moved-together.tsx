import { Fragment } from "preact";
import type { MomentMember, SharedMoment } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import { momentText, number, type TimeWords } from "../../../shared/words.js";
import { Severity } from "../../chart/marks.js";
import type { PartProps } from "../../state/part-props.js";
import { MomentCardView, useMomentCard } from "./moment-card.js";
import { orderText, usuallyText } from "./order-text.js";

/** The moments that are an incident of several KPIs: when, how bad, who moved in which order. A click opens its card. */
export function MovedTogether({
  moments,
  words,
  open,
  ...props
}: PartProps & {
  readonly moments: readonly SharedMoment[];
  readonly words: TimeWords;
  readonly open: (member: MomentMember) => void;
}): preact.JSX.Element | null {
  const { model, results, dispatch } = props;
  const card = useMomentCard(props);
  if (!moments.length) return null;
  const name = results.key;
  return (
    <>
      <div class="tools">
        <h2>{t({ en: "At the same time", de: "Zur selben Zeit" })}</h2>
        <span class="dim">{number(moments.length)}</span>
      </div>
      <table
        class="together"
        role="treegrid"
        data-testid="together"
        aria-label={t({
          en: "Moments at which several KPIs were not normal",
          de: "Zeitpunkte, zu denen mehrere KPIs auffällig waren",
        })}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t(terms.when)}
            </th>
            <th scope="col" role="columnheader">
              {t(terms.severity)}
            </th>
            <th scope="col" role="columnheader" class="num">
              {t(terms.kpis)}
            </th>
            <th scope="col" role="columnheader" class="why">
              {t({ en: "In order", de: "Reihenfolge" })}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {moments.map((moment, place) => {
            const isOpen = model.moment === place;
            const toggle = (): void => dispatch({ do: "set", part: { moment: isOpen ? null : place } });
            return (
              <Fragment key={place}>
                <tr
                  role="row"
                  class="row"
                  data-testid={`together-${place + 1}`}
                  aria-level={1}
                  aria-expanded={isOpen}
                  tabIndex={place ? -1 : 0}
                  onClick={toggle}
                  onKeyDown={(event) => walkRows(event, toggle)}
                >
                  <th role="rowheader" scope="row">
                    {momentText(moment.start, words)}
                  </th>
                  <td role="gridcell">
                    <Severity value={moment.severity} />
                  </td>
                  <td role="gridcell" class="num">
                    {number(moment.members.length)}
                  </td>
                  <td role="gridcell" class="why">
                    {orderText(moment, words, name)} <span class="dim">{usuallyText(moment, words, name)}</span>
                  </td>
                </tr>
                {isOpen && card && (
                  <tr role="row" class="detail" aria-level={2}>
                    <td role="gridcell" colSpan={4}>
                      <MomentCardView card={card} results={results} dispatch={dispatch} open={open} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** Up and down walk the rows of a table, Enter and Space open one. */
export function walkRows(event: KeyboardEvent, open: () => void): void {
  const row = event.currentTarget as HTMLElement;
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>(":scope > .row") ?? [])];
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const next = by ? rows[rows.indexOf(row) + by] : undefined;
  if (event.key === "Enter" || event.key === " ") open();
  else if (next) next.focus();
  else return;
  event.preventDefault();
}
