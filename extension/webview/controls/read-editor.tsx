import type { ReadConfig } from "kpi-anomaly";
import { useState } from "preact/hooks";
import { t } from "../../shared/translate.js";
import { delimiterName } from "./all-assumptions.js";
import type { EditorProps } from "./assumption-editors.js";
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
  const [datesAcross, chooseDatesAcross] = useState(read.datesAcross ?? false);
  const [missing, chooseMissing] = useState((read.missing ?? []).join(", "));
  const changes = {
    "read.delimiter": delimiter === found ? null : delimiter,
    "read.decimal": decimal === found ? null : decimal,
    "read.encoding": encoding.trim() === found ? null : encoding.trim(),
    "read.headerRow": wholeNumber(headerRow),
    "read.skipRows": wholeNumber(skipRows),
    "read.datesAcross": datesAcross,
    "read.missing": missing
      .split(",")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
  };
  return (
    <EditForm submit={() => fit(changes)} fits ready={areWhole(headerRow, skipRows)} leave={leave}>
      <Choice
        label={t("Cells are divided by")}
        value={delimiter}
        choices={[[found, t("found in the data")], ...delimiters.map((one) => [one, delimiterName(one)] as const)]}
        change={chooseDelimiter}
      />
      <Choice
        label={t("Decimal mark")}
        value={decimal}
        choices={[
          [found, t("found in the data")],
          [".", t("point")],
          [",", t("comma")],
        ]}
        change={chooseDecimal}
      />
      <TextField label={t("Encoding")} value={encoding} placeholder={t("found in the data")} change={chooseEncoding} />
      <TextField
        label={t("Line of the column names (0: none)")}
        value={headerRow}
        placeholder={t("found in the data")}
        change={chooseHeaderRow}
      />
      <TextField
        label={t("Lines to skip at the top")}
        value={skipRows}
        placeholder={t("found in the data")}
        change={chooseSkipRows}
      />
      <Tick label={t("Columns named by moments are rows")} value={datesAcross} change={chooseDatesAcross} />
      <TextField
        label={t("Cells that mean \u201cno value\u201d")}
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
