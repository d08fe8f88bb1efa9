import type { LetterJudge } from "./letter-judge.js";

/** What is known of the letters of an alphabet. */
interface Alphabet {
  /** Its small letters, the commonest first, of all its languages. */
  readonly letters: string;
  /** Letters that no word begins with. */
  readonly neverFirst?: string;
  /** Letters that stand at the end of words only. */
  readonly onlyLast?: string;
  /** Letters that stand nowhere else than behind these. */
  readonly marks?: { readonly letters: string; readonly behind: RegExp };
}

/** Signs that stand beside words and numbers in texts of any alphabet. */
const SIGNS = /[\u2116\u00ab\u00bb\u2013\u2014\u00a0\u00b0\u20ac]/;
/** What a letter is worth where it cannot stand. */
const MISPLACED = -0.8;

/** Letters by how common they are: two encodings of one alphabet make letters of the same bytes, but not the common ones. */
function alphabet({ letters, neverFirst = "", onlyLast = "", marks }: Alphabet): LetterJudge {
  const ranked = [...letters];
  const worth = new Map(ranked.map((letter, rank) => [letter, 1 - (0.8 * rank) / (ranked.length - 1)]));
  for (const letter of marks?.letters ?? "") worth.set(letter, 0.8);
  const known = (character: string): boolean => worth.has(character.toLowerCase());
  return (character, before, after) => {
    if (SIGNS.test(character)) return known(before) && known(after) ? MISPLACED : 0;
    const small = character.toLowerCase();
    const value = worth.get(small);
    if (value === undefined || /[a-z]/i.test(before) || /[a-z]/i.test(after)) return MISPLACED;
    if (small !== character && before.toLowerCase() === before && known(before)) return MISPLACED;
    if (marks?.letters.includes(small) && !marks.behind.test(before)) return MISPLACED;
    if (!known(before) && neverFirst.includes(small)) return MISPLACED;
    if (known(after) && onlyLast.includes(small)) return MISPLACED;
    return known(before) || known(after) ? value : 0;
  };
}

export const cyrillic: LetterJudge = alphabet({
  letters: "оаеинтрсвлкмдпуіыяьбзгчйжхшюцщїєёэъґўјљњђћџќѓѕ",
  neverFirst: "ьы",
});

export const greek: LetterJudge = alphabet({
  letters: "αοιετσνηυρπκμλωςίόάδήγέχθύφώβξζψϊϋΐΰ",
  onlyLast: "ς",
});

export const hebrew: LetterJudge = alphabet({ letters: "יוהלאמרתבשנכדעקפחגטזסצםןךףץ", onlyLast: "םןךףץ" });

export const arabic: LetterJudge = alphabet({ letters: "اليمنوترهبدعسفقكحةجشصطخىأءإذضثزغظآئؤ", onlyLast: "ةى" });

export const thai: LetterJudge = alphabet({
  letters: "านรอกเงลมยวสทตดคบแปหขพโชจไผถซธใฟศณภษญะำฐฎฏฒฌฉฝๆฤฬฮฆ",
  neverFirst: "ะำๆ",
  marks: { letters: "ัิีึืุู็่้๊๋์", behind: /[\u0e01-\u0e2e]|\u0e31|[\u0e34-\u0e39]/ },
});
