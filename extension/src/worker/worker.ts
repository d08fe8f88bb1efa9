import { parentPort, workerData } from "node:worker_threads";
import { setTranslations } from "../../shared/translate.js";
import type { WorkerRequest } from "../../shared/protocol/index.js";
import { kpiAnomaly } from "./kpi-anomaly.js";
import { serve } from "./serve.js";

setTranslations((workerData as { translations?: Record<string, string> } | null)?.translations ?? {});
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
