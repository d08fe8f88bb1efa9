import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import type { CellError, CellFrame, CellPosition, CellProblem } from "../notebook-engine.js";
import type { PositionMap } from "../compiling/position-map.js";

/** A cell that ran: its code and the way back from its JavaScript. */
export interface RanCell {
  readonly code: string;
  readonly map: PositionMap;
}

const mostFrames = 12;
/** Parts of an `AggregateError` that are told. */
const mostParts = 10;

/** Where this engine's own code lies. */
const engineFolder = dirname(fileURLToPath(import.meta.url));

/** The name a cell's code has in stack traces. */
export const cellFile = (count: number): string => `cell-${count}.ts`;

/** What the compiler objects to, as the error of a cell: each message with its place and the line it is about. */
export function compileError(problems: readonly CellProblem[], code: string, count: number): CellError {
  const trace = problems.flatMap(({ start, end, message, code: number }) => [
    `${message} (TS${number})`,
    place(count, start),
    ...excerpt(code, start, end.line === start.line ? end.character - start.character : undefined),
  ]);
  return { name: "CompileError", message: problems[0].message, trace, problems, frames: [] };
}

/** An error the cell has thrown, with its stack reduced to what the notebook's author wrote. */
export function runtimeError(thrown: unknown, cells: ReadonlyMap<number, RanCell>): CellError {
  const name = thrown instanceof Error ? thrown.name : "Thrown";
  const message = thrown instanceof Error ? thrown.message : inspect(thrown, { depth: 2 });
  const frames = thrown instanceof Error ? framesOf(thrown.stack ?? "", cells).slice(0, mostFrames) : [];
  const here = frames.find((frame) => frame.cell !== undefined);
  const source = here && cells.get(here.cell!);
  const trace = [
    `${name}: ${message}`,
    ...(source ? excerpt(source.code, here.position) : []),
    ...frames.map(frameLine),
    ...causes(thrown),
  ];
  return { name, message, trace, problems: [], frames };
}

/** The line at a place with a mark under the place, indented. */
function excerpt(code: string, { line, character }: CellPosition, length: number = 1): string[] {
  const text = code.split("\n")[line];
  if (text === undefined || text.length > 200) return [];
  return [
    `    ${text}`,
    `    ${text.slice(0, character).replace(/[^\t]/g, " ")}${"^".repeat(Math.max(1, Math.min(length, text.length - character)))}`,
  ];
}

/** A place in words that VS Code turns into a link to it. */
function place(cell: number, { line, character }: CellPosition): string {
  return `Cell In[${cell}], line ${line + 1}, column ${character + 1}`;
}

function frameLine({ name, cell, file, position }: CellFrame): string {
  const where = cell === undefined ? `${file}:${position.line + 1}:${position.character + 1}` : place(cell, position);
  return `${where}${name === "" ? "" : `, in ${name}`}`;
}

/** Errors that an error was made of, and what it was caused by. */
function causes(thrown: unknown, depth: number = 0): string[] {
  const parts = thrown instanceof AggregateError ? (thrown.errors as unknown[]).slice(0, mostParts) : [];
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (depth > mostFrames) return [];
  return [
    ...parts.flatMap((part, index) => [`Part ${index + 1}: ${lineOf(part)}`, ...causes(part, depth + 1)]),
    ...(cause === undefined ? [] : [`Caused by ${lineOf(cause)}`, ...causes(cause, depth + 1)]),
  ];
}

function lineOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : inspect(thrown, { depth: 2 });
}

/** A stack as V8 writes it, its places in cells as the author knows them, without Node's inside and this engine. */
export function stackText(
  error: unknown,
  sites: readonly NodeJS.CallSite[],
  cells: ReadonlyMap<number, RanCell>,
): string {
  const lines = sites.flatMap((site): string[] => {
    const text = String(site);
    const match = /cell-(\d+)\.ts:(\d+):(\d+)/.exec(text);
    if (match === null) return text.includes(engineFolder) || /\(?node:(vm|internal)/.test(text) ? [] : [text];
    const [place, cell, line, column] = match;
    const original = cells.get(Number(cell))?.map({ line: Number(line) - 1, character: Number(column) - 1 });
    if (original === undefined) return [text];
    return original === null
      ? []
      : [text.replace(place, `${cellFile(Number(cell))}:${original.line + 1}:${original.character + 1}`)];
  });
  return [headOf(error), ...lines.map((line) => `    at ${line}`)].join("\n");
}

function headOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "Error";
  }
}

/** Lines of V8's stack that stand in cells and in files of the author: neither Node's inside nor this engine's. */
function framesOf(stack: string, cells: ReadonlyMap<number, RanCell>): CellFrame[] {
  return stack.split("\n").flatMap((line): CellFrame[] => {
    const match = /^\s+at (?:async )?(?:(.*?) \()?((?:file:\/\/)?[^()]+?):(\d+):(\d+)\)?$/.exec(line);
    if (match === null) return [];
    const [, name = "", file] = match;
    const position = { line: Number(match[3]) - 1, character: Number(match[4]) - 1 };
    const cell = Number(/^cell-(\d+)\.ts$/.exec(file)?.[1]);
    // `stackText` has put the place in the cell there already.
    if (cells.has(cell))
      return [{ name: name.replace(/^(?:Proxy\.|exports\.|eval$|<anonymous>$)/, ""), cell, position }];
    return file.startsWith("node:") || file.startsWith("<") || file.replace(/^file:\/\//, "").startsWith(engineFolder)
      ? []
      : [{ name, file, position }];
  });
}
