import { parentPort } from "node:worker_threads";
import type { WorkerRequest } from "../protocol.js";
import { kpiAnomaly } from "./kpi-anomaly.js";
import { serve } from "./serve.js";

const port = parentPort;
if (port) {
  serve(
    {
      post: (message) => port.postMessage(message),
      onRequest: (listener) => port.on("message", (request: WorkerRequest) => listener(request)),
    },
    kpiAnomaly,
  );
}
