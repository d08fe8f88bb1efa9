import type { WaysFound } from "../../warning.js";
import type { Writer } from "../writer.js";

export const VERBS: Readonly<Record<WaysFound[number]["how"], string>> = {
  sum: "added up",
  mean: "averaged",
  count: "counted",
  distinct: "counted once a value",
  median: "by the median",
};

export const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1252": "Windows-1252 (Western European)",
  "windows-1253": "Windows-1253 (Greek)",
  "windows-1254": "Windows-1254 (Turkish)",
  "windows-1255": "Windows-1255 (Hebrew)",
  "windows-1256": "Windows-1256 (Arabic)",
  "windows-1257": "Windows-1257 (Baltic)",
  "windows-874": "Windows-874 (Thai)",
  "iso-8859-2": "ISO-8859-2 (Central European)",
  "iso-8859-5": "ISO-8859-5 (Cyrillic)",
  "iso-8859-7": "ISO-8859-7 (Greek)",
  "koi8-r": "KOI8-R (Cyrillic)",
  "koi8-u": "KOI8-U (Ukrainian)",
  ibm866: "IBM 866 (Cyrillic)",
  ibm850: "IBM 850 (Western European)",
  ibm437: "IBM 437 (Western European)",
  ibm852: "IBM 852 (Central European)",
  macintosh: "Mac OS Roman (Western European)",
  shift_jis: "Shift_JIS (Japanese)",
  "euc-jp": "EUC-JP (Japanese)",
  gb18030: "GB18030 (Chinese)",
  big5: "Big5 (Chinese)",
  "euc-kr": "EUC-KR (Korean)",
};

export function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding;
}

export function inWords(ways: WaysFound, write: Writer): string {
  return ways.map(({ how, columns }) => `${write.list(columns)} ${VERBS[how]}`).join(", ");
}

export function duration(seconds: number, write: Writer): string {
  if (seconds < 120) return write.counted(Math.round(seconds), "second", "seconds");
  if (seconds < 7200) return write.counted(Math.round(seconds / 60), "minute", "minutes");
  return seconds < 172_800
    ? write.counted(Math.round(seconds / 3600), "hour", "hours")
    : write.counted(Math.round(seconds / 86_400), "day", "days");
}
