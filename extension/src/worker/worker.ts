import { parentPort, workerData } from "node:worker_threads";
import { setDisplayLanguage } from "../../shared/translate.js";
import type { WorkerRequest } from "../../shared/protocol/index.js";
import { kpiAnomaly } from "./kpi-anomaly.js";
import { serve } from "./serve.js";

const given = workerData as { language?: string } | null;
setDisplayLanguage(given?.language ?? "en");
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
