import type { CellError, CellOutcome, CellOutput, NotebookEngine } from "../notebook-engine.js";
import { completeReply, inspectReply, isCompleteReply, kernelInfo } from "./answers.js";
import type { Sockets } from "./connection.js";
import { History } from "./history.js";
import { StreamBatch } from "./stream-batch.js";
import { MessageReader } from "./message-reader.js";
import { messageFrames, reply, type Message } from "./wire-message.js";

type Content = Message["content"];

/** A socket that messages come in through and answers go out. */
interface Channel {
  send(frames: (Buffer | string)[]): Promise<void>;
}

/**
 * Speaks Jupyter's protocol for a notebook engine (https://jupyter-client.readthedocs.io/en/stable/messaging.html).
 *
 * Cells run one after the other; everything else is answered at once. A cell that fails makes those that already wait
 * answer `aborted` when it was sent with `stop_on_error`, as the protocol says; any cell sent later runs.
 */
export class JupyterKernel {
  readonly #sockets: Sockets;
  readonly #engine: NotebookEngine;
  readonly #reader: MessageReader;
  readonly #history = new History();
  #count = 0;
  #queue: Promise<unknown> = Promise.resolve();
  /** Execute requests received, and those up to which a failure aborts. */
  #received = 0;
  #abortedUpTo = 0;
  /** One message after the other on each socket: ZeroMQ refuses a send while another one is under way. */
  #publishing: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly #questions = new Map<string, (text: string) => void>();

  constructor(sockets: Sockets, engine: NotebookEngine) {
    this.#sockets = sockets;
    this.#engine = engine;
    this.#reader = new MessageReader(sockets.key);
  }

  /** Answers until a client asks to shut down, or `close` is called. */
  async run(): Promise<void> {
    const { shell, control, heartbeat, stdin } = this.#sockets;
    await Promise.race([
      this.#listen(shell),
      this.#listen(control),
      this.#echo(heartbeat),
      this.#listenForInput(stdin),
    ]);
  }

