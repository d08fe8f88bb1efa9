/**
 * Traces the letters that static pictures are labelled with:
 *   node scripts/generate/make-glyphs.mjs /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
 * writes kernel-lib/src/display/raster/glyphs.ts from DejaVu Sans 2.37 (Debian package fonts-dejavu-core).
 */
import { readFile, writeFile } from "node:fs/promises";
// @ts-expect-error The package has no types.
import { parse } from "opentype.js/dist/opentype.mjs";

const unitsPerEm = 256;
/** @type {(first: number, last: number) => string[]} */
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
const letters = [
  ...range(0x20, 0x7e),
  ...range(0xa1, 0xff).filter((letter) => letter !== "\u00ad"),
  ..."–—’“”•…€→−≈≤≥▲▼σρκτ",
];

const file = process.argv[2];
if (!file) throw new Error("Name the font file: node scripts/generate/make-glyphs.mjs DejaVuSans.ttf");
const bytes = await readFile(file);
const font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));

/** @param {string} letter */
function outline(letter) {
  const glyph = font.charToGlyph(letter);
  /** @type {(...numbers: number[]) => string} */
  const point = (...numbers) => numbers.map(Math.round).join(" ");
  const commands = glyph
    .getPath(0, 0, unitsPerEm)
    .commands.map((/** @type {{ type: string, x: number, y: number, x1: number, y1: number }} */ command) => {
      if (command.type === "Q") return `Q${point(command.x1, command.y1, command.x, command.y)}`;
      return command.type === "Z" ? "Z" : `${command.type}${point(command.x, command.y)}`;
    });
  return `${Math.round((glyph.advanceWidth / font.unitsPerEm) * unitsPerEm)} ${commands.join("")}`;
}

const lines = letters.map((letter) => `  ${JSON.stringify(letter)}: ${JSON.stringify(outline(letter))},`);
const text = `/**
 * Outlines of letters, made by scripts/generate/make-glyphs.mjs from DejaVu Sans 2.37: width, then the path, in 1/${unitsPerEm} em, y down.
 * DejaVu fonts: copyright (c) 2003 by Bitstream, Inc.; changes by the DejaVu team in the public domain. Use, copying and
 * modification are permitted free of charge under the Bitstream Vera licence, provided that this notice is kept and
 * changed fonts carry neither of the names "Bitstream" and "Vera" (https://dejavu-fonts.github.io/License.html).
 */
export const glyphs: Readonly<Record<string, string>> = {
${lines.join("\n")}
};

/** Units of the outlines in one em. */
export const glyphUnits = ${unitsPerEm};
`;
await writeFile(new URL("../../kernel-lib/src/display/raster/glyphs.ts", import.meta.url), text);
