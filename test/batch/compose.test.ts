import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { addressOf } from "../../kernel-lib/src/batch/bull-queue.js";

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: readonly string[];
}

const library = JSON.parse(readFileSync(new URL("../../kernel-lib/package.json", import.meta.url), "utf8")) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const { services } = parse(readFileSync(new URL("../../deploy/compose.yaml", import.meta.url), "utf8")) as {
  readonly services: Readonly<Record<string, Service>>;
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