  /** Ends the engine and the sockets. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#engine.dispose();
    await this.#publishing.catch(() => {});
    const { shell, control, iopub, stdin, heartbeat } = this.#sockets;
    for (const socket of [shell, control, iopub, stdin, heartbeat]) socket.close();
  }

  async #listen(socket: Sockets["shell"]): Promise<void> {
    for await (const frames of socket) {
      const message = this.#reader.read(frames);
      if (message?.header.msg_type === "execute_request") this.#enqueue(message, socket);
      else if (message !== null) {
        const answered = this.#answer(message, socket);
        if (message.header.msg_type === "shutdown_request") {
          await answered;
          return;
        }
      }
    }
  }

  async #echo(socket: Sockets["heartbeat"]): Promise<void> {
    for await (const frames of socket) await socket.send(frames);
  }

  /** Answers of the person at the notebook; others are nobody's. */
  async #listenForInput(socket: Sockets["stdin"]): Promise<void> {
    for await (const frames of socket) {
      const message = this.#reader.read(frames);
      if (message?.header.msg_type !== "input_reply") continue;
      const id = String(message.parent.msg_id ?? "");
      const answer = this.#questions.get(id) ?? [...this.#questions.values()].at(-1);
      answer?.(String(message.content.value ?? ""));
    }
  }

  /** Asks the person whose request runs. */
  #ask(parent: Message, prompt: string, password: boolean): Promise<string> {
    const question = reply(parent, "input_request", { prompt, password });
    const answered = new Promise<string>((resolve) =>
      this.#questions.set(question.header.msg_id, (text) => {
        this.#questions.delete(question.header.msg_id);
        resolve(text);
      }),
    );
    void this.#send(this.#sockets.stdin, question);
    return answered;
  }

  #enqueue(message: Message, socket: Channel): void {
    const turn = ++this.#received;
    this.#queue = this.#queue.then(() => this.#busy(message, () => this.#execute(message, socket, turn)));
  }

  #answer(message: Message, socket: Channel): Promise<void> {
    return this.#busy(message, async () => {
      const content = await this.#contentFor(message);
      if (content !== undefined)
        await this.#send(socket, reply(message, message.header.msg_type.replace(/_request$/, "_reply"), content));
    });
  }

  async #contentFor(message: Message): Promise<Content | undefined> {
    const { header, content } = message;
    switch (header.msg_type) {
      case "kernel_info_request":
        return kernelInfo();
      case "complete_request":
        return await completeReply(this.#engine, content);
      case "inspect_request":
        return await inspectReply(this.#engine, content);
      case "is_complete_request":
        return await isCompleteReply(this.#engine, content);
      case "history_request":
        return { status: "ok", ...this.#history.find(content) };
      case "comm_info_request":
        return { status: "ok", comms: {} };
      case "comm_open":
        // No target is known here, which the protocol answers by closing at once.
        this.#publish(message, "comm_close", { comm_id: content.comm_id, data: {} });
        return undefined;
      case "interrupt_request":
        await this.#engine.interrupt();
        return { status: "ok" };
      case "shutdown_request":
        await this.#engine.dispose();
        return { status: "ok", restart: content.restart === true };
      default:
        return undefined;
    }
  }

  async #execute(message: Message, socket: Channel, turn: number): Promise<void> {
    const { code, silent, store_history: store, stop_on_error: stop, user_expressions: expressions } = message.content;
    const answer = (content: Content): Promise<void> => this.#send(socket, reply(message, "execute_reply", content));
    if (turn <= this.#abortedUpTo) return await answer({ status: "aborted", execution_count: this.#count });
    const counted = silent !== true && store !== false;
    if (counted) this.#history.add(++this.#count, String(code));
    if (silent !== true) this.#publish(message, "execute_input", { code, execution_count: this.#count });
    const printed = new StreamBatch((name, text) => this.#publish(message, "stream", { name, text }));
    const outcome = await this.#engine.execute(
      String(code),
      (output) => {
        if (silent === true) return;
        if (output.type === "stream") return printed.add(output.name, output.text);
        printed.flush();
        this.#show(message, output);
      },
      this.#count,
      message.content.allow_stdin === true ? (prompt, password) => this.#ask(message, prompt, password) : undefined,
    );
    printed.flush();
    this.#questions.clear();
    const error = outcome.status === "error" ? errorContent(outcome.error) : undefined;
    if (error !== undefined && silent !== true) this.#publish(message, "error", error);
    if (error !== undefined && stop !== false) this.#abortedUpTo = this.#received;
    await answer(
      error
        ? { status: "error", execution_count: this.#count, ...error }
        : {
            status: "ok",
            execution_count: this.#count,
            payload: [],
            user_expressions: await this.#evaluate(expressions),
          },
    );
  }

  /** Values of expressions a client wants to know with the reply. */
  async #evaluate(expressions: unknown): Promise<Content> {
    const values: Record<string, unknown> = {};
    for (const [name, code] of Object.entries((expressions ?? {}) as Record<string, string>)) {
      let value: Content = { status: "ok", data: {}, metadata: {} };
      const show = (output: CellOutput): void =>
        void (output.type === "result" && (value = { status: "ok", data: output.data, metadata: {} }));
      const outcome: CellOutcome = await this.#engine.execute(code, show, this.#count);
      values[name] = outcome.status === "ok" ? value : { status: "error", ...errorContent(outcome.error) };
    }
    return values;
  }

  #show(message: Message, output: Exclude<CellOutput, { type: "stream" }>): void {
    switch (output.type) {
      case "clear":
        return this.#publish(message, "clear_output", { wait: output.wait });
      case "result":
        return this.#publish(message, "execute_result", {
          execution_count: this.#count,
          data: output.data,
          metadata: {},
        });
      case "display":
      case "update":
        return this.#publish(message, output.type === "update" ? "update_display_data" : "display_data", {
          data: output.data,
          metadata: {},
          transient: output.displayId === undefined ? {} : { display_id: output.displayId },
        });
    }
  }

  /** Says busy, works, says idle, whatever the work comes to. */
  async #busy(message: Message, work: () => Promise<void>): Promise<void> {
    this.#publish(message, "status", { execution_state: "busy" });
    try {
      await work();
    } catch (error) {
      const name = message.header.msg_type.replace(/_request$/, "_reply");
      await this.#send(
        message.header.msg_type === "interrupt_request" || message.header.msg_type === "shutdown_request"
          ? this.#sockets.control
          : this.#sockets.shell,
        reply(message, name, {
          status: "error",
          ename: "EngineError",
          evalue: (error as Error).message,
          traceback: [],
        }),
      ).catch(() => {});
    } finally {
      this.#publish(message, "status", { execution_state: "idle" });
    }
  }

  #publish(parent: Message, type: string, content: Content): void {
    const message = { ...reply(parent, type, content), identities: [Buffer.from(type)] };
    void this.#send(this.#sockets.iopub, message);
  }

  async #send(socket: Channel, message: Message): Promise<void> {
    const sent = this.#publishing.then(() =>
      this.#closed ? undefined : socket.send(messageFrames(message, this.#sockets.key)),
    );
    this.#publishing = sent.catch(() => {});
    await sent;
  }
}

function errorContent({ name, message, trace }: CellError): {
  ename: string;
  evalue: string;
  traceback: readonly string[];
} {
  return { ename: name, evalue: message, traceback: trace };
}
