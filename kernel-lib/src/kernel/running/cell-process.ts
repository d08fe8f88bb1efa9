/**
 * The process in which the cells of one notebook run. It is started by process-engine.ts with the notebook's folder as its
 * working directory, is asked through file descriptor 3 (supervisor.ts reads it) and answers through 4.
 */
import { writeSync } from "node:fs";
import * as node from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { CellOutput } from "../notebook-engine.js";
import { outward, type FromProcess, type ToProcess } from "../process/process-messages.js";
import { makeSnapshot, snapshotVariable } from "./startup-snapshot.js";
import { kernelText } from "../../words/subjects/kernel-text.js";
import { spokenLanguage } from "./spoken-language.js";
import { guardSlot, handledSlot, leavingSlot, type FromSupervisor } from "./supervisor-messages.js";

type Request = Extract<ToProcess, { type: "request" }>;

/** Milliseconds from the start until a snapshot for later starts is made. */
const snapshotDelay = 1000;

const flags = new Int32Array(new SharedArrayBuffer(12));

// Compiled code is kept between processes: the compiler then loads in half the time (Node 22 and above).
const { enableCompileCache, flushCompileCache } = node as {
  enableCompileCache?: () => unknown;
  flushCompileCache?: () => void;
};
enableCompileCache?.();
const supervisor = new Worker(new URL("./supervisor.mjs", import.meta.url), { workerData: flags });
const { CellSession } = await import("./cell-session.js");
const { declarationsInUse } = await import("../compiling/compiler.js");
const { captureOutput } = await import("./capture-output.js");
const { provideInput, Questions } = await import("./typed-input.js");
const { provideLibrary } = await import("./shipped-library.js");

provideLibrary();

const questions = new Questions((id, prompt, password) => send({ type: "ask", id, prompt, password }));

const session = new CellSession(showOutput, questions.ask, {
  enter: () => Atomics.store(flags, guardSlot, 1),
  leave: () => Atomics.store(flags, guardSlot, 0),
});
session.warm();
captureOutput((output) => session.isCutOff() || showOutput(output));
provideInput(questions.ask);
Error.prepareStackTrace = (error, sites) => session.stackOf(error, sites);
process.on("uncaughtException", (error) =>
  process.stderr.write(
    `${kernelText("uncaught", { trace: error instanceof Error ? (error.stack ?? error.message) : String(error) }, spokenLanguage())}\n`,
  ),
);
process.on("exit", () => {
  Atomics.store(flags, leavingSlot, 1);
  send({ type: "leaving" });
});
supervisor.on("message", (message: FromSupervisor) => {
  if (message.type === "interrupt") {
    Atomics.add(flags, handledSlot, 1);
    session.interrupt();
  } else if (message.type === "answer") questions.answer(message.id, message.text);
  else void answer(message);
});
send({ type: "ready" });
flushCompileCache?.();
const snapshot = process.env[snapshotVariable];
if (snapshot !== undefined)
  setTimeout(() => makeSnapshot(snapshot, dirname(process.argv[1]), declarationsInUse()), snapshotDelay).unref();

async function answer({ id, name, content }: Request): Promise<void> {
  try {
    send({ type: "reply", id, content: await ask({ name, content } as Request) });
  } catch (error) {
    send({ type: "fault", id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function ask(request: Request): unknown {
  switch (request.name) {
    case "execute":
      return session.execute(request.content.code, request.content.count);
    case "complete":
      return session.complete(request.content.where, request.content.offset);
    case "hover":
      return session.hover(request.content.where, request.content.offset);
    case "signatures":
      return session.signatures(request.content.where, request.content.offset);
    case "problems":
      return session.problems(request.content.where);
    case "completeness":
      return session.completeness(request.content.code);
    case "variables":
      return session.variables();
  }
}

function showOutput(output: CellOutput): void {
  send({ type: "output", output });
}

/** Writes at once, so that a cell that never rests is heard too and nothing is lost when the process ends. */
function send(message: FromProcess): void {
  // The line break in front keeps a message apart from one whose writing was cut off by an interrupt.
  const bytes = Buffer.from(`\n${JSON.stringify(message)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(outward, bytes, at);
}
