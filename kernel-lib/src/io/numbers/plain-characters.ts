/** Zero of each script whose ten digits follow each other: Arabic, Persian, Devanagari, Bengali, Thai, full width and others. */
const ZEROS: readonly number[] = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1b50, 0x1bb0, 0xa620, 0xa8d0, 0xa900,
  0xa9d0, 0xaa50, 0xabf0, 0xff10,
];

const DIGITS: ReadonlyMap<string, string> = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [String.fromCharCode(zero + digit), String(digit)] as const),
  ),
);

/** Characters that print nothing: soft hyphen, spaces of no width, marks of direction, byte order mark, joiners. */
const INVISIBLE = /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2069]|\ufeff/g;

/** Of these, those that no script needs inside of words. */
const NEEDLESS = /\u00ad|\u061c|\u180e|\u200b|\u200e|\u200f|[\u202a-\u202e]|[\u2060-\u2069]|\ufeff/g;

/** A text as it is seen: without spaces around it and characters that print nothing. */
export function shownText(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? text.replace(NEEDLESS, "").trim() : text.trim();
}

const AROUND = new RegExp(`^(?:\\s|${INVISIBLE.source})+|(?:\\s|${INVISIBLE.source})+$`, "g");

/** A name without what nobody sees around it. */
export function trimmedName(text: string): string {
  return text.replace(AROUND, "");
}

/**
 * A cell with what only looks different made the same: digits of other scripts and full-width signs as ASCII, characters
 * that print nothing taken out. Text in ASCII comes back as it is.
 */
export function plainCharacters(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .replace(/[\u0660-\uffff]/g, (character) => DIGITS.get(character) ?? character)
    .replace(/[\uff0f\uff1a\uff0d\uff05]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\uff0e|\u066b/g, ".")
    .replace(/\uff0c|\u066c|\u060c/g, ",");
}
