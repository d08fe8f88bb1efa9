import { useState } from "preact/hooks";
import type { Results } from "../../shared/protocol/index.js";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { askedTuning } from "../state/asked-tuning.js";
import { DateEditor, KpisEditor, KeyEditor, SegmentsEditor } from "./column-editors.js";
import { EditForm, Choice, NumberField } from "./edit-fields.js";
import { EventsEditor } from "./events-editor.js";
import type { EditorProps } from "./editor-props.js";
import { ReadEditor } from "./read-editor.js";
import { SeasonEditor } from "./season-editor.js";

type Editor = (props: EditorProps) => preact.JSX.Element;

/** How the file is read; where a number that may mean "no value" is edited, with that number among those that do. */
function readingOf({ results, about }: EditorProps): Results["config"]["read"] {
  const { read } = results.config;
  const fix = results.fixes.find(({ kind }) => kind === "missing code");
  return about === "possible_missing_value_code" && fix
    ? { ...read, missing: fix.changes["read.missing"] as string[] }
    : read;
}

/** The form an assumption opens, by the path of the option it changes. */
export const assumptionEditors: Readonly<Record<string, Editor>> = {
  read: (props) => <ReadEditor {...props} read={readingOf(props)} />,
  "columns.date": DateEditor,
  "columns.kpis": KpisEditor,
  "columns.key": KeyEditor,
  "columns.segments": SegmentsEditor,
  "aggregate.by": AggregateEditor,
  season: SeasonEditor,
  events: EventsEditor,
  mode: ModeEditor,
  rules: RuleEditor,
  baseline: BaselineEditor,
  seed: (props) => (
    <WholeNumberEditor
      {...props}
      option="seed"
      label={t({ en: "Seed of everything random", de: "Startwert alles Zufälligen" })}
      value={props.results.config.seed ?? 0}
      least={0}
    />
  ),
  mostKpis: (props) => (
    <WholeNumberEditor
      {...props}
      option="mostKpis"
      label={t(terms.mostKpis)}
      value={props.results.config.mostKpis ?? 1}
      least={1}
    />
  ),
};

function WholeNumberEditor({
  fit,
  leave,
  option,
  label,
  value,
  least,
}: EditorProps & { option: string; label: string; value: number; least: number }): preact.JSX.Element {
  const [chosen, choose] = useState(value);
  return (
    <EditForm submit={() => fit({ [option]: chosen })} fits leave={leave}>
      <NumberField label={label} value={chosen} least={least} step={1} change={choose} />
    </EditForm>
  );
}

function BaselineEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [baseline, choose] = useState(results.config.baseline ?? "history");
  return (
    <EditForm submit={() => fit({ baseline })} fits leave={leave}>
      <Choice
        label={t({ en: "What is expected is taken from", de: "Das Erwartete stammt aus" })}
        value={baseline}
        choices={[
          ["history", t({ en: "all of the file", de: "der ganzen Datei" })],
          ["past", t({ en: "earlier rows only, as if live", de: "früheren Zeilen allein, wie im Betrieb" })],
        ]}
        change={(value) => choose(value as typeof baseline)}
      />
    </EditForm>
  );
}

function AggregateEditor({ results, fit, leave }: EditorProps): preact.JSX.Element {
  const [by, choose] = useState<string>(results.config.aggregate?.by ?? "");
  return (
    <EditForm submit={() => fit({ "aggregate.by": by === "" ? null : by })} fits leave={leave}>
      <Choice
        label={t({ en: "Put records together by", de: "Datensätze zusammenfassen nach" })}
        value={by}
        choices={[
          ["", t({ en: "as in the file", de: "wie in der Datei" })],
          ["hour", t({ en: "hour", de: "Stunde" })],
          ["day", t(terms.day)],
          ["week", t(terms.week)],
          ["month", t(terms.month)],
        ]}
        change={choose}
      />
    </EditForm>
  );
}

/** What decides. Cuts again, fits nothing. */
function ModeEditor({ results: { tuning }, cut, leave }: EditorProps): preact.JSX.Element {
  const [mode, chooseMode] = useState(tuning.mode);
  const [sensitivity, chooseSensitivity] = useState(tuning.sensitivity);
  const [consensus, chooseConsensus] = useState(tuning.consensus);
  return (
    <EditForm submit={() => cut(mode === "auto" ? { mode, sensitivity } : { mode, consensus })} leave={leave}>
      <Choice
        label={t({ en: "What decides", de: "Was entscheidet" })}
        value={mode}
        choices={[
          ["auto", t({ en: "the combined score", de: "die gemeinsame Bewertung" })],
          ["vote", t({ en: "votes of detectors", de: "Stimmen der Detektoren" })],
        ]}
        change={(value) => chooseMode(value as typeof mode)}
      />
      {mode === "auto" ? (
        <NumberField
          label={t(terms.sensitivity)}
          value={sensitivity}
          least={0}
          most={100}
          step={1}
          change={chooseSensitivity}
        />
      ) : (
        <NumberField
          label={t({ en: "Detectors that must agree", de: "Detektoren, die übereinstimmen müssen" })}
          value={consensus}
          least={1}
          step={1}
          change={chooseConsensus}
        />
      )}
    </EditForm>
  );
}

/** What counts for the chosen KPI. Cuts again, fits nothing. */
function RuleEditor({ results: { chosen, tuning }, cut, leave }: EditorProps): preact.JSX.Element {
  const [rule, change] = useState({
    direction: "both" as const,
    minimumEffectPercent: 0,
    minimumEffect: 0,
    minimumLength: 1,
    ...(tuning.rules[chosen.kpi] ?? tuning.rules["*"]),
  });
  const set = (part: Partial<typeof rule>): void => change({ ...rule, ...part });
  return (
    <EditForm submit={() => cut({ rules: { ...askedTuning(tuning).rules, [chosen.kpi]: rule } })} leave={leave}>
      <Choice
        label={t({ en: "What counts for {0}", de: "Was bei {0} zählt" }, chosen.kpi)}
        value={rule.direction}
        choices={[
          ["both", t({ en: "rises and falls", de: "Anstiege und Abfälle" })],
          ["up", t({ en: "only rises", de: "nur Anstiege" })],
          ["down", t({ en: "only falls", de: "nur Abfälle" })],
        ]}
        change={(direction) => set({ direction: direction as typeof rule.direction })}
      />
      <NumberField
        label={t({ en: "Least deviation, in percent", de: "Kleinste Abweichung, in Prozent" })}
        value={rule.minimumEffectPercent}
        least={0}
        change={(minimumEffectPercent) => set({ minimumEffectPercent })}
      />
      <NumberField
        label={t({ en: "Least deviation, in the KPI’s unit", de: "Kleinste Abweichung, in der Einheit des KPI" })}
        value={rule.minimumEffect}
        least={0}
        change={(minimumEffect) => set({ minimumEffect })}
      />
      <NumberField
        label={t({ en: "Least number of rows", de: "Kleinste Zahl von Zeilen" })}
        value={rule.minimumLength}
        least={1}
        step={1}
        change={(minimumLength) => set({ minimumLength })}
      />
    </EditForm>
  );
}
