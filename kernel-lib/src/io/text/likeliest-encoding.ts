/** Bytes that are looked at around what is not ASCII. */
const LOOKED_AT = 1 << 18;
/** How much better than Windows-1252, the commonest, another encoding has to be. */
const AHEAD = 0.15;

/**
 * The likeliest encoding of bytes that are no UTF-8: Shift_JIS, EUC-JP, GB18030, Big5, EUC-KR, Windows-1251, -1250 or -1252.
 * Each is judged by the letters that it makes of the bytes above 127: how common they are in the languages that use it, and
 * whether they stand as letters of words do.
 */
export function likeliestEncoding(bytes: Uint8Array): string {
  const sample = linesBeyondAscii(bytes);
  const unlikely = isUnwestern(sample) ? UNLIKELY : 0;
  let best = { encoding: "windows-1252", score: judged(sample, "windows-1252", western) + AHEAD - unlikely };
  for (const [encoding, judge] of CANDIDATES) {
    const score = judged(sample, encoding, judge);
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
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

/** From -1 (nonsense) to 1 (all of it usual): the mean over the characters, each as many times as it has bytes above 127. */
function judged(sample: Uint8Array, encoding: string, judge: Judge): number {
  const text = new TextDecoder(encoding).decode(sample);
  let sum = 0;
  let count = 0;
  let before = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character > "\x7f") {
      const score =
        character === "\ufffd" || (character >= "\x80" && character < "\xa0")
          ? -3
          : judge(character, before, text[i + 1] ?? "");
      sum += score;
      count++;
    }
    before = character;
  }
  return count === 0 ? -1 : sum / count;
}

/** How usual a character is between its neighbours. */
type Judge = (character: string, before: string, after: string) => number;

const isHan = (character: string): boolean => character >= "\u4e00" && character <= "\u9fff";
const isFullWidth = (character: string): boolean =>
  (character >= "\u3000" && character <= "\u303f") || (character >= "\uff01" && character <= "\uff5e");

/** A sign of two bytes that stands behind a small letter of ASCII has swallowed the next letter of a European word. */
const asian =
  (judge: Judge): Judge =>
  (character, before, after) =>
    /[a-z]/.test(before) ? -0.8 : judge(character, before, after);

const japanese = asian((character, before, after) => {
  if (character >= "\u3040" && character <= "\u30ff") return 1;
  if (isHan(character)) return COMMON_HAN.has(character) ? 1 : 0.55;
  // Kana of half width stand in words; alone they are single letters of another encoding.
  if (character >= "\uff61" && character <= "\uff9f") return before > "\u3000" || after > "\u3000" ? 0.6 : -0.5;
  return isFullWidth(character) ? 0.8 : -1;
});

const chinese = asian((character) => {
  if (isHan(character)) return COMMON_HAN.has(character) ? 1 : 0.5;
  return isFullWidth(character) ? 0.7 : -1;
});

const korean = asian((character) => {
  if (character >= "\uac00" && character <= "\ud7a3") return 0.9;
  return isFullWidth(character) ? 0.6 : isHan(character) ? -0.2 : -1;
});

const cyrillic: Judge = (character, before, after) => {
  if (/[\u2116\u00ab\u00bb\u2013\u2014\u00a0\u00b0]/.test(character)) return 0.3;
  if (!/[\u0400-\u045f\u0490\u0491]/.test(character) || /[a-z]/i.test(before) || /[a-z]/i.test(after)) return -0.8;
  const inWord = /[\u0400-\u045f]/.test(before) || /[\u0400-\u045f]/.test(after);
  const capitalInside = character < "\u0430" && before >= "\u0430" && before <= "\u045f";
  if (capitalInside || !inWord) return capitalInside ? -0.8 : 0.1;
  // Letters of one language only are few in any text of it.
  return character >= "\u0410" && character <= "\u044f" ? 0.95 : 0.5;
};

/** Letters between letters, small ones after small ones; one now and then, among letters of ASCII. */
const latin =
  (letters: RegExp): Judge =>
  (character, before, after) => {
    if (letters.test(character)) {
      const capitalInside = character !== character.toLowerCase() && /\p{Ll}/u.test(before);
      const crowd = before > "\x7f" && after > "\x7f";
      return capitalInside ? -0.8 : crowd ? -0.3 : /[a-z]/i.test(before) || /[a-z]/i.test(after) ? 0.7 : -0.1;
    }
    if (SIGNS.test(character)) return /[a-z]/i.test(before) && /[a-z]/i.test(after) ? -0.8 : 0.7;
    return -0.5;
  };

/** Signs that stand beside numbers and words, not inside them. */
const SIGNS = /[°€£§%²³µ·«»“”„‘’‚–—…•™®©ºª½¼¾±×¿¡¹\u00a0]/;
const western = latin(/[\u00c0-\u00cf\u00d1-\u00d6\u00d8-\u00dd\u00df-\u00ef\u00f1-\u00f6\u00f8-\u00fd\u00ffœŒšŠžŽŸ]/);
const central = latin(/[äöüÄÖÜßéáíóúýÉÁÍÓÚÝąęłśźżćńĄĘŁŚŹŻĆŃčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰăâîşţĂÂÎŞŢľĺŕđĐôë]/);

/** Letters that no western language has in one text: a Czech, Polish, Croatian or Hungarian text read as one. */
const UNWESTERN: readonly (readonly RegExp[])[] = [
  [/ø/i, /[íìýè]/i],
  [/ì/i, /í/i],
  [/[šž]/i, /[èæìð]/i],
  [/õ(?!e)/i, /[áéíû]/i],
  [/œ(?![uie])/i],
  [/ñ(?![aeiouáéíóú])/i],
  [/[¹³](?=\p{L})/u],
  [/\p{L}[¿¡]/u],
  [/[a-bd-ln-z]³/i],
];
/** What such letters cost. */
const UNLIKELY = 0.35;

function isUnwestern(sample: Uint8Array): boolean {
  const text = new TextDecoder("windows-1252").decode(sample.subarray(0, 1 << 14));
  return UNWESTERN.some((patterns) => patterns.every((pattern) => pattern.test(text)));
}

const CANDIDATES: readonly (readonly [encoding: string, judge: Judge])[] = [
  ["windows-1250", (character, before, after) => central(character, before, after) + AHEAD / 2],
  ["windows-1251", cyrillic],
  ["shift_jis", japanese],
  ["euc-jp", japanese],
  ["gb18030", chinese],
  ["big5", chinese],
  ["euc-kr", korean],
];

/** Characters that tables are headed and labelled with in Chinese and Japanese, beside the commonest of both languages. */
const COMMON_HAN: ReadonlySet<string> = new Set(
  "的一是不了在人有我他这個个们中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决治展马馬科司五基眼书書非则則听聽白却却界达達光放强强即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運" +
    "売上高数量価格単価金額合計在庫店舗商品名客入荷出荷注文顧客温度湿度降水気圧風速株終値始値安値前比率変化時刻曜備考番号地域都道府県町村種別区分平均最低円万千百月火水木金土日期间销售额数量价格单价总计库存店铺商品名称客户订单温度湿度降水气压风速收盘开盘涨跌幅成交",
);
