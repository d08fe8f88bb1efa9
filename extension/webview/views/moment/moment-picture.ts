import type { MomentCard, Results } from "../../../shared/protocol/index.js";
import { pictureColors } from "../../chart/theme-colors.js";
import { memberRows, momentSentence } from "./moment-text.js";

const width = 760;
const side = 16;
const line = 20;
/** Height of a KPI's row: its chart and some air. */
const row = 52;

/** Where the cells of a row begin. */
const columns = { name: side, when: 190, values: 330, off: 470, chart: 536 } as const;

/** The card as a picture for chats and slides: sentence, KPIs with their charts, what drove it, the file. Light, whatever the theme. */
export function momentPicture(
  card: MomentCard,
  results: Pick<Results, "key" | "chosen" | "config" | "file">,
  charts: readonly string[],
): { readonly svg: string; readonly width: number; readonly height: number } {
  const { background, text, axis, font } = pictureColors();
  const head = wrapped(momentSentence(card, results), 92);
  const foot = card.drivers === "" ? [] : wrapped(card.drivers, 110);
  const rowsAt = side + head.length * line + 12;
  const footAt = rowsAt + card.members.length * row + 12;
  const height = footAt + (foot.length + 1) * line + 4;
  const write = (x: number, y: number, content: string, more = ""): string =>
    `<text x="${x}" y="${y}" font-size="12" fill="${text}"${more}>${escaped(content)}</text>`;
  const rows = memberRows(card, results).map(([name, when, values, off], place) => {
    const top = rowsAt + place * row;
    const base = top + row / 2 + 4;
    const chart = (charts[place] ?? "").replace("<svg ", `<svg x="${columns.chart}" y="${top + 6}" `);
    return [
      `<path d="M${side} ${top}H${width - side}" stroke="${axis}" stroke-width="0.5"/>`,
      write(columns.name, base, shortened(name, 26), ' font-weight="600"'),
      write(columns.when, base, shortened(when, 22)),
      write(columns.values, base, shortened(values, 22)),
      write(columns.off, base, off),
      chart,
    ].join("");
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}">`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...head.map((words, place) => write(side, side + (place + 1) * line - 6, words, ' font-weight="600"')),
    ...rows,
    ...foot.map((words, place) => write(side, footAt + (place + 1) * line - 6, words)),
    write(side, height - 10, results.file.name, ' fill-opacity="0.7"'),
    "</svg>",
  ].join("");
  return { svg, width, height };
}

/** A sentence on lines of so many letters at most. */
export function wrapped(sentence: string, most: number): string[] {
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const longer = lines[lines.length - 1] === "" ? word : `${lines[lines.length - 1]} ${word}`;
    if (longer.length <= most || lines[lines.length - 1] === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}\u2026` : text;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
