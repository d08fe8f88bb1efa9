import type { ColumnRole } from "../../table.js";
import type { RawColumn } from "./read-columns.js";

const ID =
  /(^|[\s_.-])(id|ids|uuid|guid|idx|rowid|rownum|row|sku|ean|isbn|imei|invoice|ticket|no|nr|num|#)$|^(index|serial|order|customer|user|account)([\s_.-]?(id|no|nr|number|index))?$|[a-z]I[dD]$|^#$/i;
const CODE =
  /(^|[\s_.-])(code|zip|zipcode|postal|postcode|plz|store|shop|branch|dept|department|region|district|zone|sector|cluster|category|class|type|group|segment|device|station|machine|plant|site|location|phone|tel|version|product|city|country|state)$/i;
const CALENDAR =
  /^(year|yr|jahr|année|month|mon|monat|mois|day|tag|jour|dow|doy|weekday|wday|day[\s_.-]?of[\s_.-]?(week|month|year)|dayofweek|dayofyear|week|weekofyear|week[\s_.-]?(no|nr|number)|woche|kw|quarter|qtr|quartal|hour|hr|stunde|heure|minute|second|season)$/i;
const PLACE = /^(lat|lon|lng|long|latitude|longitude)$/i;
const FLAG =
  /(^|[\s_.-])(flag|label|is|has|holiday|weekend|anomaly|outlier|active|enabled|valid)([\s_.-]|$)|^(is|has)[A-Z]/;
const YES_NO: ReadonlySet<string> = new Set([
  "true",
  "false",
  "yes",
  "no",
  "y",
  "n",
  "t",
  "f",
  "on",
  "off",
  "ja",
  "nein",
  "oui",
  "non",
  "si",
  "sí",
]);

/**
 * What a column is for, from its cells and its name. Whole numbers that count nothing are no KPIs: row numbers and ids, codes
 * of stores or districts, parts of the date, yes and no.
 */
export function guessRole(
  name: string,
  column: RawColumn,
  place: number,
  isMissing: (text: string) => boolean,
): ColumnRole {
  if (column.kind === "date") return "date";
  if (column.kind === "text") return textRole(name, column.codes, column.dictionary, isMissing);
  const { values, numbers, decimals, leadingZeros } = column.readings;
  if (numbers === 0) return "empty";
  if (PLACE.test(name)) return "code";
  if (decimals > 0) return "kpi";
  if (leadingZeros * 2 > numbers) return "code";
  if (isFlag(distinctUpTo(values, 3), name)) return "flag";
  if (
    ID.test(name.trim()) ||
    ((place === 0 || name.startsWith("column_") || /^unnamed/i.test(name)) && countsRows(values))
  )
    return "id";
  if (CALENDAR.test(name.trim())) return "code";
  const few = Math.max(60, Math.floor(numbers / 5));
  return CODE.test(name.trim()) && distinctUpTo(values, few + 1).size <= few ? "code" : "kpi";
}

function textRole(
  name: string,
  codes: Uint32Array,
  dictionary: readonly string[],
  isMissing: (text: string) => boolean,
): ColumnRole {
  const present = dictionary.filter((text) => !isMissing(text));
  if (present.length === 0) return "empty";
  if (present.length <= 2 && present.every((text) => YES_NO.has(text.trim().toLowerCase()))) return "flag";
  return ID.test(name.trim()) && dictionary.length * 2 > codes.length ? "id" : "text";
}

function isFlag(distinct: ReadonlySet<number>, name: string): boolean {
  const binary = [...distinct].every((value) => value === 0 || value === 1);
  return binary && (distinct.size === 2 || FLAG.test(name));
}

/** Distinct values, at most so many. */
function distinctUpTo(values: Float64Array, most: number): Set<number> {
  const distinct = new Set<number>();
  for (let i = 0; i < values.length && distinct.size < most; i++) if (!Number.isNaN(values[i])) distinct.add(values[i]);
  return distinct;
}

/** 0, 1, 2, … or 1, 2, 3, … */
function countsRows(values: Float64Array): boolean {
  if (values.length < 3 || (values[0] !== 0 && values[0] !== 1)) return false;
  return values.every((value, i) => value === values[0] + i);
}
