import { spawn, type ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { jsonLines } from "./json-lines.js";
import type { AskPerson, CellOutput } from "../notebook-engine.js";
import { endGroup } from "./end-group.js";
import { giveUp, isUsable, snapshotVariable } from "../running/startup-snapshot.js";
import type { Language } from "../../words/language.js";
import { kernelText } from "../../words/subjects/kernel-text.js";
import {
  inward,
  languageVariable,
  outward,
  type FromProcess,
  type RequestName,
  type Requests,
  type ToProcess,
} from "./process-messages.js";

export interface ProcessOptions {
  readonly folder: string;
  readonly program: string;
  readonly node: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly memory: number | undefined;
  /** In which the process and its kernel speak. */
  readonly language: Language;
  /** File of the startup snapshot: started from when it is there, made when it is not. */
  readonly snapshot: string | undefined;
}

/** Why a process is no more. */
export interface ProcessEnd {
  readonly reason: string;
  /** It was told to end. */
  readonly wanted: boolean;
}

interface Waiting {
  resolve(content: unknown): void;
  reject(error: Error): void;
}

/**
 * This side of one process in which cells run (cell-process.ts). Everything that waits for an answer is rejected when the
 * process ends, with the reason.
 */
export class CellProcess {
  /** Resolves when cells can run. */
  readonly ready: Promise<void>;
  /** Where outputs go. */
  show: (output: CellOutput) => void = () => {};
  /** Who answers when a cell asks; nobody when undefined. */
  person: AskPerson | undefined;
  #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #gone: Promise<void>;
  #lastWords = "";
  readonly #language: Language;
  #nextId = 1;
  #isReady = false;
  #verdict: ProcessEnd | undefined;
  #becomeReady: Waiting | undefined;
  #close: (reason: string) => void = () => {};

  constructor(options: ProcessOptions, ended: (process: CellProcess, end: ProcessEnd) => void) {
    this.#language = options.language;
    this.ready = new Promise((resolve, reject) => (this.#becomeReady = { resolve: () => resolve(), reject }));
    this.ready.catch(() => {});
    this.#gone = new Promise((resolve) => {
      this.#close = (reason) => {
        const end = this.#verdict ?? { reason, wanted: false };
        this.#rejectAll(new Error(end.reason));
        ended(this, end);
        resolve();
      };
    });
    this.#child = this.#start(options, options.snapshot !== undefined && isUsable(options.snapshot));
  }

  #start(options: ProcessOptions, fromSnapshot: boolean): ChildProcess {
    const { folder, program, node, environment, memory, snapshot } = options;
    // One more thread than Node's four: the process's supervisor keeps one.
    const child = spawn(
      node,
      [...nodeOptions(memory), ...(fromSnapshot ? ["--snapshot-blob", snapshot!] : []), program],
      {
        cwd: folder,
        env: {
          UV_THREADPOOL_SIZE: "5",
          ...process.env,
          ...environment,
          [languageVariable]: options.language,
          ...(snapshot === undefined ? {} : { [snapshotVariable]: snapshot }),
          ELECTRON_RUN_AS_NODE: "1",
        },
        stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
        windowsHide: true,
        // Leads a group, so that what its cells have started ends with it.
        detached: process.platform !== "win32",
      },
    );
    (child.stdio[outward] as Readable).on(
      "data",
      jsonLines<FromProcess>((message) => this.#receive(message)),
    );
    // What bypasses `process.stdout` in there: native code, programs that a cell starts, V8's last words.
    for (const name of ["stdout", "stderr"] as const)
      child[name]!.on("data", (bytes: Buffer) => (this.#isReady || !fromSnapshot) && this.#overhear(name, bytes));
    (child.stdio[inward] as Writable).on("error", () => {});
    child.once("error", (error) => this.#close(kernelText("notStarted", { reason: error.message }, options.language)));
    child.once("exit", () => endGroup(child.pid));
    child.once("close", (code, signal) => {
      // A snapshot that does not fit is given up, not the notebook. So is one that Node itself falls over later on.
      if (fromSnapshot && this.#verdict === undefined && (!this.#isReady || signal === "SIGABRT")) giveUp(snapshot!);
      if (fromSnapshot && this.#verdict === undefined && !this.#isReady) this.#child = this.#start(options, false);
      else
        this.#close(
          this.#isReady
            ? endOf(code, signal, this.#lastWords, options.language)
            : kernelText("noStart", { said: this.#lastWords.trim() }, options.language),
        );
    });
    return child;
  }

  async ask<Name extends RequestName>(name: Name, content: Requests[Name]["in"]): Promise<Requests[Name]["out"]> {
    await this.ready;
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#send({ type: "request", id, name, content } as ToProcess);
    return (await answer) as Requests[Name]["out"];
  }

  interrupt(): void {
    this.#send({ type: "interrupt" });
  }

  /** Ends the process against its will; whoever waits hears the reason. */
  kill(reason: string): void {
    this.#verdict ??= { reason, wanted: false };
    this.#kill();
  }

  /** Ends the process and waits until it is gone. */
  async end(reason: string): Promise<void> {
    this.#verdict ??= { reason, wanted: true };
    this.#kill();
    await this.#gone;
  }

  /** A process that could not be started has no group either. */
  #kill(): void {
    if (this.#child.pid === undefined) this.#child.kill("SIGKILL");
    else endGroup(this.#child.pid);
  }

  get #input(): Writable {
    return this.#child.stdio[inward] as Writable;
  }

  #send(message: ToProcess): void {
    this.#input.write(`${JSON.stringify(message)}\n`);
  }

  #receive(message: FromProcess): void {
    if (message.type === "ready") {
      this.#isReady = true;
      this.#becomeReady?.resolve(undefined);
    } else if (message.type === "leaving") this.#input.end();
    else if (message.type === "output") this.show(message.output);
    else if (message.type === "ask") void this.#answer(message);
    else {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === "reply") waiting?.resolve(message.content);
      else waiting?.reject(new Error(kernelText("fault", { message: message.message }, this.#language)));
    }
  }

  async #answer({ id, prompt, password }: Extract<FromProcess, { type: "ask" }>): Promise<void> {
    const text = await (this.person?.(prompt, password) ?? Promise.resolve(null)).catch(() => null);
    this.#send({ type: "answer", id, text });
  }

  #overhear(name: "stdout" | "stderr", bytes: Buffer): void {
    const text = bytes.toString("utf8");
    this.#lastWords = (this.#lastWords + text).slice(-8000);
    this.show({ type: "stream", name, text });
  }

  #rejectAll(error: Error): void {
    this.#becomeReady?.reject(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function nodeOptions(memory: number | undefined): string[] {
  return [
    // Cutting off a cell leaves Node's bookkeeping of asynchronous hooks uneven, which it would otherwise end itself for.
    "--no-force-async-hooks-checks",
    "--disable-warning=ExperimentalWarning",
    // The compiler makes much that lives for a moment.
    "--max-semi-space-size=32",
    ...(memory === undefined ? [] : [`--max-old-space-size=${memory}`]),
  ];
}

function endOf(code: number | null, signal: NodeJS.Signals | null, lastWords: string, language: Language): string {
  if (/heap out of memory|Allocation failed/.test(lastWords)) return kernelText("outOfMemory", {}, language);
  if (signal !== null) return kernelText("endedBySignal", { signal }, language);
  return kernelText("endedByCell", { code }, language);
}
