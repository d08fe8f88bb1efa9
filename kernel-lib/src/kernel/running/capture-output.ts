import { StringDecoder } from "node:string_decoder";
import type { CellOutput, MimeBundle } from "../notebook-engine.js";
import jupyter from "tslab/dist/jupyter.js";

type Show = (output: CellOutput) => void;

/** What tslab's `display` hands to the kernel. */
interface DisplayContent {
  readonly data: MimeBundle;
  readonly transient?: { readonly display_id?: string };
}

/** Where tslab's `display` looks for the running kernel. */
interface DisplaySink {
  lastWriteDisplayData: (content: DisplayContent, update?: boolean) => void;
}

/** From now on whatever this process prints, and what its cells hand to tslab's `display`, is shown as output. */
export function captureOutput(show: Show): void {
  for (const name of ["stdout", "stderr"] as const) process[name].write = writer(name, show);
  const sink = jupyter as unknown as DisplaySink;
  sink.lastWriteDisplayData = ({ data, transient }, update) => {
    const displayId = transient?.display_id;
    if (update === true && displayId !== undefined) show({ type: "update", data, displayId });
    else show({ type: "display", data, ...(displayId === undefined ? {} : { displayId }) });
  };
}

function writer(name: "stdout" | "stderr", show: Show): typeof process.stdout.write {
  const decoder = new StringDecoder("utf8");
  return (
    chunk: Uint8Array | string,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    written?: (error?: Error | null) => void,
  ) => {
    const text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
    if (text !== "") show({ type: "stream", name, text });
    const done = typeof encoding === "function" ? encoding : written;
    if (done !== undefined) process.nextTick(done);
    return true;
  };
}
