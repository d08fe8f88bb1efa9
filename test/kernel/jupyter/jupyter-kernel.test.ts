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

/** What a kernel publishes and asks while it runs one cell that does this; answers to its questions come in as given. */
async function runCell(
  execute: NotebookEngine["execute"],
  { allowStdin = true, answers = [] as string[], before = [] as Buffer[][] } = {},
): Promise<{ published: Message[]; asked: Message[]; replies: Message[] }> {
  const questions: ((frames: Buffer[]) => void)[] = [];
  const asked: Message[] = [];
  const stdin = {
    send: (frames: (Buffer | string)[]) => {
      asked.push(
        parseMessage(
          frames.map((frame) => Buffer.from(frame)),
          key,
        )!,
      );
      const value = answers.shift();
      if (value !== undefined) questions.shift()?.(signed(`answer ${answers.length}`, "input_reply", { value }));
      return Promise.resolve();
    },
    close: () => {},
    async *[Symbol.asyncIterator]() {
      for (;;) yield await new Promise<Buffer[]>((resolve) => questions.push(resolve));
    },
  };
  const [iopub, control] = [socket([]), socket([])];
  const cell = signed("cell", "execute_request", { code: "x", allow_stdin: allowStdin });
  const shell = socket([...before, cell, signed("end", "shutdown_request")]);
  let finished = (): void => {};
  const done = new Promise<void>((resolve) => (finished = resolve));
  const engine = {
    execute: async (...given: Parameters<NotebookEngine["execute"]>) => {
      const outcome = await execute(...given);
      finished();
      return outcome;
    },
    dispose: () => done,
  } as unknown as NotebookEngine;
  const kernel = new JupyterKernel(
    { key, shell, control, iopub, stdin, heartbeat: socket([]) } as unknown as Sockets,
    engine,
  );
  await kernel.run();
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { published: iopub.sent, asked, replies: shell.sent };
}

test("printed lines are gathered, in order and with all other outputs in their place", async () => {
  const { published } = await runCell((_code, show) => {
    for (let i = 0; i < 10_000; i++) show({ type: "stream", name: "stdout", text: `${i}\n` });
    show({ type: "clear", wait: true });
    show({ type: "stream", name: "stderr", text: "end" });
    return Promise.resolve({ status: "ok", count: 1 });
  });
  const shown = published.filter(({ header }) => header.msg_type === "stream" || header.msg_type === "clear_output");
  expect(shown.map(({ header, content }) => [header.msg_type, content.name ?? content.wait])).toEqual([
    ["stream", "stdout"],
    ["clear_output", true],
    ["stream", "stderr"],
  ]);
  expect(shown[0].content.text).toBe(Array.from({ length: 10_000 }, (_, i) => `${i}\n`).join(""));
});

test("a cell asks on the channel for input and goes on with the answer", async () => {
  let heard = "";
  const { asked } = await runCell(
    async (_code, _show, _count, ask) => {
      heard = await ask!("Name: ", true);
      return { status: "ok", count: 1 };
    },
    { answers: ["Ada"] },
  );
  expect(asked.map(({ header, content }) => [header.msg_type, content])).toEqual([
    ["input_request", { prompt: "Name: ", password: true }],
  ]);
  expect(heard).toBe("Ada");
});

test("a cell that was sent without input asks nobody", async () => {
  let ask: unknown = "not called";
  await runCell(
    (...given) => {
      ask = given[3];
      return Promise.resolve({ status: "ok", count: 1 });
    },
    { allowStdin: false },
  );
  expect(ask).toBeUndefined();
});

test("a comm to a target that nobody knows is closed at once", async () => {
  const { published } = await runCell(() => Promise.resolve({ status: "ok", count: 1 }), {
    before: [signed("comm", "comm_open", { comm_id: "c1", target_name: "nowhere", data: {} })],
  });
  expect(published.find(({ header }) => header.msg_type === "comm_close")?.content).toEqual({
    comm_id: "c1",
    data: {},
  });
});
