import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { BatchProblems } from "../../../input-problems.js";
import type { Writer } from "../../writer.js";

function megabytes(bytes: number, write: Writer): string {
  return `${write.count(Math.round(bytes / 1e6))} MB`;
}

/** Batches of files, the machines that share them, and the room of a process. */
export const batches: InEveryLanguage<ErrorSentencesOf<BatchProblems>> = {
  no_room_to_work: {
    en: ({ limit, left, needed }, write) => [
      `This process may have ${megabytes(limit, write)} of address space, of which ${megabytes(left, write)} are left; ${megabytes(needed, write)} are needed.`,
      "Raise the limit (ulimit -v unlimited), or limit resident memory instead.",
    ],
    de: ({ limit, left, needed }, write) => [
      `Dieser Prozess darf ${megabytes(limit, write)} Adressraum haben, davon sind ${megabytes(left, write)} frei; nötig sind ${megabytes(needed, write)}.`,
      "Heben Sie die Grenze an (ulimit -v unlimited), oder begrenzen Sie stattdessen den belegten Speicher.",
    ],
  },
  shard_option: {
    en: ({ text }, write) => [
      `--shard needs a number of so many, not ${write.quoted(text)}.`,
      "For example --shard 3/8.",
    ],
    de: ({ text }, write) => [
      `--shard braucht eine Nummer von so vielen, nicht ${write.quoted(text)}.`,
      "Zum Beispiel --shard 3/8.",
    ],
  },
  count_option: {
    en: ({ option }) => [`${option} needs a number from 1.`, `For example ${option} 2.`],
    de: ({ option }) => [`${option} braucht eine Zahl ab 1.`, `Zum Beispiel ${option} 2.`],
  },
  options_together: {
    en: ({ one, other }) => [`${one} and ${other} cannot be used together.`, "Leave one of them out."],
    de: ({ one, other }) => [`${one} und ${other} gehen nicht zusammen.`, "Lassen Sie eines davon weg."],
  },
  names_no_file: {
    en: ({ name }) => [`${name} names no file.`, "A file, a folder, a pattern or a list of files is needed."],
    de: ({ name }) => [
      `${name} nennt keine Datei.`,
      "Nötig ist eine Datei, ein Ordner, ein Muster oder eine Liste von Dateien.",
    ],
  },
  manifest_line: {
    en: ({ manifest, line }, write) => [
      `Line ${write.count(line)} of ${manifest} names no file.`,
      'A line is a path or an object such as {"file": "store-1.csv"}.',
    ],
    de: ({ manifest, line }, write) => [
      `Zeile ${write.count(line)} von ${manifest} nennt keine Datei.`,
      'Eine Zeile ist ein Pfad oder ein Objekt wie {"file": "store-1.csv"}.',
    ],
  },
  no_batch: {
    en: ({ folder }) => [`${folder} holds no batch.`, "kpi-anomaly batch makes one with --out."],
    de: ({ folder }) => [`${folder} enthält keinen Stapel.`, "kpi-anomaly batch legt mit --out einen an."],
  },
  queue_address: {
    en: () => ["--queue needs an address such as redis://host:6379.", "With TLS: rediss://host:6379."],
    de: () => ["--queue braucht eine Adresse wie redis://host:6379.", "Mit TLS: rediss://host:6379."],
  },
  queue_credentials: {
    en: () => [
      "Credentials do not belong into --queue, where every user of the machine can see them.",
      "Set KPI_ANOMALY_QUEUE_USERNAME and KPI_ANOMALY_QUEUE_PASSWORD instead.",
    ],
    de: () => [
      "Zugangsdaten gehören nicht in --queue, wo sie jeder auf dem Rechner sehen kann.",
      "Setzen Sie stattdessen KPI_ANOMALY_QUEUE_USERNAME und KPI_ANOMALY_QUEUE_PASSWORD.",
    ],
  },
  queue_packages: {
    en: () => ["--queue needs the packages bullmq and ioredis.", "Install them: npm install bullmq ioredis."],
    de: () => ["--queue braucht die Pakete bullmq und ioredis.", "Installieren Sie sie: npm install bullmq ioredis."],
  },
  queue_certificates: {
    en: ({ file }) => [`The certificates in ${file} cannot be read.`, "KPI_ANOMALY_QUEUE_CA names their file."],
    de: ({ file }) => [`Die Zertifikate in ${file} lassen sich nicht lesen.`, "KPI_ANOMALY_QUEUE_CA nennt ihre Datei."],
  },
  queue_unreachable: {
    en: ({ address, reason }) => [
      `The queue at ${address} cannot be used (${reason}).`,
      "Check that Redis runs there, and KPI_ANOMALY_QUEUE_USERNAME and KPI_ANOMALY_QUEUE_PASSWORD where it asks for them.",
    ],
    de: ({ address, reason }) => [
      `Die Warteschlange unter ${address} ist nicht nutzbar (${reason}).`,
      "Prüfen Sie, ob Redis dort läuft und ob KPI_ANOMALY_QUEUE_USERNAME und KPI_ANOMALY_QUEUE_PASSWORD stimmen, wo es danach fragt.",
    ],
  },
};
