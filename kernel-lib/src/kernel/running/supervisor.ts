/**
 * A second thread in the notebook's process that stays awake whatever a cell does. It reads what the engine asks, hands it
 * on, cuts off a cell that does not listen to an interrupt, and ends the process when the engine is gone.
 */
import { read } from "node:fs";
import { Session } from "node:inspector";
import { parentPort, workerData } from "node:worker_threads";
import { jsonLines } from "../process/json-lines.js";
import { endGroup } from "../process/end-group.js";
import { inward, type ToProcess } from "../process/process-messages.js";
import { guardSlot, handledSlot, leavingSlot } from "./supervisor-messages.js";

const flags = workerData as Int32Array;
const port = parentPort!;
const patience = 60;
let sent = 0;

const receive = jsonLines<ToProcess>((message) => {
  port.postMessage(message);
  if (message.type === "interrupt") insist(++sent);
});
const bytes = Buffer.alloc(1 << 16);
listen();

/** Reads as a file, on a thread of its own: a socket can not be had in a thread of a process that starts from a snapshot (Node 24). */
function listen(): void {
  read(inward, bytes, 0, bytes.length, null, (error, count) => {
    if (error === null && count > 0) {
      receive(bytes.subarray(0, count));
      listen();
    } else if (Atomics.load(flags, leavingSlot) === 0) endGroup(process.pid);
  });
}

/** Cuts off the code that runs, again and again, until the other thread has taken notice of the interrupt. */
function insist(interrupt: number): void {
  setTimeout(() => {
    if (Atomics.load(flags, handledSlot) >= interrupt) return;
    if (Atomics.load(flags, guardSlot) === 0) terminateExecution();
    insist(interrupt);
  }, patience);
}

/** What "Stop current JavaScript call" of a debugger does: the stack is left, the variables stay. */
function terminateExecution(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.terminateExecution", () => session.disconnect());
}
