import type { BatchProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { Writer } from "../../writer.js";

/** Stapel von Dateien, die Rechner, die sie sich teilen, und der Platz eines Prozesses. */
export const batches: ErrorSentencesOf<BatchProblems> = {
  no_room_to_work: ({ limit, left, needed }, write) => [
    `Dieser Prozess darf ${megabytes(limit, write)} Adressraum haben, davon sind ${megabytes(left, write)} frei; nötig sind ${megabytes(needed, write)}.`,
    "Heben Sie die Grenze an (ulimit -v unlimited), oder begrenzen Sie stattdessen den belegten Speicher.",
  ],
  shard_option: ({ text }, write) => [
    `--shard braucht eine Nummer von so vielen, nicht ${write.quoted(text)}.`,
    "Zum Beispiel --shard 3/8.",
  ],
  count_option: ({ option }) => [`${option} braucht eine Zahl ab 1.`, `Zum Beispiel ${option} 2.`],
  options_together: ({ one, other }) => [`${one} und ${other} gehen nicht zusammen.`, "Lassen Sie eines davon weg."],
  names_no_file: ({ name }) => [
    `${name} nennt keine Datei.`,
    "Nötig ist eine Datei, ein Ordner, ein Muster oder eine Liste von Dateien.",
  ],
  manifest_line: ({ manifest, line }, write) => [
    `Zeile ${write.count(line)} von ${manifest} nennt keine Datei.`,
    'Eine Zeile ist ein Pfad oder ein Objekt wie {"file": "store-1.csv"}.',
  ],
  no_batch: ({ folder }) => [`${folder} enthält keinen Stapel.`, "kpi-anomaly batch legt mit --out einen an."],
  queue_address: () => ["--queue braucht eine Adresse wie redis://host:6379.", "Mit TLS: rediss://host:6379."],
  queue_credentials: () => [
    "Zugangsdaten gehören nicht in --queue, wo sie jeder auf dem Rechner sehen kann.",
    "Setzen Sie stattdessen KPI_ANOMALY_QUEUE_USERNAME und KPI_ANOMALY_QUEUE_PASSWORD.",
  ],
  queue_packages: () => [
    "--queue braucht die Pakete bullmq und ioredis.",
    "Installieren Sie sie: npm install bullmq ioredis.",
  ],
  queue_certificates: ({ file }) => [
    `Die Zertifikate in ${file} lassen sich nicht lesen.`,
    "KPI_ANOMALY_QUEUE_CA nennt ihre Datei.",
  ],
  queue_unreachable: ({ address, reason }) => [
    `Die Warteschlange unter ${address} ist nicht nutzbar (${reason}).`,
    "Prüfen Sie, ob Redis dort läuft und ob KPI_ANOMALY_QUEUE_USERNAME und KPI_ANOMALY_QUEUE_PASSWORD stimmen, wo es danach fragt.",
  ],
};

function megabytes(bytes: number, write: Writer): string {
  return `${write.count(Math.round(bytes / 1e6))} MB`;
}
