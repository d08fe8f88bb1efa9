import type { WaysFound } from "../../warning.js";
import type { Writer } from "../writer.js";

export const MONTH_LANGUAGES: Readonly<Record<string, string>> = {
  English: "englisch",
  German: "deutsch",
  French: "französisch",
  Spanish: "spanisch",
  Italian: "italienisch",
  Portuguese: "portugiesisch",
  Dutch: "niederländisch",
};

export const PERIOD = { hour: "Stunde", day: "Tag", week: "Woche", month: "Monat" } as const;

export const PERIODS = { hour: "Stunden", day: "Tage", week: "Wochen", month: "Monate" } as const;

export const EVERY = { hour: "Jede Stunde", day: "Jeder Tag", week: "Jede Woche", month: "Jeder Monat" } as const;

export const PER = { hour: "je Stunde", day: "je Tag", week: "je Woche", month: "je Monat" } as const;

export const VERBS: Readonly<Record<WaysFound[number]["how"], string>> = {
  sum: "als Summe",
  mean: "im Mittel",
  count: "als Anzahl",
  distinct: "als Anzahl verschiedener Werte",
  median: "als Median",
};

export const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "windows-1250": "Windows-1250 (mitteleuropäisch)",
  "windows-1251": "Windows-1251 (kyrillisch)",
  "windows-1252": "Windows-1252 (westeuropäisch)",
  "windows-1253": "Windows-1253 (griechisch)",
  "windows-1254": "Windows-1254 (türkisch)",
  "windows-1255": "Windows-1255 (hebräisch)",
  "windows-1256": "Windows-1256 (arabisch)",
  "windows-1257": "Windows-1257 (baltisch)",
  "windows-874": "Windows-874 (thailändisch)",
  "iso-8859-2": "ISO-8859-2 (mitteleuropäisch)",
  "iso-8859-5": "ISO-8859-5 (kyrillisch)",
  "iso-8859-7": "ISO-8859-7 (griechisch)",
  "koi8-r": "KOI8-R (kyrillisch)",
  "koi8-u": "KOI8-U (ukrainisch)",
  ibm866: "IBM 866 (kyrillisch)",
  ibm850: "IBM 850 (westeuropäisch)",
  ibm437: "IBM 437 (westeuropäisch)",
  ibm852: "IBM 852 (mitteleuropäisch)",
  macintosh: "Mac OS Roman (westeuropäisch)",
  shift_jis: "Shift_JIS (japanisch)",
  "euc-jp": "EUC-JP (japanisch)",
  gb18030: "GB18030 (chinesisch)",
  big5: "Big5 (chinesisch)",
  "euc-kr": "EUC-KR (koreanisch)",
};

export function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding;
}

export function inWords(ways: WaysFound, write: Writer): string {
  return ways.map(({ how, columns }) => `${write.list(columns)} ${VERBS[how]}`).join(", ");
}

export function duration(seconds: number, write: Writer): string {
  if (seconds < 120) return write.counted(Math.round(seconds), "Sekunde", "Sekunden");
  if (seconds < 7200) return write.counted(Math.round(seconds / 60), "Minute", "Minuten");
  return seconds < 172_800
    ? write.counted(Math.round(seconds / 3600), "Stunde", "Stunden")
    : write.counted(Math.round(seconds / 86_400), "Tag", "Tage");
}
