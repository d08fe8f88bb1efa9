import type { JsonFault } from "../../../input-problems.js";
import { InputError } from "../../../errors.js";
import { MOST_COLUMNS, tooManyColumns } from "../../columns/source-layout.js";

/** A place in the UTF-8 text of a JSON file, and its line from 1. */
export interface JsonText {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly line: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
const COMMA = 44;
const COLON = 58;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
/** Deeper nesting is no data. */
const DEEPEST = 1000;
/** Depth to which an object is searched for lists of records. */
const LOOKED_INTO = 3;
/** Lists of records that are offered. */
const MOST_LISTS = 1000;
const decoder = new TextDecoder();

/** The place behind white space. */
export function skipSpace({ bytes, at, line }: JsonText): JsonText {
  let p = at;
  let lines = line;
  for (; p < bytes.length; p++) {
    const byte = bytes[p];
    if (byte === LINE_FEED) lines++;
    else if (byte !== 32 && byte !== 9 && byte !== 13) break;
  }
  return { bytes, at: p, line: lines };
}

/** The place behind the value that begins here. @throws InputError `bad_data` */
function behindValue({ bytes, at, line }: JsonText): JsonText {
  let depth = 0;
  let lines = line;
  let p = at;
  while (p < bytes.length) {
    const byte = bytes[p];
    if (byte === QUOTE) {
      p = behindString(bytes, p, line);
      if (depth === 0) return { bytes, at: p, line: lines };
      continue;
    }
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > DEEPEST) throw broken(lines, "too_deep");
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (depth === 0) break;
      if (--depth === 0) return { bytes, at: p + 1, line: lines };
    } else if (depth === 0 && (byte === COMMA || byte <= 32)) break;
    else if (byte === LINE_FEED) lines++;
    p++;
  }
  if (depth > 0) throw broken(line, "never_ends");
  return { bytes, at: p, line: lines };
}

function behindString(bytes: Uint8Array, open: number, line: number): number {
  for (let p = open + 1; p < bytes.length; p++) {
    if (bytes[p] === BACKSLASH) p++;
    else if (bytes[p] === QUOTE) return p + 1;
  }
  throw broken(line, "open_quote");
}

function broken(line: number, fault: JsonFault): InputError {
  return new InputError("broken_json", { line, fault }, line);
}

/** Length from which a record's names are counted before it is read, bytes. */
const LONG_RECORD = 1 << 18;

function textOf(from: JsonText, to: JsonText): { readonly text: string; readonly line: number } {
  if (to.at - from.at > LONG_RECORD) refuseWide(from, to);
  return { text: decoder.decode(from.bytes.subarray(from.at, to.at)), line: from.line };
}

/** The values of a text one after the other, whatever line breaks or commas are between them. */
export function* values(start: JsonText): Generator<{ readonly text: string; readonly line: number }> {
  for (let p = skipSpace(start); p.at < p.bytes.length; p = skipSpace(p)) {
    if (p.bytes[p.at] === COMMA) {
      p = { ...p, at: p.at + 1 };
      continue;
    }
    const end = behindValue(p);
    if (end.at === p.at) throw broken(p.line, "invalid");
    yield textOf(p, end);
    p = end;
  }
}

/** The elements of the list that begins here. */
export function* elements(list: JsonText): Generator<{ readonly text: string; readonly line: number }> {
  for (const { from, to } of parts(list)) yield textOf(from, to);
}

/** Reading an object with a million names takes a minute. */
function refuseWide({ bytes, at, line }: JsonText, to: JsonText): void {
  let names = 0;
  for (let p = at; p < to.at; p++) {
    if (bytes[p] === QUOTE) p = behindString(bytes, p, line) - 1;
    else if (bytes[p] === COLON) names++;
  }
  if (names > MOST_COLUMNS * 2) throw tooManyColumns(names);
}

/** From where to where the elements of a list, or the names and values of an object, go. */
function* parts(start: JsonText): Generator<{ readonly from: JsonText; readonly to: JsonText }> {
  let p = skipSpace({ ...start, at: start.at + 1 });
  for (;;) {
    const byte = p.bytes[p.at];
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) return;
    if (byte === COMMA || byte === COLON) {
      p = skipSpace({ ...p, at: p.at + 1 });
      continue;
    }
    const to = behindValue(p);
    if (to.at === p.at) throw broken(p.line, p.at < p.bytes.length ? "invalid" : "cut_off");
    yield { from: p, to };
    p = skipSpace(to);
  }
}

/** A list that is a member of an object: its path with dots, place and size. */
export interface MemberList {
  readonly path: string;
  readonly value: JsonText;
  readonly bytes: number;
}

/** All lists in an object and in the objects in it. */
export function memberLists(object: JsonText, path = "", depth = 1): MemberList[] {
  const found: MemberList[] = [];
  let name: string | null = null;
  for (const { from, to } of parts(object)) {
    if (found.length > MOST_LISTS) break;
    if (name === null) {
      name = decoder.decode(from.bytes.subarray(from.at + 1, to.at - 1));
      continue;
    }
    const here = path === "" ? name : `${path}.${name}`;
    name = null;
    if (from.bytes[from.at] === OPEN_LIST) found.push({ path: here, value: from, bytes: to.at - from.at });
    else if (from.bytes[from.at] === OPEN_OBJECT && depth < LOOKED_INTO)
      found.push(...memberLists(from, here, depth + 1));
  }
  return found;
}

/** Whether a list begins with an object. */
export function isRecordList(list: JsonText): boolean {
  const first = skipSpace({ ...list, at: list.at + 1 });
  return first.bytes[first.at] === OPEN_OBJECT;
}
