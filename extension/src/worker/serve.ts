import type { Results, WorkerCalls, WorkerMessage, WorkerRequest } from "../../shared/protocol/index.js";
import { LineSender } from "../../shared/protocol/line-wire.js";
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
  // All results on this channel are put together again at its other end, in order.
  const line = new LineSender();
  const kept = new AnalysisSession(library, (event) =>
    channel.post(event.event === "partial" ? { event: "partial", ...line.send(event.results) } : event),
  );
  const answer = async ({ id, call, input }: WorkerRequest): Promise<void> => {
    try {
      const answers = kept.answers as Record<string, (input: WorkerCalls[typeof call]["input"]) => unknown>;
      const output = await answers[call](input);
      if (!isResults(output)) return channel.post({ id, ok: true, output });
      const { results, change } = line.send(output);
      channel.post({ id, ok: true, output: results, change });
    } catch (error) {
      channel.post({ id, ok: false, problem: problemOf(error, says.error), aborted: isAbort(error) });
    }
  };
  channel.onRequest((request) => void answer(request));
}

const isResults = (output: unknown): output is Results =>
  typeof output === "object" && output !== null && "chosen" in output && "tuning" in output;
