import type { ReadConfig } from "kpi-anomaly";
import { useState } from "preact/hooks";
import { terms } from "../../shared/terms.js";
import { t } from "../../shared/translate.js";
import { delimiterName } from "./all-assumptions.js";
import type { EditorProps } from "./editor-props.js";
import { EditForm, Choice, TextField, Tick } from "./edit-fields.js";

const delimiters = [",", ";", "\t", "|", " "] as const;
const found = "";

/** How the file is read where guessing went wrong. */
export function ReadEditor({
  read = {},
  fit,
  leave,
}: Pick<EditorProps, "fit" | "leave"> & { readonly read?: ReadConfig }): preact.JSX.Element {
  const [delimiter, chooseDelimiter] = useState(read.delimiter ?? found);
  const [decimal, chooseDecimal] = useState<string>(read.decimal ?? found);
  const [encoding, chooseEncoding] = useState(read.encoding ?? found);
  const [headerRow, chooseHeaderRow] = useState(wholeText(read.headerRow));
  const [skipRows, chooseSkipRows] = useState(wholeText(read.skipRows));
  const [durations, chooseDurations] = useState<string>(read.durations ?? found);
  const [datesAcross, chooseDatesAcross] = useState(read.datesAcross ?? false);
  const [missing, chooseMissing] = useState((read.missing ?? []).join(", "));
  const changes = {
    "read.delimiter": delimiter === found ? null : delimiter,
    "read.decimal": decimal === found ? null : decimal,
    "read.encoding": encoding.trim() === found ? null : encoding.trim(),
    "read.headerRow": wholeNumber(headerRow),
    "read.skipRows": wholeNumber(skipRows),
    "read.durations": durations === found ? null : durations,
    "read.datesAcross": datesAcross,
    "read.missing": missing
      .split(",")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
  };
  return (
    <EditForm submit={() => fit(changes)} fits ready={areWhole(headerRow, skipRows)} leave={leave}>
      <Choice
        label={t({ en: "Cells are divided by", de: "Zellen sind getrennt durch" })}
        value={delimiter}
        choices={[[found, t(terms.foundInTheData)], ...delimiters.map((one) => [one, delimiterName(one)] as const)]}
        change={chooseDelimiter}
      />
      <Choice
        label={t({ en: "Decimal mark", de: "Dezimalzeichen" })}
        value={decimal}
        choices={[
          [found, t(terms.foundInTheData)],
          [".", t(terms.point)],
          [",", t(terms.comma)],
        ]}
        change={chooseDecimal}
      />
      <TextField
        label={t({ en: "Encoding", de: "Zeichenkodierung" })}
        value={encoding}
        placeholder={t(terms.foundInTheData)}
        change={chooseEncoding}
      />
      <TextField
        label={t({ en: "Line of the column names (0: none)", de: "Zeile der Spaltennamen (0: keine)" })}
        value={headerRow}
        placeholder={t(terms.foundInTheData)}
        change={chooseHeaderRow}
      />
      <TextField
        label={t({ en: "Lines to skip at the top", de: "Zeilen, die oben übersprungen werden" })}
        value={skipRows}
        placeholder={t(terms.foundInTheData)}
        change={chooseSkipRows}
      />
      <Choice
        label={t({ en: "Durations such as 4:35 are", de: "Dauern wie 4:35 sind" })}
        value={durations}
        choices={[
          [found, t(terms.foundInTheData)],
          ["minutes", t({ en: "minutes and seconds", de: "Minuten und Sekunden" })],
          ["hours", t({ en: "hours and minutes", de: "Stunden und Minuten" })],
        ]}
        change={chooseDurations}
      />
      <Tick
        label={t({ en: "Columns named by moments are rows", de: "Nach Zeitpunkten benannte Spalten sind Zeilen" })}
        value={datesAcross}
        change={chooseDatesAcross}
      />
      <TextField
        label={t({ en: "Cells that mean “no value”", de: "Zellen, die „kein Wert“ bedeuten" })}
        value={missing}
        placeholder="-999, n/a"
        change={chooseMissing}
      />
    </EditForm>
  );
}

const wholeText = (number: number | null | undefined): string =>
  number === null || number === undefined ? "" : String(number);

/** The number of lines in a field; null where it is left to be found. */
const wholeNumber = (text: string): number | null => (text.trim() === "" ? null : Number(text));

const areWhole = (...texts: readonly string[]): boolean => texts.every((text) => /^\s*\d{0,9}\s*$/.test(text));
