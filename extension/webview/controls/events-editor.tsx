import type { EventConfig } from "kpi-anomaly";
import { useState } from "preact/hooks";
import { t } from "../../shared/translate.js";
import type { EditorProps } from "./editor-props.js";
import { EditForm, TextField } from "./edit-fields.js";

interface Line {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const asLine = ({ name = "", date, start, end }: EventConfig): Line => ({
  name,
  from: date ?? start ?? "",
  to: end ?? "",
});
const empty: Line = { name: "", from: "", to: "" };

/** An event as it is written in a configuration. */
function asEvent({ name, from, to }: Line): EventConfig {
  const named = name.trim() === "" ? {} : { name: name.trim() };
  return to.trim() === "" ? { ...named, date: from.trim() } : { ...named, start: from.trim(), end: to.trim() };
}

/** A year, or a day, or a moment, as ISO 8601 writes it. */
const isMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?$/.test(text.trim());

/** The known events: a name, the first and the last day of each. */
export function EventsEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const known = results.config.events ?? [];
  const [lines, change] = useState<readonly Line[]>(known.length ? known.map(asLine) : [empty]);
  const set = (place: number, part: Partial<Line>): void =>
    change(lines.map((line, index) => (index === place ? { ...line, ...part } : line)));
  const written = lines.filter(({ name, from, to }) => `${name}${from}${to}`.trim() !== "");
  const ready = written.every(({ from, to }) => isMoment(from) && (to.trim() === "" || isMoment(to)));
  return (
    <EditForm submit={() => fit({ events: written.map(asEvent) })} fits leave={leave} ready={ready}>
      <div class="events">
        {lines.map((line, place) => (
          <div key={place} class="eventline">
            <TextField
              hidden
              label={t({ en: "Name", de: "Name" })}
              placeholder={t({ en: "Name", de: "Name" })}
              value={line.name}
              change={(name) => set(place, { name })}
            />
            <TextField
              hidden
              label={t({ en: "First day", de: "Erster Tag" })}
              placeholder="2024-12-24"
              value={line.from}
              change={(from) => set(place, { from })}
            />
            <TextField
              hidden
              label={t({ en: "Last day", de: "Letzter Tag" })}
              placeholder={t({ en: "last day", de: "letzter Tag" })}
              value={line.to}
              change={(to) => set(place, { to })}
            />
            <button
              class="btn plain"
              type="button"
              aria-label={t({ en: "Remove", de: "Entfernen" })}
              title={t({ en: "Remove", de: "Entfernen" })}
              onClick={() => change(lines.filter((_, index) => index !== place))}
            >
              {"\u00d7"}
            </button>
          </div>
        ))}
      </div>
      <button class="btn plain" type="button" onClick={() => change([...lines, empty])}>
        {t({ en: "Add event", de: "Ereignis hinzufügen" })}
      </button>
    </EditForm>
  );
}
