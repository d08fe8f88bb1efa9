import type { LibraryFigure } from "../../shared/protocol/index.js";

/** Whether nothing would be drawn but axes: there its words say all. */
export const isEmptyFigure = ({ data }: Pick<LibraryFigure, "data">): boolean =>
  data.every((trace) =>
    Object.entries(trace).every(([name, values]) => !drawn.has(name) || !Array.isArray(values) || values.length === 0),
  );

const drawn: ReadonlySet<string> = new Set(["x", "y", "z", "values"]);
