import { decoderOf } from "./decoders.js";
import { arabic, cyrillic, greek, hebrew, thai } from "./letters/alphabet-letters.js";
import { chinese, japanese, korean } from "./letters/east-asian-letters.js";
import {
  baltic,
  central,
  centralMixed,
  icelandic,
  isOfDos,
  isUnwestern,
  turkish,
  western,
} from "./letters/latin-letters.js";
import type { LetterJudge } from "./letters/letter-judge.js";

/** Bytes that are looked at around what is not ASCII. */
const LOOKED_AT = 1 << 15;
/** How much better than Windows-1252, the commonest, another encoding has to be. */
const AHEAD = 0.15;
/** What the commonest encoding of a language is ahead of others. */
const COMMONEST = AHEAD / 2;
/** What letters side by side cost that no language has. */
const UNLIKELY = 0.35;

/** Encodings with the letters of their languages. Of equals the first is taken. */
const CANDIDATES: readonly (readonly [encoding: string, judges: readonly LetterJudge[], ahead?: number])[] = [
  ["windows-1252", [icelandic]],
  ["windows-1254", [turkish], COMMONEST],
  ["windows-1250", central, COMMONEST],
  ["windows-1250", [centralMixed]],
  ["windows-1257", baltic, COMMONEST],
  ["iso-8859-2", central],
  ["macintosh", [western], -COMMONEST / 3],
  ["ibm850", [western], -COMMONEST / 2],
  ["ibm437", [western], -COMMONEST / 2],
  ["ibm852", central, -COMMONEST / 2],
  ["windows-1251", [cyrillic], COMMONEST / 3],
  ["koi8-r", [cyrillic]],
  ["koi8-u", [cyrillic]],
  ["ibm866", [cyrillic]],
  ["iso-8859-5", [cyrillic]],
  ["windows-1253", [greek]],
  ["iso-8859-7", [greek]],
  ["windows-1255", [hebrew]],
  ["windows-1256", [arabic]],
  ["windows-874", [thai]],
  ["shift_jis", [japanese]],
  ["euc-jp", [japanese]],
  ["gb18030", [chinese]],
  ["big5", [chinese]],
  ["euc-kr", [korean]],
];

/**
 * The likeliest encoding of bytes that are no UTF-8: one of those of European, Cyrillic, Greek, Hebrew, Arabic and Thai letters, of
 * Japanese, Chinese or Korean. Each is judged by the letters that it makes of the bytes above 127: how common they are in the
 * languages that use it, and whether they stand as letters of words do.
 */
export function likeliestEncoding(bytes: Uint8Array): string {
  const sample = linesBeyondAscii(bytes);
  const unlikely = (text: string): number => (isUnwestern(text.slice(0, 1 << 14)) ? UNLIKELY : 0);
  const asWestern = decoded(sample, "windows-1252");
  let best = { encoding: "windows-1252", score: judged(asWestern, western) + AHEAD - unlikely(asWestern) };
  const ofDos = isOfDos(asWestern.slice(0, 1 << 14)) ? UNLIKELY : 0;
  for (const [encoding, judges, ahead = 0] of CANDIDATES) {
    const text = decoded(sample, encoding);
    for (const judge of judges) {
      const score =
        judged(text, judge) + ahead - (judge === western ? unlikely(text) : 0) + (encoding === "ibm850" ? ofDos : 0);
      if (score > best.score) best = { encoding, score };
    }
  }
  return best.encoding;
}

/** As text. Node 20 takes Windows-1252 for Latin-1 unless more is said to come. */
function decoded(sample: Uint8Array, encoding: string): string {
  return decoderOf(encoding).decode(sample, { stream: true });
}

/** The lines with bytes above 127: all the others say nothing. */
function linesBeyondAscii(bytes: Uint8Array): Uint8Array {
  const found = new Uint8Array(LOOKED_AT);
  let length = 0;
  for (let start = 0; start < bytes.length && length < LOOKED_AT; ) {
    let end = start;
    let high = false;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13 && end - start < 4096)
      if (bytes[end++] > 127) high = true;
    end++;
    if (high) {
      const line = bytes.subarray(start, Math.min(end, bytes.length)).subarray(0, LOOKED_AT - length);
      found.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return found.subarray(0, length);
}

/** From -1 (nonsense) to 1 (all of it usual): the mean over the characters beyond ASCII, of cells that are the same those of one. */
function judged(text: string, judge: LetterJudge): number {
  let sum = 0;
  let count = 0;
  for (const cell of new Set(text.split(/[,;|\t"\r\n]/))) {
    let before = "";
    for (let i = 0; i < cell.length; i++) {
      const character = cell[i];
      if (character > "\x7f") {
        const impossible = character === "\ufffd" || (character >= "\x80" && character < "\xa0");
        sum += impossible ? -3 : judge(character, before, cell[i + 1] ?? "");
        count++;
      }
      before = character;
    }
  }
  return count === 0 ? -1 : sum / count;
}
