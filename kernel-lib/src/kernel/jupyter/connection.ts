import { readFileSync } from "node:fs";
import type * as ZeroMq from "zeromq";
import { InputError } from "../../errors.js";
import { loadZeroMq } from "./zero-mq.js";

/** What the file says that Jupyter writes for its kernel. */
export interface ConnectionFile {
  readonly transport: string;
  readonly ip: string;
  /** Signs the messages; empty when they are not signed. */
  readonly key: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly hb_port: number;
}

/** The five sockets of a kernel, bound. */
export interface Sockets {
  readonly key: string;
  readonly shell: ZeroMq.Router;
  readonly control: ZeroMq.Router;
  readonly iopub: ZeroMq.Publisher;
  readonly stdin: ZeroMq.Router;
  readonly heartbeat: ZeroMq.Reply;
}

/** Reads Jupyter's connection file. @throws InputError `file_not_found` or `bad_data`. */
export function readConnectionFile(path: string): ConnectionFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new InputError("no_connection_file", { path });
  }
  try {
    const file = JSON.parse(text) as ConnectionFile & { readonly key?: unknown };
    // A file without a key asks for messages that are not signed, as one with an empty key does.
    const key = file.key ?? "";
    if (
      typeof key === "string" &&
      [file.shell_port, file.control_port, file.iopub_port, file.stdin_port, file.hb_port].every(Number.isInteger)
    )
      return { ...file, key };
  } catch {
    // Said below, together with ports that are missing.
  }
  throw new InputError("connection_file", { path });
}

/** Binds the sockets. @throws InputError `file_not_found` when ZeroMQ is not installed. */
export async function bindSockets(file: ConnectionFile): Promise<Sockets> {
  const zmq = loadZeroMq();
  const sockets = {
    key: file.key,
    shell: new zmq.Router(),
    control: new zmq.Router(),
    iopub: new zmq.Publisher({ sendHighWaterMark: 0 }),
    stdin: new zmq.Router(),
    heartbeat: new zmq.Reply(),
  };
  const address = (port: number): string =>
    file.transport === "ipc" ? `ipc://${file.ip}-${port}` : `${file.transport}://${file.ip}:${port}`;
  await Promise.all([
    sockets.shell.bind(address(file.shell_port)),
    sockets.control.bind(address(file.control_port)),
    sockets.iopub.bind(address(file.iopub_port)),
    sockets.stdin.bind(address(file.stdin_port)),
    sockets.heartbeat.bind(address(file.hb_port)),
  ]);
  return sockets;
}
