/** The first lines of a text that are not blank, for a look at how it is written. */
export function firstLines(text: Uint8Array, most: number): string[] {
  const head = new TextDecoder().decode(text.subarray(0, 1 << 16));
  const lines = head.split(/\r\n|\n|\r/);
  // The last line may be cut.
  if (text.length > 1 << 16) lines.pop();
  return lines.filter((line) => line.trim() !== "").slice(0, most);
}

/** Bytes made a string at a time: one string of a whole file may be longer than a string can be. */
const PIECE = 1 << 24;

/** Rewrites a text line by line; line ends stay. */
export function rewrittenLines(text: Uint8Array, rewrite: (line: string) => string): Uint8Array {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    const lineEnd = end < text.length ? text.lastIndexOf(10, end) : -1;
    if (lineEnd >= start) end = lineEnd + 1;
    const piece = encoder.encode(decoder.decode(text.subarray(start, end)).replace(/[^\r\n]+/g, rewrite));
    pieces.push(piece);
    total += piece.length;
    start = end;
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
