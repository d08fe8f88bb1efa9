import { SourceMap } from "node:module";
import { compilation } from "./compiler.js";
import type { CellPosition } from "../notebook-engine.js";

/** From a place in the JavaScript that runs to the place in the cell; null where nothing of the cell stands. */
export type PositionMap = (position: CellPosition) => CellPosition | null;

/** tslab's converter puts one line before the code. */
const linesBefore = 1;

/** What tslab's executor writes before the code, on the same line. */
const wrapper = {
  plain: "(function(exports, require) { ".length,
  awaiting: "(async function(exports, require) { ".length,
};

/** The map for the cell that was converted last, from the script it became. */
export function positionMap(script: string, awaits: boolean): PositionMap {
  const { modules, commonJs } = compilation;
  if (modules === undefined || commonJs === undefined) return () => null;
  const lines = script.trimEnd().split("\n").length;
  let maps: readonly [SourceMap, SourceMap] | undefined;
  return ({ line, character }) => {
    if (line >= lines) return null;
    // Read only when an error needs them: most cells have none.
    maps ??= [new SourceMap(JSON.parse(commonJs)), new SourceMap(JSON.parse(modules))];
    const shift = line === 0 ? (awaits ? wrapper.awaiting : wrapper.plain) : 0;
    const between = originalOf(maps[0], line, character - shift);
    const original = between && originalOf(maps[1], between.line, between.character);
    return original === null || original.line < linesBefore
      ? null
      : { line: original.line - linesBefore, character: original.character };
  };
}

function originalOf(map: SourceMap, line: number, character: number): CellPosition | null {
  const entry = map.findEntry(line, character);
  return "originalLine" in entry ? { line: entry.originalLine, character: entry.originalColumn } : null;
}
