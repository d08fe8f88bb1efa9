import type { LetterJudge } from "./letter-judge.js";

/** Letters between letters, small ones after small ones; one now and then, among letters of ASCII. */
const latin =
  (letters: RegExp): LetterJudge =>
  (character, before, after) => {
    if (letters.test(character)) {
      const capitalInside = character !== character.toLowerCase() && /\p{Ll}/u.test(before);
      const crowd = before > "\x7f" && after > "\x7f";
      if (capitalInside) return -0.8;
      if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return 0.7;
      return crowd ? -0.3 : letters.test(before) || letters.test(after) ? 0.3 : -0.1;
    }
    if (APOSTROPHE.test(character)) return 0.7;
    if (SIGNS.test(character)) return /[a-z]/i.test(before) && /[a-z]/i.test(after) ? -0.8 : 0.7;
    return -0.5;
  };

/** Signs that stand beside numbers and words, not inside them. */
const SIGNS = /[°€£§%²³µ·«»“”„‘‚–—…•™®©ºª½¼¾±×¿¡¹\u00a0]/;

/** As in French. */
const APOSTROPHE = /’/;

/** Letters of western languages, which stand side by side in many files. */
export const western: LetterJudge = latin(
  /[\u00c0-\u00cf\u00d1-\u00d6\u00d8-\u00dd\u00df-\u00ef\u00f1-\u00f6\u00f8-\u00fd\u00ffœŒšŠžŽŸ]/,
);

export const icelandic: LetterJudge = latin(/[áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ]/);

const ofTurkish = latin(/[çğıöşüÇĞİÖŞÜ]/);

/** No word begins with a soft g, and ordinals are written with a point. */
export const turkish: LetterJudge = (character, before, after) =>
  (/ğ/i.test(character) && !/\p{L}/u.test(before)) || /[ºª]/.test(character)
    ? -0.8
    : ofTurkish(character, before, after);

/** Czech with Slovak, Polish, Hungarian, Romanian, Croatian with Slovene; cities of German names beside them. */
export const central: readonly LetterJudge[] = [
  "áäčďéěíĺľňóôŕřšťúůýžöüß",
  "ąćęłńóśźżäöüß",
  "áéíóöőúüűä",
  "ăâîşţ",
  "čćđšž",
].map(ofLanguage);

/** Any of them: files of several countries. */
export const centralMixed: LetterJudge = latin(
  /[äöüÄÖÜßéáíóúýÉÁÍÓÚÝąęłśźżćńĄĘŁŚŹŻĆŃčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰăâîşţĂÂÎŞŢľĺŕđĐôë]/,
);

/** Lithuanian, Latvian, Estonian. */
export const baltic: readonly LetterJudge[] = ["ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"].map(ofLanguage);

function ofLanguage(letters: string): LetterJudge {
  return latin(new RegExp(`[${letters}${letters.replace("ß", "").toUpperCase()}]`));
}

/**
 * Letters as no western language has them, alone or side by side: a Czech, Polish, Croatian, Hungarian, Romanian, Latvian or Turkish
 * text read as one, or a western one of another encoding.
 */
const UNWESTERN: readonly (readonly RegExp[])[] = [
  [/ø/i, /[íìýè]/i],
  [/ë/i, /õ/i],
  [/ì/i, /í/i],
  [/[šž]/i, /[èæìðòý]/i],
  [/õ(?!e)/i, /[áéíû]/i],
  [/œ(?![uie])/i],
  [/ñ(?![aeiouáéíóú])/i],
  [/[¹³¼¾](?=\p{L})/u],
  [/\p{L}[¿¡]/u],
  [/[a-bd-ln-z]³/i],
  [/£[^\p{ASCII}]/u],
  [/ý/i, /ç/i],
  [/(?<!\p{L})Ý\p{Ll}/u],
  [/(?<![vtbznkp])ý[b-df-hj-np-tv-xz]/iu],
  [/\p{L}þ(?!\p{L})/u],
  [/\p{Ll}[ŠŽŸ]|Ÿ\p{Ll}/u],
  [/\p{L}ç[b-df-hj-np-tv-xz]/iu],
  [/[ìù]\p{L}/iu],
  [/è[aeiou]|æ[ai]/i],
  [/(?<!\p{L})è(?![rz])\p{L}/iu],
  [/ã[b-df-hj-np-rt-xz]/iu],
];

/** Whether a text that was read as Windows-1252 has letters side by side that no western language has. */
export function isUnwestern(text: string): boolean {
  return UNWESTERN.some((patterns) => patterns.every((pattern) => pattern.test(text)));
}

/** The degree, the sharp s and the Italian `ità` of DOS, read as Windows-1252. */
const OF_DOS = /(?<!\p{L})ø[CF]?(?!\p{L})|(?:stra|fu|hei|wei)á|it{1,2}…/iu;

/** Whether a text that was read as Windows-1252 has letters where DOS writes other ones. */
export function isOfDos(text: string): boolean {
  return OF_DOS.test(text);
}
