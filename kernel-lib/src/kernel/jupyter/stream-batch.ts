/** How long printed text is gathered, in milliseconds, and most characters of one message. */
const gathering = 40;
const mostText = 100_000;

type Name = "stdout" | "stderr";

/**
 * Gathers what a cell prints into fewer messages: front ends drop the output of a kernel that sends more than some thousand
 * messages a second (Jupyter Server's `iopub_msg_rate_limit` is 1000). The order of all outputs stays.
 */
export class StreamBatch {
  readonly #send: (name: Name, text: string) => void;
  #pending: { name: Name; text: string } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (name: Name, text: string) => void) {
    this.#send = send;
  }

  add(name: Name, text: string): void {
    if (this.#pending !== undefined && this.#pending.name !== name) this.flush();
    this.#pending = { name, text: (this.#pending?.text ?? "") + text };
    if (this.#pending.text.length > mostText) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), gathering);
  }

  /** Sends what is gathered; called before anything else is sent. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.#send(pending.name, pending.text);
  }
}
