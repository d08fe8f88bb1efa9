import { parseMessage, signatureOf, type Message } from "./wire-message.js";

/** As many as jupyter_client keeps. The oldest go first. */
const mostSignatures = 65_536;

/**
 * Reads the messages of one kernel. A message is taken once: whoever sends a signed message again, with what it asks for, does
 * not know the key (jupyter_client refuses a second message of one signature as well).
 */
export class MessageReader {
  readonly #key: string;
  readonly #seen = new Set<string>();

  /** @param key from the connection file; empty when messages are not signed, in which case none can be told from its copy */
  constructor(key: string) {
    this.#key = key;
  }

  /** The message in these frames; null when it is none, its signature is wrong, or it came before. */
  read(frames: readonly Buffer[]): Message | null {
    const message = parseMessage(frames, this.#key);
    if (message === null || this.#key === "") return message;
    const signature = signatureOf(frames);
    if (this.#seen.has(signature)) return null;
    this.#seen.add(signature);
    if (this.#seen.size > mostSignatures) this.#seen.delete(this.#seen.values().next().value!);
    return message;
  }
}
