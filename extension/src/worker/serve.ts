import type { WorkerCalls, WorkerMessage, WorkerRequest } from "../../shared/protocol/index.js";
import { AnalysisSession } from "./analysis-session.js";
import type { Library } from "./library.js";
import { says } from "./library-words.js";
import { isAbort, problemOf } from "./problem.js";

/** One channel to the host. */
export interface Channel {
  post(message: WorkerMessage): void;
  onRequest(listener: (request: WorkerRequest) => void): void;
}

/** Answers the host's calls on one report at a time; every call gets an answer or a refusal. */
export function serve(channel: Channel, library: Library): void {
  const kept = new AnalysisSession(library, (event) => channel.post(event));
  const answer = async ({ id, call, input }: WorkerRequest): Promise<void> => {
    try {
      const answers = kept.answers as Record<string, (input: WorkerCalls[typeof call]["input"]) => unknown>;
      channel.post({ id, ok: true, output: await answers[call](input) });
    } catch (error) {
      channel.post({ id, ok: false, problem: problemOf(error, says.error), aborted: isAbort(error) });
    }
  };
  channel.onRequest((request) => void answer(request));
}
