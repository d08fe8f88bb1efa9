import { attribute, XmlTags } from "./xml-tags.js";
import { unzip, type ZipEntry } from "../zip/archive.js";

/** What the format of a cell makes of its number. */
export type CellStyle = "number" | "percent" | "date" | "time" | "dateTime" | "duration";

/** Built-in formats that have no code in the file. */
const BUILT_IN: Readonly<Record<number, CellStyle>> = {
  9: "percent",
  10: "percent",
  14: "date",
  15: "date",
  16: "date",
  17: "date",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "dateTime",
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, "time"])),
  45: "duration",
  46: "duration",
  47: "duration",
};

/** The styles of cells by the number that stands in `s`. */
export function cellStyles(bytes: Uint8Array, entry: ZipEntry | undefined): readonly CellStyle[] {
  const codes = new Map<number, CellStyle>();
  const styles: CellStyle[] = [];
  let inCells = false;
  if (!entry) return styles;
  const tags = new XmlTags((name, attributes) => {
    if (name === "numFmt/" || name === "numFmt") {
      const id = Number(attribute(attributes, "numFmtId"));
      codes.set(id, styleOf(attribute(attributes, "formatCode") ?? ""));
    } else if (name === "cellXfs") inCells = true;
    else if (name === "/cellXfs") inCells = false;
    else if (inCells && (name === "xf" || name === "xf/")) {
      const id = Number(attribute(attributes, "numFmtId") ?? 0);
      styles.push(codes.get(id) ?? BUILT_IN[id] ?? "number");
    }
  });
  unzip(bytes, entry, (piece) => tags.push(piece));
  return styles;
}

/** What a format code such as `dd/mm/yyyy hh:mm` or `0.0%` makes of a number. */
export function styleOf(code: string): CellStyle {
  const [first] = code.split(";");
  // Texts in quotes, escaped characters, colours, currencies, conditions and fillers mean nothing.
  const plain = first.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/\[(h+|m+|s+)\]/i.test(plain)) return "duration";
  if (/general|[0#?]/i.test(plain.replace(/[sS]\.0+/g, "s"))) return plain.includes("%") ? "percent" : "number";
  const day = /[yd]|mmm|e{1,2}(?![+-])|g/i.test(plain) || /^m+[-/.\s]*$/i.test(plain.trim());
  const clock = /[hs]|am\/pm/i.test(plain);
  return day ? (clock ? "dateTime" : "date") : clock ? "time" : "number";
}
