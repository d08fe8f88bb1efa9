/** A tag, its attributes as they are written, and the text before it. */
export type TakeTag = (name: string, attributes: string, text: string) => void;

/** Longest text between two tags: a cell holds 32,767 characters. */
const LONGEST = 1 << 22;

/**
 * Cuts XML that comes piece by piece into tags: `name` is `/row` for an end, and `row/` for a tag that is its own end.
 * Prefixes of names are left out. No entity is ever loaded or declared, which is what makes XML dangerous.
 */
export class XmlTags {
  #rest = "";
  readonly #decoder = new TextDecoder();

  constructor(readonly take: TakeTag) {}

  push(piece: Uint8Array): void {
    const text = this.#rest + this.#decoder.decode(piece, { stream: true });
    let p = 0;
    for (;;) {
      const open = text.indexOf("<", p);
      const close = open < 0 ? -1 : text.indexOf(">", open);
      if (close < 0) break;
      const own = text.charCodeAt(close - 1) === 47;
      const from = text.charCodeAt(open + 1) === 47 ? open + 2 : open + 1;
      let name = from;
      let space = from;
      for (; space < close && text.charCodeAt(space) > 32; space++) if (text.charCodeAt(space) === 58) name = space + 1;
      const behind = own && space === close ? space - 1 : space;
      const word = text.slice(name, behind);
      const tag = from === open + 2 ? `/${word}` : own ? `${word}/` : word;
      this.take(tag, text.slice(behind, own ? close - 1 : close), text.slice(p, open));
      p = close + 1;
    }
    this.#rest = text.slice(p);
    if (this.#rest.length > LONGEST) throw new Error("a tag that never ends");
  }
}

/** The value of an attribute, null where there is none. */
export function attribute(attributes: string, name: string): string | null {
  for (let p = attributes.indexOf(name); p >= 0; p = attributes.indexOf(name, p + 1)) {
    const before = attributes.charCodeAt(p - 1);
    if (p > 0 && before > 32 && before !== 58) continue;
    let q = p + name.length;
    while (attributes.charCodeAt(q) <= 32) q++;
    if (attributes[q] !== "=") continue;
    q++;
    while (attributes.charCodeAt(q) <= 32) q++;
    const quote = attributes[q];
    const end = attributes.indexOf(quote, q + 1);
    return end < 0 ? null : unescaped(attributes.slice(q + 1, end));
  }
  return null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text without the five entities of XML, numbers of characters, and `_x000D_` as Excel writes control characters. */
export function unescaped(text: string): string {
  if (!text.includes("&") && !text.includes("_x")) return text;
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
      if (name) return ENTITIES[(name as string).toLowerCase()];
      const point = decimal ? Number(decimal) : parseInt(hex as string, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : (all as string);
    })
    .replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
