import { expect, test } from "vitest";
import type { Sockets } from "../../../kernel-lib/src/kernel/jupyter/connection.js";
import { JupyterKernel } from "../../../kernel-lib/src/kernel/jupyter/jupyter-kernel.js";
import { messageFrames, parseMessage, type Message } from "../../../kernel-lib/src/kernel/jupyter/wire-message.js";
import type { NotebookEngine } from "../../../kernel-lib/src/kernel/notebook-engine.js";

const key = "secret";

function signed(id: string, type: string, content: object = {}): Buffer[] {
  const header = { msg_id: id, msg_type: type, session: "s", username: "u", date: "", version: "5.4" };
  return messageFrames(
    { identities: [Buffer.from("client")], header, parent: {}, content: content as Message["content"] },
    key,
  ).map((frame) => Buffer.from(frame));
}

/** A socket that hands over these frames, then nothing for as long as it lives. */
function socket(incoming: readonly Buffer[][]): { readonly sent: Message[] } {
  const sent: Message[] = [];
  return {
    sent,
    send: (frames: (Buffer | string)[]) =>
      Promise.resolve(
        void sent.push(
          parseMessage(
            frames.map((frame) => Buffer.from(frame)),
            key,
          )!,
        ),
      ),
    close: () => {},
    async *[Symbol.asyncIterator]() {
      yield* incoming;
      if (incoming.length === 0) await new Promise(() => {});
    },
  } as { readonly sent: Message[] };
}

/** What a kernel answered on its shell channel, and the cells it ran. */
async function answersTo(...incoming: Buffer[][]): Promise<{ answers: Message[]; cells: string[] }> {
  const cells: string[] = [];
  const engine = {
    execute: (code: string) => (cells.push(code), Promise.resolve({ status: "ok" })),
    completeness: () => Promise.resolve({ complete: true, indent: "" }),
    dispose: () => Promise.resolve(),
  } as unknown as NotebookEngine;
  const shell = socket([...incoming, signed("end", "shutdown_request")]);
  const kernel = new JupyterKernel(
    {
      key,
      shell,
      control: socket([]),
      iopub: socket([]),
      stdin: socket([]),
      heartbeat: socket([]),
    } as unknown as Sockets,
    engine,
  );
  await kernel.run();
  return { answers: shell.sent, cells };
}

test("a signed message with a null header does not end the kernel", async () => {
  const broken = messageFrames(
    { identities: [Buffer.from("client")], header: null, parent: {}, content: {} } as unknown as Message,
    key,
  ).map((frame) => Buffer.from(frame));
  const { answers } = await answersTo(broken, signed("info", "kernel_info_request"));
  expect(answers.map(({ header }) => header.msg_type)).toEqual(["kernel_info_reply", "shutdown_reply"]);
});

test("a cell that is sent again as it was is not run again", async () => {
  const { cells } = await answersTo(
    signed("cell", "execute_request", { code: "count++" }),
    signed("cell", "execute_request", { code: "count++" }),
    signed("another", "execute_request", { code: "count++" }),
  );
  expect(cells).toEqual(["count++", "count++"]);
});
