import { InputError } from "../../errors.js";
import type { SourceTable } from "../columns/source-columns.js";
import { decodeText } from "../text/encoding.js";
import { chosenSheet, damaged, type ChosenSheet, type Content, type Format } from "./format.js";
import { elements, isRecordList, memberLists, skipSpace, values, type JsonText } from "./json/json-text.js";
import { RecordColumns } from "../columns/record-columns.js";

/**
 * JSON lines, a JSON array of records, or an object that holds one (`{"data": […]}`) or whole columns (`{"day": […], "sales":
 * […]}`). Records that are objects become columns by name, one level of nesting with a dot between (`price.net`); records
 * that are lists are rows of a table.
 */
export const json: Format = {
  name: "json",
  called: { en: "JSON", de: "JSON" },
  endings: ["json", "jsonl", "ndjson"],
  mostlyOther: ["json"],
  hasLines: true,
  typed: true,
  isIn: (bytes) => {
    const head = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8").decode(
      bytes.subarray(0, 4096),
    );
    return /^\s*(\{\s*("|\}|$)|\[\s*([[{\]]|-?\d[\d.eE+-]*\s*[,\]]\s*[-\d\]]|$))/.test(head);
  },
  open: (bytes, { encoding, sheet, signal }) => {
    const text = decodeText(bytes, encoding).bytes;
    const start = skipSpace({ bytes: text, at: 0, line: 1 });
    if (text[start.at] === OPEN_LIST) return recordsOf(elements(start), signal);
    const first = values(start);
    const one = first.next();
    if (one.done) throw damaged(json);
    if (first.next().done) return ofOneObject(start, sheet);
    return recordsOf(values(start), signal);
  },
};

const OPEN_LIST = 91;

/** A record's text and the line on which it begins. */
interface RecordText {
  readonly text: string;
  readonly line: number;
}

function recordsOf(records: Iterable<RecordText>, signal?: AbortSignal, sheet?: ChosenSheet): Content {
  const columns = new RecordColumns();
  const rows: string[] = [];
  let count = 0;
  for (const { text, line } of records) {
    if ((++count & 0xfff) === 0) signal?.throwIfAborted();
    const record = parsed(text, line);
    if (Array.isArray(record)) {
      while (rows.length < line - 1) rows.push("");
      rows.push(RecordColumns.line(record));
    } else columns.add(isObject(record) ? record : { value: record }, line);
  }
  if (rows.length > 0 && columns.records === 0)
    return {
      kind: "text",
      bytes: new TextEncoder().encode(`${rows.join("\n")}\n`),
      delimiter: ",",
      ...(sheet ? { sheet } : {}),
    };
  return { kind: "columns", source: columns.table(), ...(sheet ? { sheet } : {}) };
}

/** One object: the longest list of records in it, or its members are the columns. */
function ofOneObject(start: JsonText, told: string | undefined): Content {
  const lists = memberLists(start).filter((list) => isRecordList(list.value));
  if (lists.length > 0) {
    const longest = lists.reduce((best, each) => (each.bytes > best.bytes ? each : best));
    const all = lists.map(({ path }) => path);
    const chosen = chosenSheet("records", all, told, longest.path);
    const { value } = lists[all.indexOf(chosen.name)];
    return recordsOf(elements(value), undefined, chosen);
  }
  const whole = parsed(new TextDecoder().decode(start.bytes.subarray(start.at)), start.line);
  const columns = isObject(whole) ? columnsOf(whole) : null;
  if (columns) return { kind: "columns", source: columns };
  throw new InputError("no_records", {});
}

/** `{"day": […], "sales": […]}`, `{"day": {"0": …}}`, `{"columns": […], "data": [[…], …]}` as pandas writes them. */
function columnsOf(whole: Record<string, unknown>): SourceTable | null {
  const { columns: names, data } = whole;
  const records = new RecordColumns();
  if (Array.isArray(names) && Array.isArray(data) && data.every(Array.isArray)) {
    const { index } = whole;
    data.forEach((row: unknown[], i) =>
      records.add(
        {
          ...(Array.isArray(index) && index[i] !== i ? { index: index[i] as unknown } : {}),
          ...Object.fromEntries(names.map((name, c) => [String(name), row[c]])),
        },
        i + 2,
      ),
    );
    return records.table();
  }
  const members = Object.entries(whole);
  const lists = members.filter((member): member is [string, unknown[]] => Array.isArray(member[1]));
  const length = Math.max(0, ...lists.map(([, cells]) => cells.length));
  const equal = lists.filter(([, cells]) => cells.length === length);
  if (equal.length > 1 && length > 1) {
    for (let i = 0; i < length; i++)
      records.add(Object.fromEntries(equal.map(([name, cells]) => [name, cells[i]])), i + 2);
    return records.table();
  }
  const maps = members.filter((member): member is [string, Record<string, unknown>] => isObject(member[1]));
  if (maps.length < members.length || maps.length === 0) return null;
  const keys = Object.keys(maps[0][1]);
  if (keys.length < 2 || !maps.every(([, map]) => Object.keys(map).length === keys.length)) return null;
  const numbered = keys.every((key, i) => key === String(i));
  // Names outside and moments inside, or the other way round: the longer one runs down.
  if (!numbered && maps.length > keys.length)
    maps.forEach(([moment, map], i) => records.add({ index: moment, ...map }, i + 2));
  else
    keys.forEach((key, i) =>
      records.add(
        { ...(numbered ? {} : { index: key }), ...Object.fromEntries(maps.map(([name, map]) => [name, map[key]])) },
        i + 2,
      ),
    );
  return records.table();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Python and pandas write NaN and Infinity, which JSON does not have. */
const NOT_A_NUMBER = /([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,}\]])/g;

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    try {
      return JSON.parse(text.replace(NOT_A_NUMBER, "$1null").replace(NOT_A_NUMBER, "$1null"));
    } catch {
      throw new InputError("invalid_json", {
        line,
        reason: error instanceof Error ? error.message.slice(0, 80) : null,
      });
    }
  }
}
