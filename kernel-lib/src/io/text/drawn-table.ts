import { firstLines, rewrittenLines } from "./first-lines.js";

const LOOKED_AT = 50;
const HEAD = 4096;
/** Lines of characters that draw boxes, and the upright ones between cells. */
const DRAWN = /^[\s\u2500-\u257f+]*$/;
const UPRIGHT = /[│┃║┆┊╎]/g;

/** Makes the upright lines of a drawn table bars and takes its other lines out; other texts come back as they are. */
export function drawnTableSettled(text: Uint8Array): Uint8Array {
  if (!drawsBoxes(text.subarray(0, HEAD))) return text;
  const lines = firstLines(text, LOOKED_AT);
  const cells = lines.filter((line) => !DRAWN.test(line) && line.search(UPRIGHT) >= 0).length;
  if (cells * 2 < lines.length || cells < 2) return text;
  return rewrittenLines(text, (line) => (DRAWN.test(line) ? "" : line.replace(UPRIGHT, "|")));
}

/** U+2500 to U+257F in UTF-8. */
function drawsBoxes(head: Uint8Array): boolean {
  for (let p = head.indexOf(0xe2); p >= 0; p = head.indexOf(0xe2, p + 1))
    if (head[p + 1] === 0x94 || head[p + 1] === 0x95) return true;
  return false;
}
