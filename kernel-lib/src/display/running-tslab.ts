import { createRequire } from "node:module";
import { displayThrough, type MimeBundle } from "./with-display.js";

interface TslabJupyter {
  lastWriteDisplayData:
    | ((content: { data: MimeBundle; metadata: object; transient: object }, update: boolean) => void)
    | null;
}

/** The part of tslab that talks to Jupyter, when this process is a tslab kernel. It is found where Node keeps loaded modules. */
function runningTslab(): TslabJupyter | undefined {
  const { cache } = createRequire(import.meta.url);
  const path = Object.keys(cache).find((key) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(key));
  return path === undefined ? undefined : (cache[path]?.exports as TslabJupyter);
}

/**
 * tslab prints a cell's last value with console.log. When the value has shown itself as a picture, the text it leaves is
 * empty; this keeps the line break of that print out of the notebook.
 */
function dropNextLineBreak(): void {
  const { stdout } = process;
  const write = stdout.write;
  const restore = (): void => {
    if (stdout.write === once) stdout.write = write;
  };
  const once = ((...print: Parameters<typeof write>) => {
    restore();
    return String(print[0]) === "\n" ? true : write.apply(stdout, print);
  }) as typeof write;
  stdout.write = once;
  queueMicrotask(restore);
}

/** Lets values made with `withDisplay` show all their forms in one output of stock tslab, which offers one form only. */
export function displayInTslab(): void {
  displayThrough((bundle) => {
    const write = runningTslab()?.lastWriteDisplayData;
    if (!write) return false;
    write({ data: bundle, metadata: {}, transient: {} }, false);
    dropNextLineBreak();
    return true;
  });
}
