import type { ReadConfig } from "kpi-anomaly";
import { useState } from "preact/hooks";
import { t } from "../../shared/translate.js";
import { delimiterName } from "./all-assumptions.js";
import type { EditorProps } from "./assumption-editors.js";
import { EditForm, Choice, TextField } from "./edit-fields.js";

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
  const [missing, chooseMissing] = useState((read.missing ?? []).join(", "));
  const changes = {
    "read.delimiter": delimiter === found ? null : delimiter,
    "read.decimal": decimal === found ? null : decimal,
    "read.missing": missing
      .split(",")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
  };
  return (
    <EditForm submit={() => fit(changes)} fits leave={leave}>
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
      <TextField
        label={t("Cells that mean \u201cno value\u201d")}
        value={missing}
        placeholder="-999, n/a"
        change={chooseMissing}
      />
    </EditForm>
  );
}
