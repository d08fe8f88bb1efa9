import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A certificate that signs itself, and its key. */
export interface Certificate {
  readonly file: string;
  readonly key: string;
}

/** Makes a certificate for this machine, good for a day. Needs openssl. */
export function selfSigned(folder: string): Certificate {
  const [file, key] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  const names = "subjectAltName=IP:127.0.0.1,DNS:localhost";
  const options = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"];
  execFileSync("openssl", [...options, "-addext", names, "-keyout", key, "-out", file], { stdio: "ignore" });
  return { file, key };
}

/** A Redis of one's own, on a free port, which keeps what it knows in a folder. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
    private readonly password: string | undefined,
    private readonly certificate: Certificate | undefined,
  ) {}

  /** @param certificate where it speaks TLS only */
  static async start(folder: string, password?: string, certificate?: Certificate): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), folder, password, certificate);
    await server.run();
    return server;
  }

  get url(): string {
    return `${this.certificate ? "rediss" : "redis"}://127.0.0.1:${this.port}`;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.run();
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  }

  private async run(): Promise<void> {
    const secret = this.password === undefined ? [] : ["--requirepass", this.password];
    const { certificate } = this;
    const secure = certificate
      ? [
          "--port",
          "0",
          "--tls-cert-file",
          certificate.file,
          "--tls-key-file",
          certificate.key,
          "--tls-auth-clients",
          "no",
        ]
      : [];
    this.child = spawn(
      "redis-server",
      [
        ...secure,
        certificate ? "--tls-port" : "--port",
        String(this.port),
        "--bind",
        "127.0.0.1",
        "--dir",
        this.folder,
        "--appendonly",
        "yes",
        "--save",
        "",
        ...secret,
      ],
      { stdio: "ignore" },
    );
    for (let tries = 0; tries < 200 && !(await answers(this.port)); tries++) await wait(50);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve((socket.destroy(), true)));
    socket.once("error", () => resolve(false));
  });
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
