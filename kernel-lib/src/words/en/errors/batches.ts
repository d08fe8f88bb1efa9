import type { BatchProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { Writer } from "../../writer.js";

/** Batches of files, the machines that share them, and the room of a process. */
export const batches: ErrorSentencesOf<BatchProblems> = {
  no_room_to_work: ({ limit, left, needed }, write) => [
    `This process may have ${megabytes(limit, write)} of address space, of which ${megabytes(left, write)} are left; ${megabytes(needed, write)} are needed.`,
    "Raise the limit (ulimit -v unlimited), or limit resident memory instead.",
  ],
  shard_option: ({ text }, write) => [
    `--shard needs a number of so many, not ${write.quoted(text)}.`,
    "For example --shard 3/8.",
  ],
  count_option: ({ option }) => [`${option} needs a number from 1.`, `For example ${option} 2.`],
  options_together: ({ one, other }) => [`${one} and ${other} cannot be used together.`, "Leave one of them out."],
  names_no_file: ({ name }) => [`${name} names no file.`, "A file, a folder, a pattern or a list of files is needed."],
  manifest_line: ({ manifest, line }, write) => [
    `Line ${write.count(line)} of ${manifest} names no file.`,
    'A line is a path or an object such as {"file": "store-1.csv"}.',
  ],
  no_batch: ({ folder }) => [`${folder} holds no batch.`, "kpi-anomaly batch makes one with --out."],
  queue_address: () => ["--queue needs an address such as redis://host:6379.", "With TLS: rediss://host:6379."],
  queue_credentials: () => [
    "Credentials do not belong into --queue, where every user of the machine can see them.",
    "Set KPI_ANOMALY_QUEUE_USERNAME and KPI_ANOMALY_QUEUE_PASSWORD instead.",
  ],
  queue_packages: () => ["--queue needs the packages bullmq and ioredis.", "Install them: npm install bullmq ioredis."],
  queue_certificates: ({ file }) => [
    `The certificates in ${file} cannot be read.`,
    "KPI_ANOMALY_QUEUE_CA names their file.",
  ],
  queue_unreachable: ({ address, reason }) => [
    `The queue at ${address} cannot be used (${reason}).`,
    "Check that Redis runs there, and KPI_ANOMALY_QUEUE_USERNAME and KPI_ANOMALY_QUEUE_PASSWORD where it asks for them.",
  ],
};

function megabytes(bytes: number, write: Writer): string {
  return `${write.count(Math.round(bytes / 1e6))} MB`;
}
