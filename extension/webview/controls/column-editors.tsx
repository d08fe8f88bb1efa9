import { useState } from "preact/hooks";
import type { Results } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { number } from "../../shared/words.js";
import type { EditorProps } from "./editor-props.js";
import { EditForm, Choice, TextField, Tick } from "./edit-fields.js";

const names = ({ file }: Results): string[] => file.columns.map(({ name }) => name);
const withRole = ({ file }: Results, role: string): string[] =>
  file.columns.filter((column) => column.role === role).map(({ name }) => name);

/** From so many columns on they can be searched. */
const manyColumns = 12;

/** Which column is the date, and how it is written. */
export function DateEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const found = results.config.columns?.date ?? withRole(results, "date").join("+");
  const [date, chooseDate] = useState(found);
  const [dateFormat, chooseFormat] = useState(results.config.read?.dateFormat ?? "");
  const columns = [...new Set([found, ...names(results)])].filter((name) => name !== "");
  return (
    <EditForm
      submit={() =>
        fit({
          ...(date === found ? {} : { "columns.date": date }),
          "read.dateFormat": dateFormat.trim() === "" ? null : dateFormat.trim(),
        })
      }
      fits
      leave={leave}
      ready={date !== ""}
    >
      <Choice
        label={t({ en: "Column", de: "Spalte" })}
        value={date}
        choices={columns.map((name) => [name, name] as const)}
        change={chooseDate}
      />
      <TextField
        label={t({ en: "Format", de: "Format" })}
        value={dateFormat}
        placeholder={t({
          en: "found in the data, or DD/MM/YYYY HH:mm",
          de: "in den Daten gefunden, oder DD/MM/YYYY HH:mm",
        })}
        change={chooseFormat}
      />
    </EditForm>
  );
}

export function KpisEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [chosen, choose] = useState<readonly string[]>(results.config.columns?.kpis ?? withRole(results, "kpi"));
  return (
    <EditForm submit={() => fit({ "columns.kpis": chosen })} fits leave={leave} ready={chosen.length > 0}>
      <Columns
        label={t({ en: "Columns that are KPIs", de: "Spalten, die KPIs sind" })}
        all={names(results)}
        chosen={chosen}
        choose={choose}
      />
    </EditForm>
  );
}

export function SegmentsEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [chosen, choose] = useState<readonly string[]>(results.config.columns?.segments ?? []);
  return (
    <EditForm submit={() => fit({ "columns.segments": chosen.length ? chosen : null })} fits leave={leave}>
      <Columns
        label={t({ en: "Columns whose values are segments", de: "Spalten, deren Werte Segmente sind" })}
        all={names(results)}
        chosen={chosen}
        choose={choose}
      />
    </EditForm>
  );
}

export function KeyEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [key, choose] = useState(results.config.columns?.key ?? withRole(results, "key").join("+"));
  return (
    <EditForm submit={() => fit({ "columns.key": key })} fits leave={leave} ready={key !== ""}>
      <Choice
        label={t({ en: "Column that splits the file into series", de: "Spalte, die die Datei in Reihen teilt" })}
        value={key}
        choices={[...new Set([key, ...names(results)])]
          .filter((name) => name !== "")
          .map((name) => [name, name] as const)}
        change={choose}
      />
    </EditForm>
  );
}

/** Ticks for columns in their own order; a file with many is searched. */
function Columns({
  label,
  all,
  chosen,
  choose,
}: {
  label: string;
  all: readonly string[];
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
}): preact.JSX.Element {
  const [text, search] = useState("");
  const shown = all.filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const inSight = new Set(shown);
  const ticked = new Set(chosen);
  const tick = (name: string, on: boolean): void =>
    choose(all.filter((other) => (other === name ? on : ticked.has(other))));
  return (
    <fieldset>
      <legend>
        {label}{" "}
        <span class="dim">{t({ en: "{0} of {1}", de: "{0} von {1}" }, number(chosen.length), number(all.length))}</span>
      </legend>
      {all.length > manyColumns && (
        <input
          type="search"
          value={text}
          placeholder={t(terms.filter)}
          aria-label={t({ en: "Filter columns", de: "Spalten filtern" })}
          onInput={({ currentTarget }) => search(currentTarget.value)}
        />
      )}
      {all.length > manyColumns && (
        <div class="both">
          <button
            class="btn plain"
            type="button"
            onClick={() => choose(all.filter((name) => ticked.has(name) || inSight.has(name)))}
          >
            {t({ en: "All shown", de: "Alle gezeigten" })}
          </button>
          <button
            class="btn plain"
            type="button"
            onClick={() => choose(all.filter((name) => ticked.has(name) && !inSight.has(name)))}
          >
            {t({ en: "None shown", de: "Keine gezeigten" })}
          </button>
        </div>
      )}
      <div class="ticks tall">
        {shown.slice(0, 500).map((name) => (
          <Tick key={name} label={name} value={ticked.has(name)} change={(on) => tick(name, on)} />
        ))}
      </div>
    </fieldset>
  );
}
