import { expect, test } from "vitest";
import { addressOf } from "../../kernel-lib/src/batch/bull-queue.js";

test("the address of a queue holds no credentials; they come from the environment", () => {
  expect(() => addressOf("redis://user:secret@host:6379", {})).toThrow(/Credentials do not belong/);
  expect(() => addressOf("redis://user:secret@host:6379", {})).not.toThrow(/secret/);
  expect(() => addressOf("http://host", {})).toThrow(/needs an address/);
  const { options, told } = addressOf("rediss://host:7000/2", { KPI_ANOMALY_QUEUE_PASSWORD: "secret" });
  expect(options).toMatchObject({ host: "host", port: 7000, db: 2, password: "secret", tls: { servername: "host" } });
  expect(told).toBe("host:7000");
});
