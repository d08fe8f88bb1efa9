import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { storeFiles } from "../batch/store-files.js";
import { freePort, RedisServer, selfSigned } from "./redis-server.js";

const program = fileURLToPath(new URL("../../kernel-lib/bin/kpi-anomaly.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "queue-"));
/** The proof before a release is with 2,000. */
const JOBS = Number(process.env.KPI_QUEUE_JOBS ?? 300);
let redis: RedisServer;

beforeAll(async () => {
  mkdirSync(join(root, "redis"));
  redis = await RedisServer.start(join(root, "redis"));
});
afterAll(async () => {
  await redis.stop();
  rmSync(root, { recursive: true, force: true });
});

function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> {
  let said = "";
  child.stdout?.on("data", (piece) => (said += String(piece)));
  child.stderr?.on("data", (piece) => (said += String(piece)));
  await once(child, "close");
  return { code: child.exitCode, said };
}

/** Workers that come back, however often they are killed. */
class Workers {
  #all: ChildProcess[] = [];
  #ended = false;
  killed = 0;

  constructor(
    count: number,
    private readonly environment: NodeJS.ProcessEnv = {},
  ) {
    for (let i = 0; i < count; i++) this.#hire();
  }

  #hire(): void {
    const child = start(["worker", "--queue", redis.url, "--processes", "1"], this.environment);
    child.stdout?.resume();
    child.stderr?.resume();
    this.#all.push(child);
    child.once("exit", () => {
      this.#all = this.#all.filter((each) => each !== child);
      if (!this.#ended) this.#hire();
    });
  }

  /** `chosen` from 0 to 1. */
  kill(chosen: number): void {
    this.#all[Math.floor(chosen * this.#all.length)].kill("SIGKILL");
    this.killed++;
  }

  async end(): Promise<void> {
    this.#ended = true;
    const ends = this.#all.map((child) => once(child, "exit"));
    for (const child of this.#all) child.kill("SIGKILL");
    await Promise.all(ends);
  }
}

const answer = (out: string): Record<string, string> =>
  Object.fromEntries(
    ["summary.json", "incidents.jsonl", "moments.jsonl", "summary.html"].map((name) => [
      name,
      readFileSync(join(root, out, name), "utf8"),
    ]),
  );

test("a storm of kills: workers every 2 s, the coordinator, a restart of Redis; the answer is the local one, to the byte", async () => {
  storeFiles(join(root, "stores"), JOBS);
  const local = await finished(start(["batch", "stores", "--out", "local"]));
  expect(local.code, local.said).toBe(0);

  const workers = new Workers(3);
  const fill = ["batch", "stores", "--out", "storm", "--queue", redis.url];
  let coordinator = start(fill);
  let end = finished(coordinator);
  let chosen = 0.37;
  const storm = setInterval(() => {
    chosen = (chosen * 997) % 1;
    workers.kill(chosen);
  }, 2000);
  try {
    await wait(7000);
    coordinator.kill("SIGKILL");
    await end;
    coordinator = start(fill);
    end = finished(coordinator);
    await wait(6000);
    await redis.restart();
    const { code, said } = await end;
    expect(code, said).toBe(0);
  } finally {
    clearInterval(storm);
    await workers.end();
  }
  expect(workers.killed).toBeGreaterThan(5);
  expect(answer("storm")).toEqual(answer("local"));
  const results = readdirSync(join(root, "storm/results"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".jsonl"),
  );
  expect(results).toHaveLength(JOBS);
});

test("a poisoned job ends in the dead letters after three tries, and stops nothing", async () => {
  const folder = join(root, "poisoned");
  storeFiles(folder, 6);
  storeFiles(join(root, "more"), 1);
  writeFileSync(join(folder, "store-9999.csv"), readFileSync(join(root, "more/store-0000.csv")));
  // What makes a process abort is not known beforehand; here it is the name of a file.
  const poison = join(root, "poison.cjs");
  writeFileSync(
    poison,
    `process.send && process.on("message", ({ job }) => job?.file.endsWith("9999.csv") && process.abort());`,
  );
  const worker = start(["worker", "--queue", redis.url, "--processes", "2"], { NODE_OPTIONS: `--require=${poison}` });
  worker.stdout?.resume();
  worker.stderr?.resume();
  try {
    const { code, said } = await finished(start(["batch", "poisoned", "--out", "dead", "--queue", redis.url]));
    expect(code, said).toBe(0);
    const summary = JSON.parse(readFileSync(join(root, "dead/summary.json"), "utf8"));
    expect(summary.series).toBe(6);
    expect(summary.givenUp).toMatchObject([
      { file: "poisoned/store-9999.csv", tries: 3, reason: "The process was ended by SIGABRT." },
    ]);
    expect(said).toContain("1 job was given up");
  } finally {
    worker.kill("SIGKILL");
  }
});

test("a job whose worker is lost again and again is no poisoned one: it is done in the end", async () => {
  const losses = 4;
  storeFiles(join(root, "unlucky"), 2);
  const counted = join(root, "losses");
  const killer = join(root, "killer.cjs");
  writeFileSync(
    killer,
    `const { appendFileSync, existsSync, readFileSync } = require("node:fs");
process.send && process.on("message", ({ job }) => {
  const lost = existsSync(${JSON.stringify(counted)}) ? readFileSync(${JSON.stringify(counted)}).length : 0;
  if (!job?.file.endsWith("0001.csv") || lost >= ${losses}) return;
  appendFileSync(${JSON.stringify(counted)}, ".");
  process.kill(process.ppid, "SIGKILL");
});`,
  );
  const workers = new Workers(1, { NODE_OPTIONS: `--require=${killer}` });
  try {
    const { code, said } = await finished(start(["batch", "unlucky", "--out", "spared", "--queue", redis.url]));
    expect(code, said).toBe(0);
    expect(JSON.parse(readFileSync(join(root, "spared/summary.json"), "utf8"))).toMatchObject({
      series: 2,
      givenUp: [],
    });
    expect(readFileSync(counted, "utf8")).toHaveLength(losses);
  } finally {
    await workers.end();
  }
});

test("credentials come from the environment and are told nowhere", async () => {
  mkdirSync(join(root, "locked"));
  storeFiles(join(root, "few"), 3);
  const locked = await RedisServer.start(join(root, "locked"), "open-sesame");
  const wrong = "wrong-sesame";
  const args = ["batch", "few", "--out", "locked-out", "--queue", locked.url];
  try {
    for (const environment of [{}, { KPI_ANOMALY_QUEUE_PASSWORD: wrong }]) {
      const { code, said } = await finished(start(args, environment));
      expect(code).toBe(2);
      expect(said).toMatch(/The queue at 127\.0\.0\.1:\d+ cannot be used/);
      expect(said).not.toContain(wrong);
    }
    const secret = { KPI_ANOMALY_QUEUE_PASSWORD: "open-sesame" };
    const worker = start(["worker", "--queue", locked.url, "--processes", "1"], secret);
    worker.stdout?.resume();
    const { code, said } = await finished(start(args, secret));
    worker.kill("SIGKILL");
    expect(code, said).toBe(0);
    expect(said).not.toContain("open-sesame");
  } finally {
    await locked.stop();
  }
});

test("over TLS: a certificate that nobody vouches for is refused, one that is named is taken", async () => {
  const folder = join(root, "secure");
  mkdirSync(folder);
  storeFiles(join(root, "guarded"), 3);
  const certificate = selfSigned(folder);
  const secure = await RedisServer.start(folder, undefined, certificate);
  const named = { KPI_ANOMALY_QUEUE_CA: certificate.file };
  const urls = [secure.url, secure.url.replace("127.0.0.1", "localhost")];
  const args = (url: string): string[] => ["batch", "guarded", "--out", "guarded-out", "--queue", url];
  const worker = start(["worker", "--queue", secure.url, "--processes", "1"], named);
  let warned = "";
  worker.stderr?.on("data", (piece) => (warned += String(piece)));
  try {
    const refused = await finished(start(args(secure.url)));
    expect([refused.code, refused.said]).toEqual([2, expect.stringMatching(/cannot be used \(.*SELF_SIGNED.*\)/)]);
    const plain = await finished(start(args(secure.url.replace("rediss", "redis"))));
    expect(plain.code).toBe(2);
    for (const url of urls) {
      const { code, said } = await finished(start(args(url), named));
      expect(code, said).toBe(0);
      expect(said).not.toContain("Warning");
    }
    expect(warned).not.toContain("Warning");
  } finally {
    worker.kill("SIGKILL");
    await secure.stop();
  }
});

test("the commands of the compose file start a Redis and a worker that do a batch", async () => {
  mkdirSync(join(root, "composed"));
  storeFiles(join(root, "composed-stores"), 3);
  const text = readFileSync(new URL("../../deploy/compose.yaml", import.meta.url), "utf8");
  const { services } = parse(text) as {
    readonly services: Readonly<Record<string, { readonly command: readonly string[] }>>;
  };
  // Compose writes $$ for a dollar that the shell is to see; the port is one that is free here.
  const shell = (service: string): string => services[service].command[2].replaceAll("$$", "$");
  const port = await freePort();
  const secret = { KPI_ANOMALY_QUEUE_PASSWORD: "open sesame" };
  const server = spawn("sh", ["-c", `${shell("redis")} --port ${port} --dir ${join(root, "composed")}`], {
    env: { ...process.env, ...secret },
    stdio: "ignore",
  });
  const url = `redis://127.0.0.1:${port}`;
  const worker = start(
    (/npx kpi-anomaly (.+)$/.exec(shell("worker"))?.[1] ?? "").replace("redis://redis", url).split(" "),
    secret,
  );
  worker.stdout?.resume();
  worker.stderr?.resume();
  try {
    const batch = (/kpi-anomaly (batch \S+ --out .+)/.exec(text)?.[1] ?? "")
      .replace("redis://localhost", url)
      .replace("batch stores", "batch composed-stores");
    const { code, said } = await finished(start(batch.split(" "), secret));
    expect(code, said).toBe(0);
  } finally {
    worker.kill("SIGKILL");
    server.kill("SIGTERM");
  }
});

test("no queue there ends with exit code 2", async () => {
  const { code, said } = await finished(start(["batch", "few", "--out", "none", "--queue", "redis://127.0.0.1:1"]));
  expect([code, said]).toEqual([2, expect.stringContaining("The queue at 127.0.0.1:1 cannot be used (ECONNREFUSED)")]);
});
