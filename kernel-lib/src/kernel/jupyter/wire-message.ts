import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** See https://jupyter-client.readthedocs.io/en/stable/messaging.html#general-message-format */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message of the Jupyter protocol. */
export interface Message {
  /** Routing of ZeroMQ: whom to answer. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly parent: Header | Record<string, never>;
  readonly content: Readonly<Record<string, unknown>>;
}

export const protocolVersion = "5.4";

const delimiter = "<IDS|MSG>";

/** A message from the frames ZeroMQ hands over; null when it is none or its signature is wrong. */
export function parseMessage(frames: readonly Buffer[], key: string): Message | null {
  const at = delimiterIn(frames);
  if (at < 0 || frames.length < at + 6) return null;
  const parts = frames.slice(at + 2, at + 6);
  if (!sameText(signatureOf(frames), signature(parts, key))) return null;
  try {
    const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString("utf8")) as unknown);
    if (!isHeader(header) || !isRecord(parent) || !isRecord(content)) return null;
    return { identities: frames.slice(0, at), header, parent: parent as Message["parent"], content };
  } catch {
    return null;
  }
}

/** The signature that a message came with; empty when it has none. */
export function signatureOf(frames: readonly Buffer[]): string {
  return frames[delimiterIn(frames) + 1].toString("latin1");
}

function delimiterIn(frames: readonly Buffer[]): number {
  return frames.findIndex((frame) => frame.toString("latin1") === delimiter);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What answers are made of: a message without them can not be answered. */
function isHeader(value: unknown): value is Header {
  return isRecord(value) && ["msg_id", "msg_type", "session"].every((name) => typeof value[name] === "string");
}

/** The frames of a message, signed. */
export function messageFrames({ identities, header, parent, content }: Message, key: string): (Buffer | string)[] {
  const parts = [header, parent, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [...identities, delimiter, signature(parts, key), ...parts];
}

/** A message that answers another one. */
export function reply(to: Message, type: string, content: Message["content"]): Message {
  const { session, username } = to.header;
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username,
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  return { identities: to.identities, header, parent: to.header, content };
}

/** Signature by HMAC-SHA256; empty when the connection has no key. */
function signature(parts: readonly Buffer[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
