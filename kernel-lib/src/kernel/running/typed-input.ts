import { Readable } from "node:stream";
import { kernelText } from "../../words/subjects/kernel-text.js";
import { spokenLanguage } from "./spoken-language.js";

/** A question to the person at the notebook; rejects where nobody can answer. */
export type Ask = (prompt: string, password: boolean) => Promise<string>;

/** Questions on their way, and their answers. */
export class Questions {
  readonly #waiting = new Map<number, { resolve(text: string): void; reject(error: Error): void }>();
  readonly #send: (id: number, prompt: string, password: boolean) => void;
  #nextId = 1;

  constructor(send: (id: number, prompt: string, password: boolean) => void) {
    this.#send = send;
  }

  ask: Ask = (prompt, password) =>
    new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      this.#send(id, prompt, password);
    });

  /** @param text null where nobody could be asked */
  answer(id: number, text: string | null): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (text !== null) waiting?.resolve(text);
    else {
      const error = new Error(kernelText("nobodyToAsk", {}, spokenLanguage()));
      error.name = "InputUnavailable";
      waiting?.reject(error);
    }
  }
}

/** `process.stdin` of a notebook: each read is a question, so that `readline` works as in a terminal. */
export function provideInput(ask: Ask): void {
  const stdin = new Readable({
    read() {
      ask("", false).then(
        (text) => this.push(`${text}\n`),
        () => this.push(null),
      );
    },
  });
  Object.defineProperty(process, "stdin", { get: () => stdin, configurable: true });
}
