import { parentPort } from "node:worker_threads";
import { analyseSeries, type SeriesAnalysis, type SeriesTask } from "../analyse-series.js";
import { InputError } from "../errors.js";
import { setCollectionPace } from "./collection-pace.js";
import type { Answer, Order } from "./messages.js";

/** What a worker runs: it analyses the series it is sent, one after the other. */
parentPort?.on("message", ({ index, task }: Order) => {
  analysed(task).then(
    (analysis) => send({ index, analysis }),
    (error: unknown) =>
      send({
        index,
        failure:
          error instanceof InputError
            ? error.toJSON()
            : { message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      }),
  );
});

async function analysed(task: SeriesTask): Promise<SeriesAnalysis> {
  setCollectionPace(task.series.values.length);
  return analyseSeries(task);
}

function send(answer: Answer): void {
  parentPort?.postMessage(answer, [...buffersIn(answer)]);
}

/** The buffers of all arrays that own theirs whole: they are handed over instead of copied. */
function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength) found.add(value.buffer);
  } else if (typeof value === "object" && value !== null)
    for (const part of Object.values(value)) buffersIn(part, found);
  return found;
}
