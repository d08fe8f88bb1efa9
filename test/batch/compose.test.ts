import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { addressOf } from "../../kernel-lib/src/batch/bull-queue.js";

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly depends_on?: readonly string[];
}

const library = JSON.parse(readFileSync(new URL("../../kernel-lib/package.json", import.meta.url), "utf8")) as {
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const { services, volumes } = parse(readFileSync(new URL("../../deploy/compose.yaml", import.meta.url), "utf8")) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};

test("the workers of the compose file take the versions that are tested, and find its Redis", () => {
  const { worker, redis } = services;
  const [, , command] = worker.command;
  for (const name of ["bullmq", "ioredis"]) expect(command).toContain(`${name}@${library.peerDependencies[name]}`);
  const [, url] = /--queue (\S+)/.exec(command) ?? [];
  const { options } = addressOf(url, { KPI_ANOMALY_QUEUE_PASSWORD: "secret" });
  expect(Object.keys(services)).toContain(options.host);
  expect(worker.depends_on).toEqual([options.host]);
  for (const { environment } of [worker, redis]) expect(environment).toHaveProperty("KPI_ANOMALY_QUEUE_PASSWORD");
});

test("images, volumes and secrets of the compose file are whole", () => {
  const { worker, redis } = services;
  for (const { image } of [worker, redis]) expect(image).toMatch(/^[a-z]+:\d+-alpine$/);
  const engines = Number(/\d+/.exec(library.engines.node)?.[0]);
  expect(Number(/:(\d+)/.exec(worker.image)?.[1])).toBeGreaterThanOrEqual(engines);
  // Compose would put in what the environment of the host says for a single dollar.
  for (const { command } of [worker, redis]) expect(command[2].replaceAll("$$", "")).not.toContain("$");
  const named = redis.volumes.map((volume) => volume.split(":")[0]);
  expect(named.every((name) => name in volumes)).toBe(true);
  expect(worker.volumes[0].endsWith(":ro")).toBe(true);
});
