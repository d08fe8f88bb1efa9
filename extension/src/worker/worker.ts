import { parentPort, workerData } from "node:worker_threads";
import { setDisplayLanguage, setTranslations } from "../../shared/translate.js";
import type { WorkerRequest } from "../../shared/protocol/index.js";
import { kpiAnomaly } from "./kpi-anomaly.js";
import { serve } from "./serve.js";

const given = workerData as { translations?: Record<string, string>; language?: string } | null;
setTranslations(given?.translations ?? {});
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
