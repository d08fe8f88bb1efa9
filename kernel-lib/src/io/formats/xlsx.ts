import { InputError } from "../../errors.js";
import { cellKind } from "../text/cell-kind.js";
import { columnTypes } from "../text/layout.js";
import { chosenSheet, damaged, type Format } from "./format.js";
import { cellStyles, type CellStyle } from "./xlsx/styles.js";
import { sheetFacts, sheetText, sharedStrings, type SheetBook, type SheetFacts } from "./xlsx/sheet.js";
import { attribute, XmlTags } from "./xlsx/xml-tags.js";
import { isZip, unzip, zipEntries, type ZipEntry } from "./zip/archive.js";

const WORKBOOK = "xl/workbook.xml";
/** Rows of a sheet that are looked at to choose among sheets. */
const LOOKED_AT = 100;
/** Sheets that are looked at. */
const MOST_SHEETS = 60;

/**
 * Excel workbooks: one sheet as text, line by line, so that preambles, headers of two rows and several tables in it are found
 * as in any text. Dates, times, percents and true or false are written as people write them; a merged cell stands in all
 * cells it covers. A line of the text is a row of the sheet.
 */
export const xlsx: Format = {
  name: "xlsx",
  called: { en: "an Excel workbook", de: "eine Excel-Mappe" },
  endings: ["xlsx", "xlsm"],
  hasLines: false,
  isIn: (bytes) => {
    if (!isZip(bytes)) return false;
    try {
      return zipEntries(bytes).has(WORKBOOK);
    } catch {
      return false;
    }
  },
  open: (bytes, { sheet: told, signal }) => {
    try {
      const entries = zipEntries(bytes);
      const book = openBook(bytes, entries);
      const sheets = sheetsOf(bytes, entries);
      if (sheets.length === 0) throw damaged(xlsx, "no_sheet");
      const names = sheets.map(({ name }) => name);
      const facts = new Map<string, SheetFacts>();
      const look = (at: number): SheetFacts => {
        signal?.throwIfAborted();
        const found = facts.get(names[at]) ?? sheetFacts(bytes, sheets[at].entry, book, LOOKED_AT);
        facts.set(names[at], found);
        return found;
      };
      const best = told === undefined && sheets.length > 1 ? bestSheet(sheets, look) : 0;
      const chosen = chosenSheet("sheet", names, told, names[best]);
      const at = names.indexOf(chosen.name);
      const text = sheetText(bytes, sheets[at].entry, book, look(at), signal);
      return { kind: "text", bytes: text, sheet: chosen, delimiter: "," };
    } catch (error) {
      if (error instanceof InputError || signal?.aborted) throw error;
      throw damaged(xlsx, error);
    }
  },
};

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** The sheet with dates and numbers, the one with most rows among equals; hidden ones last. */
function bestSheet(sheets: readonly Sheet[], look: (at: number) => SheetFacts): number {
  let best = 0;
  let most = -1;
  sheets.slice(0, MOST_SHEETS).forEach(({ hidden }, at) => {
    const { rows, first } = look(at);
    const width = first.reduce((most, { length }) => Math.max(most, length), 0);
    const types = columnTypes(
      first.map((cells) => cells.map(cellKind)),
      width,
    );
    const told = rows < 3 ? 0 : (types.includes("date") ? 2 : 0) + (types.includes("number") ? 1 : 0);
    const worth = ((hidden ? 0 : 4) + told) * 1e7 + rows;
    if (worth > most) {
      most = worth;
      best = at;
    }
  });
  return best;
}

function openBook(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): SheetBook {
  const styles: readonly CellStyle[] = cellStyles(bytes, entries.get("xl/styles.xml"));
  let since1904 = false;
  const tags = new XmlTags((name, attributes) => {
    if (/^workbookPr\/?$/.test(name)) since1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
  });
  unzip(bytes, entries.get(WORKBOOK)!, (piece) => tags.push(piece));
  return { styles, since1904, strings: sharedStrings(bytes, entries.get("xl/sharedStrings.xml")) };
}

/** Sheets of cells, in the order of their tabs. */
function sheetsOf(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): Sheet[] {
  const targets = new Map<string, string>();
  const relations = entries.get("xl/_rels/workbook.xml.rels");
  if (relations) {
    const tags = new XmlTags((name, attributes) => {
      if (!name.startsWith("Relationship")) return;
      const [id, target] = [attribute(attributes, "Id"), attribute(attributes, "Target")];
      if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
    });
    unzip(bytes, relations, (piece) => tags.push(piece));
  }
  const sheets: Sheet[] = [];
  const tags = new XmlTags((tag, attributes) => {
    if (!/^sheet\/?$/.test(tag)) return;
    const name = attribute(attributes, "name") ?? `Sheet${sheets.length + 1}`;
    const id = /(?:^|\s)\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? "";
    const entry = entries.get(targets.get(id) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`);
    // Sheets that are charts have no cells.
    if (entry && !/chartsheets|dialogsheets/.test(entry.name))
      sheets.push({ name, hidden: /hidden/i.test(attribute(attributes, "state") ?? ""), entry });
  });
  unzip(bytes, entries.get(WORKBOOK)!, (piece) => tags.push(piece));
  return sheets;
}
