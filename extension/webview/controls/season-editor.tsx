import type { NamedPeriod, SeasonChoice } from "kpi-anomaly";
import { useState } from "preact/hooks";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import type { EditorProps } from "./editor-props.js";
import { EditForm, Choice, TextField, Tick } from "./edit-fields.js";
import { typedRows } from "./typed-rows.js";

type Name = Exclude<NamedPeriod, number>;
type Way = "found" | "none" | "hand";

/** Periods by name, with the seconds of a step from which on they cannot be seen. */
const named: readonly (readonly [Name, number])[] = [
  ["day", 43_200],
  ["week", 604_800],
  ["month", 2_332_800],
  ["year", 17_280_000],
];

const title = (name: Name): string =>
  ({ day: t(terms.day), week: t(terms.week), month: t(terms.month), year: t({ en: "year", de: "Jahr" }) })[name];
const asName = (period: NamedPeriod): Name[] => (typeof period === "number" ? [] : [period]);

/** After which periods the KPIs repeat: found in the data, none, or set by hand. */
export function SeasonEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const { season = null } = results.config;
  const { dated, cadence } = results.chosen;
  const [way, chooseWay] = useState<Way>(season === null ? "found" : season.length ? "hand" : "none");
  const found = results.chosen.seasons.filter(({ accepted }) => accepted).map(({ label }) => label);
  const [names, chooseNames] = useState<readonly Name[]>(
    season ? season.flatMap(asName) : named.map(([name]) => name).filter((name) => found.includes(name)),
  );
  const [rows, typeRows] = useState((season ?? []).filter((period) => typeof period === "number").join(", "));
  const numbers = typedRows(rows);
  const choice: SeasonChoice = way === "found" ? null : way === "none" ? [] : [...names, ...(numbers ?? [])];
  const ready = way !== "hand" || (numbers !== null && names.length + numbers.length > 0);
  const tick = (name: Name, on: boolean): void =>
    chooseNames(named.map(([other]) => other).filter((other) => (other === name ? on : names.includes(other))));
  return (
    <EditForm submit={() => fit({ season: choice })} fits leave={leave} ready={ready}>
      <Choice
        label={t({ en: "Season", de: "Saison" })}
        value={way}
        choices={[
          ["found", t(terms.foundInTheData)],
          ["none", t(terms.none)],
          ["hand", t({ en: "set by hand", de: "von Hand gesetzt" })],
        ]}
        change={(value) => chooseWay(value as Way)}
      />
      {way === "hand" && dated && (
        <div class="ticks" role="group" aria-label={t({ en: "Repeats every", de: "Wiederholt sich" })}>
          {named.map(([name, step]) => (
            <Tick
              key={name}
              label={title(name)}
              value={names.includes(name)}
              disabled={(cadence?.seconds ?? 0) >= step}
              change={(on) => tick(name, on)}
            />
          ))}
        </div>
      )}
      {way === "hand" && (
        <TextField
          label={
            dated
              ? t({ en: "or so many rows", de: "oder so viele Zeilen" })
              : t({ en: "Repeats after so many rows", de: "Wiederholt sich nach so vielen Zeilen" })
          }
          value={rows}
          placeholder="24"
          change={typeRows}
        />
      )}
    </EditForm>
  );
}
