import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import type { CellError, CellFrame, CellPosition, CellProblem } from "./notebook-engine.js";
import type { PositionMap } from "./position-map.js";

/** A cell that ran: its code and the way back from its JavaScript. */
export interface RanCell {
  readonly code: string;
  readonly map: PositionMap;
}

const mostFrames = 12;

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

function causes(thrown: unknown): string[] {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (cause === undefined) return [];
  return [
    `Caused by ${cause instanceof Error ? `${cause.name}: ${cause.message}` : inspect(cause, { depth: 2 })}`,
    ...causes(cause),
  ];
}

/** Lines of V8's stack that stand in cells and in files of the author: neither Node's inside nor this engine's. */
function framesOf(stack: string, cells: ReadonlyMap<number, RanCell>): CellFrame[] {
  return stack.split("\n").flatMap((line): CellFrame[] => {
    const match = /^\s+at (?:async )?(?:(.*?) \()?((?:file:\/\/)?[^()]+?):(\d+):(\d+)\)?$/.exec(line);
    if (match === null) return [];
    const [, name = "", file] = match;
    const position = { line: Number(match[3]) - 1, character: Number(match[4]) - 1 };
    const cell = Number(/^cell-(\d+)\.ts$/.exec(file)?.[1]);
    const ran = cells.get(cell);
    if (ran !== undefined) {
      const original = ran.map(position);
      return original === null
        ? []
        : [{ name: name.replace(/^(?:Proxy\.|exports\.|eval$|<anonymous>$)/, ""), cell, position: original }];
    }
    return file.startsWith("node:") || file.startsWith("<") || file.replace(/^file:\/\//, "").startsWith(engineFolder)
      ? []
      : [{ name, file, position }];
  });
}
