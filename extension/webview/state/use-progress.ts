import { useEffect, useState } from "preact/hooks";
import type { Progress } from "../../shared/protocol/index.js";

let latest: Progress | null = null;
const readers = new Set<() => void>();

/** How far the run or the analysis under way is; null when there is none. */
export function tellProgress(progress: Progress | null): void {
  latest = progress;
  for (const read of readers) read();
}

/** The latest progress. Not part of the model: it moves all the time, and only what shows it is drawn again. */
export function useProgress(): Progress | null {
  const [, redraw] = useState(0);
  useEffect(() => {
    const read = (): void => redraw((count) => count + 1);
    readers.add(read);
    return () => void readers.delete(read);
  }, []);
  return latest;
}
