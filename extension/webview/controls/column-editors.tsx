import { useState } from "preact/hooks";
import type { Results } from "../../shared/protocol/index.js";
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
        label={t("Column")}
        value={date}
        choices={columns.map((name) => [name, name] as const)}
        change={chooseDate}
      />
      <TextField
        label={t("Format")}
        value={dateFormat}
        placeholder={t("found in the data, or DD/MM/YYYY HH:mm")}
        change={chooseFormat}
      />
    </EditForm>
  );
}

export function KpisEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [chosen, choose] = useState<readonly string[]>(results.config.columns?.kpis ?? withRole(results, "kpi"));
  return (
    <EditForm submit={() => fit({ "columns.kpis": chosen })} fits leave={leave} ready={chosen.length > 0}>
      <Columns label={t("Columns that are KPIs")} all={names(results)} chosen={chosen} choose={choose} />
    </EditForm>
  );
}

export function SegmentsEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [chosen, choose] = useState<readonly string[]>(results.config.columns?.segments ?? []);
  return (
    <EditForm submit={() => fit({ "columns.segments": chosen.length ? chosen : null })} fits leave={leave}>
      <Columns label={t("Columns whose values are segments")} all={names(results)} chosen={chosen} choose={choose} />
    </EditForm>
  );
}

export function KeyEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [key, choose] = useState(results.config.columns?.key ?? withRole(results, "key").join("+"));
  return (
    <EditForm submit={() => fit({ "columns.key": key })} fits leave={leave} ready={key !== ""}>
      <Choice
        label={t("Column that splits the file into series")}
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
        {label} <span class="dim">{t("{0} of {1}", number(chosen.length), number(all.length))}</span>
      </legend>
      {all.length > manyColumns && (
        <input
          type="search"
          value={text}
          placeholder={t("Filter")}
          aria-label={t("Filter columns")}
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
            {t("All shown")}
          </button>
          <button
            class="btn plain"
            type="button"
            onClick={() => choose(all.filter((name) => ticked.has(name) && !inSight.has(name)))}
          >
            {t("None shown")}
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
