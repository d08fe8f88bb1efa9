import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type * as BullMQ from "bullmq";
import type * as IORedis from "ioredis";
import { InputError } from "../errors.js";
import { MOST_LOST, MOST_TRIES } from "./job.js";
import type { JobQueue, JobSource, QueuedJob, QueueState } from "./job-queue.js";

/** Name of the queue in Redis. */
const QUEUE = "kpi-anomaly";

/** Milliseconds for which a worker holds a job without a word, and between two looks for jobs whose worker is lost. */
const LOCK = 15_000;
const STALLED_LOOK = 5_000;

/** Milliseconds for the first connection. */
const PATIENCE = 10_000;

/** Where a queue is. */
interface Address {
  readonly options: {
    readonly host: string;
    readonly port: number;
    readonly db: number;
    readonly username?: string;
    readonly password?: string;
    readonly tls?: { readonly servername?: string; readonly ca?: Buffer };
    readonly maxRetriesPerRequest: null;
  };
  /** Without credentials, for messages. */
  readonly told: string;
}

/**
 * The side that fills a queue of BullMQ, on Redis or Valkey.
 *
 * @param url `redis://host:port` or, with TLS, `rediss://host:port`; credentials come from the environment only:
 * `KPI_ANOMALY_QUEUE_USERNAME`, `KPI_ANOMALY_QUEUE_PASSWORD`, and `KPI_ANOMALY_QUEUE_CA` names a file of certificates
 * @throws InputError `bad_option`, `queue_unreachable`
 */
export async function connectQueue(url: string): Promise<JobQueue> {
  const address = addressOf(url, process.env);
  const { Queue, Redis } = await libraries();
  await probe(Redis, address);
  const queue = new Queue<string, string>(QUEUE, { connection: address.options });
  queue.on("error", () => {});
  // Reads what a job holds without the data that came with it.
  const fields = new Redis(address.options);
  fields.on("error", () => {});
  return new BullQueue(queue, fields);
}

/** The side of a worker that does so many jobs at a time. @throws InputError as `connectQueue` */
export async function connectWorker(url: string, concurrency: number): Promise<JobSource> {
  const address = addressOf(url, process.env);
  const { Worker, Redis } = await libraries();
  await probe(Redis, address);
  return {
    async serve(handle, signal) {
      const worker = new Worker<string, string>(QUEUE, (job) => handle(job.data), {
        connection: address.options,
        concurrency,
        lockDuration: LOCK,
        stalledInterval: STALLED_LOOK,
        maxStalledCount: MOST_LOST - 1,
        autorun: false,
      });
      worker.on("error", () => {});
      const stopped = new Promise<never>((_, reject) => {
        const stop = (): void => reject(signal.reason as Error);
        if (signal.aborted) stop();
        else signal.addEventListener("abort", stop, { once: true });
      });
      try {
        await Promise.race([worker.run(), stopped]);
      } finally {
        await worker.close(true);
      }
    },
  };
}

class BullQueue implements JobQueue {
  constructor(
    private readonly queue: BullMQ.Queue<string, string>,
    private readonly fields: InstanceType<RedisClass>,
  ) {}

  async add({ id, payload }: QueuedJob): Promise<void> {
    await this.queue.add("job", payload, { jobId: id, attempts: MOST_TRIES, backoff: { type: "fixed", delay: 500 } });
  }

  async states(ids: readonly string[]): Promise<QueueState[]> {
    return Promise.all(
      ids.map(async (id): Promise<QueueState> => {
        const [added, finished, result, reason, made, lost] = await this.fields.hmget(
          this.queue.toKey(id),
          "timestamp",
          "finishedOn",
          "returnvalue",
          "failedReason",
          "atm",
          "stc",
        );
        if (added === null) return { kind: "unknown" };
        if (finished === null) return { kind: "open" };
        if (result !== null) return { kind: "done", result: JSON.parse(result) as string };
        return { kind: "failed", tries: Math.max(Number(made), Number(lost)), reason: reason ?? "" };
      }),
    );
  }

  async forget(id: string): Promise<void> {
    await this.queue.remove(id);
  }

  async close(): Promise<void> {
    this.fields.disconnect();
    await this.queue.close();
  }
}

type RedisClass = typeof IORedis.Redis;

/** Loaded when a queue is asked for only. @throws InputError `bad_option` where it is not installed */
async function libraries(): Promise<Pick<typeof BullMQ, "Queue" | "Worker"> & Pick<typeof IORedis, "Redis">> {
  try {
    const [{ Queue, Worker }, { Redis }] = await Promise.all([import("bullmq"), import("ioredis")]);
    return { Queue, Worker, Redis };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError("queue_packages", {});
  }
}

/** Connects once, so that what is wrong is said before anything is computed. @throws InputError `queue_unreachable` */
async function probe(Redis: RedisClass, { options, told }: Address): Promise<void> {
  const client = new Redis({ ...options, lazyConnect: true, connectTimeout: PATIENCE, retryStrategy: () => null });
  let reason: unknown;
  client.on("error", (error: unknown) => {
    reason = error;
  });
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw new InputError("queue_unreachable", { address: told, reason: shortReason(reason ?? error) });
  } finally {
    client.disconnect();
  }
}

/** The kind of failure only: messages of a connection may quote what was sent. */
function shortReason(error: unknown): string {
  const { code, message = "" } = error as { readonly code?: string; readonly message?: string };
  if (code !== undefined) return code;
  return /^(NOAUTH|WRONGPASS|NOPERM)/.exec(message)?.[0] ?? "connection failed";
}

/** @throws InputError `bad_option`, which never repeats what was given */
export function addressOf(url: string, environment: Readonly<Record<string, string | undefined>>): Address {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^rediss?:$/.test(parsed.protocol) || parsed.hostname === "")
    throw new InputError("queue_address", {});
  if (parsed.username !== "" || parsed.password !== "") throw new InputError("queue_credentials", {});
  const {
    KPI_ANOMALY_QUEUE_USERNAME: username,
    KPI_ANOMALY_QUEUE_PASSWORD: password,
    KPI_ANOMALY_QUEUE_CA: ca,
  } = environment;
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const port = Number(parsed.port || 6379);
  const secure = parsed.protocol === "rediss:";
  return {
    options: {
      host,
      port,
      db: Number(parsed.pathname.slice(1)) || 0,
      ...(username ? { username } : {}),
      ...(password ? { password } : {}),
      // A bare address is no name that a certificate's server could be asked by (RFC 6066).
      ...(secure
        ? { tls: { ...(isIP(host) ? {} : { servername: host }), ...(ca ? { ca: certificates(ca) } : {}) } }
        : {}),
      maxRetriesPerRequest: null,
    },
    told: `${parsed.hostname}:${port}`,
  };
}

function certificates(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError("queue_certificates", { file });
  }
}
