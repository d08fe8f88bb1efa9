import type { LineAnswer } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import { number } from "../../../shared/words.js";
import type { PartProps } from "../../state/part-props.js";
import { post, rethreshold } from "../../state/host.js";

/** Why the line that a person asked about is flagged or not, with what would change that, and a way to see it. */
export function WhyLine({ model, results, dispatch }: PartProps): preact.JSX.Element | null {
  const { why } = model;
  if (!why) return null;
  const show = ({ index, time }: LineAnswer): void => {
    const { start, end, points } = results.chosen;
    const span = ((end - start) / Math.max(1, points)) * around;
    dispatch({ do: "set", part: { view: "timeline", placed: true } });
    if (index !== results.chosen.index) post({ type: "choose", index });
    else if (span < end - start)
      dispatch({ do: "set", part: { range: [time - span / 2, time + span / 2], zoomedFrom: model.range } });
  };
  return (
    <section class="fixes" data-testid="why" aria-label={t({ en: "Line {0}", de: "Zeile {0}" }, number(why.line))}>
      <ul>
        {why.answers.map((answer) => (
          <li key={answer.index}>
            <span role="status">{answer.text}</span>
            {Number.isFinite(answer.needed) && !answer.flagged && (
              <button
                class="btn"
                data-testid="why-sensitivity"
                onClick={() => rethreshold({ mode: "auto", sensitivity: answer.needed })}
              >
                {t({ en: "Set sensitivity to {0}", de: "Empfindlichkeit auf {0} setzen" }, number(answer.needed))}
              </button>
            )}
            <button class="btn" data-testid="why-show" onClick={() => show(answer)}>
              {t({ en: "Show it in the chart", de: "Im Diagramm zeigen" })}
            </button>
          </li>
        ))}
      </ul>
      <button
        class="btn plain"
        aria-label={t(terms.close)}
        title={t(terms.close)}
        onClick={() => dispatch({ do: "set", part: { why: null } })}
      >
        {"\u00d7"}
      </button>
    </section>
  );
}

/** Points shown around the line. */
const around = 60;
