import { describe, expect, test } from "vitest";
import { MessageReader } from "../../../kernel-lib/src/kernel/jupyter/message-reader.js";
import { messageFrames, type Message } from "../../../kernel-lib/src/kernel/jupyter/wire-message.js";

const key = "secret";
const header = (id: string): Message["header"] => ({
  msg_id: id,
  msg_type: "execute_request",
  session: "s",
  username: "u",
  date: "2026-01-01T00:00:00Z",
  version: "5.4",
});
const request = (id: string): Message => ({
  identities: [Buffer.from("client")],
  header: header(id),
  parent: {},
  content: { code: "1" },
});
const frames = (message: unknown, by: string = key): Buffer[] =>
  messageFrames(message as Message, by).map((frame) => Buffer.from(frame));

test("a signed message is read once: its copy is refused, the next one is not", () => {
  const reader = new MessageReader(key);
  expect(reader.read(frames(request("one")))).toMatchObject({ header: { msg_id: "one" }, content: { code: "1" } });
  expect(reader.read(frames(request("one")))).toBeNull();
  expect(reader.read(frames(request("two")))).toMatchObject({ header: { msg_id: "two" } });
});

test("a copy under another identity is refused too", () => {
  const reader = new MessageReader(key);
  reader.read(frames(request("one")));
  expect(reader.read(frames({ ...request("one"), identities: [Buffer.from("another")] }))).toBeNull();
});

test("where messages are not signed, equal ones are two", () => {
  const reader = new MessageReader("");
  expect(reader.read(frames(request("one"), ""))).not.toBeNull();
  expect(reader.read(frames(request("one"), ""))).not.toBeNull();
});

describe("signed, but no message", () => {
  test.each([
    ["a header that is null", { ...request("x"), header: null }],
    ["a header without its type", { ...request("x"), header: { ...header("x"), msg_type: undefined } }],
    ["a type that is no text", { ...request("x"), header: { ...header("x"), msg_type: 7 } }],
    ["a header that is a list", { ...request("x"), header: [] }],
    ["a parent that is null", { ...request("x"), parent: null }],
    ["content that is null", { ...request("x"), content: null }],
    ["content that is text", { ...request("x"), content: "code" }],
  ])("%s", (_, message) => {
    expect(new MessageReader(key).read(frames(message))).toBeNull();
  });
});

test("a wrong key, too few frames and no delimiter are no message", () => {
  const reader = new MessageReader(key);
  expect(reader.read(frames(request("x"), "another"))).toBeNull();
  expect(reader.read(frames(request("x")).slice(0, 4))).toBeNull();
  expect(reader.read([Buffer.from("hello")])).toBeNull();
  expect(reader.read([])).toBeNull();
});
