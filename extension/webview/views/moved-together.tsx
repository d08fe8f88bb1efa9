import type { SharedMoment, SharedMomentMember } from "../../shared/protocol/index.js";
import { t } from "../../shared/translate.js";
import { momentText, number, type TimeWords } from "../../shared/words.js";
import { Severity } from "../chart/marks.js";
import { orderText, usuallyText } from "./order-text.js";

/** The moments that are an incident of several KPIs: when, how bad, who moved in which order. A click opens the worst of them. */
export function MovedTogether({
  moments,
  words,
  name,
  open,
}: {
  moments: readonly SharedMoment[];
  words: TimeWords;
  /** Of the key column. */
  name: string | null;
  open: (member: SharedMomentMember) => void;
}): preact.JSX.Element | null {
  if (!moments.length) return null;
  const choose =
    ({ members }: SharedMoment) =>
    (): void =>
      open(members.reduce((worst, member) => (member.severity > worst.severity ? member : worst)));
  return (
    <>
      <div class="tools">
        <h2>{t("Moved together")}</h2>
        <span class="dim">{number(moments.length)}</span>
      </div>
      <table
        class="together"
        role="grid"
        data-testid="together"
        aria-label={t("Moments at which several KPIs were not normal")}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("When")}
            </th>
            <th scope="col" role="columnheader">
              {t("Severity")}
            </th>
            <th scope="col" role="columnheader" class="num">
              {t("KPIs")}
            </th>
            <th scope="col" role="columnheader" class="why">
              {t("In order")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {moments.map((moment, place) => (
            <tr
              key={place}
              role="row"
              class="row"
              data-testid={`together-${place + 1}`}
              tabIndex={place ? -1 : 0}
              onClick={choose(moment)}
              onKeyDown={(event) => walkRows(event, choose(moment))}
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
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Up and down walk the rows of a table, Enter and Space open one. */
export function walkRows(event: KeyboardEvent, open: () => void): void {
  const row = event.currentTarget as HTMLElement;
  const next =
    event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
  if (event.key === "Enter" || event.key === " ") open();
  else if (next instanceof HTMLElement) next.focus();
  else return;
  event.preventDefault();
}
