import { closeSync, createWriteStream, existsSync, openSync, writeFileSync, type WriteStream } from "node:fs";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { dirname, join, resolve } from "node:path";
import { InputError } from "../errors.js";
import { scoreFormats, type ScoreFormatName } from "../export/scores/score-formats.js";
import { fileLines } from "./file-lines.js";
import type { Job } from "./job.js";

/** A job as the list of a batch names it. */
export type ListedJob = Pick<Job, "id" | "file" | "part">;

/** A job that was given up: after how many tries, and why. */
export interface GivenUp extends ListedJob {
  readonly tries: number;
  readonly reason: string;
}

/**
 * The folder of a batch: `jobs.jsonl`, the list of its jobs; `results/`, a file for each job that is done, by its
 * fingerprint; `failed/`, one for each that was given up; `scores/` on request. Every file is written whole or not at all, so
 * whatever ends a run, the next one goes on from what is there.
 */
export class ResultFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** Makes the folder, with room for scores where they are asked for. @throws InputError `file_not_writable` */
  async open(scores: boolean = false): Promise<void> {
    try {
      await mkdir(join(this.path, "results"), { recursive: true });
      if (scores) await mkdir(join(this.path, "scores"), { recursive: true });
    } catch (error) {
      throw new InputError("not_writable", { path: this.path, reason: String((error as NodeJS.ErrnoException).code) });
    }
  }

  /** Whether all that a job leaves is there. */
  has({ id, scores }: Pick<Job, "id" | "scores">): boolean {
    return existsSync(this.#result(id)) && (scores === null || existsSync(scores));
  }

  async keep(id: string, result: string): Promise<void> {
    await this.write(this.#result(id), result);
    await rm(this.#failed(id), { force: true });
  }

  async giveUp(job: GivenUp): Promise<void> {
    await this.write(this.#failed(job.id), `${JSON.stringify(job)}\n`);
  }

  async givenUp(id: string): Promise<GivenUp | null> {
    const text = await textOf(this.#failed(id));
    return text === null ? null : (JSON.parse(text) as GivenUp);
  }

  scoresOf(id: string, format: ScoreFormatName): string {
    return join(this.path, "scores", id.slice(0, 2), `${id}${scoreFormats[format].ending}`);
  }

  /** Writes the list of jobs anew; it takes the place of the former one when `done` is called. */
  async newList(): Promise<JobList> {
    return JobList.create(join(this.path, "jobs.jsonl"));
  }

  /** The jobs of the batch, one after the other. @throws InputError `no_batch` where there has been none */
  *jobs(): Generator<ListedJob> {
    const list = join(this.path, "jobs.jsonl");
    if (!existsSync(list)) throw new InputError("no_batch", { folder: this.path });
    for (const line of fileLines(list)) yield JSON.parse(line) as ListedJob;
  }

  /** The lines of a result, one after the other; null where the job is not done. */
  resultLines(id: string): Iterable<string> | null {
    const path = this.#result(id);
    return existsSync(path) ? fileLines(path) : null;
  }

  /** The path of a folder for what is needed while this one is read. */
  scratch(): string {
    return partOf(join(this.path, "merge"));
  }

  /** Writes a file of the folder whole, piece by piece where it comes so. @throws InputError `file_not_writable` */
  async write(file: string, text: string | Iterable<string | Uint8Array>): Promise<void> {
    const path = resolve(this.path, file);
    const part = partOf(path);
    try {
      await mkdir(dirname(path), { recursive: true });
      if (typeof text === "string") await writeFile(part, text);
      else writePieces(part, text);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true }).catch(() => {});
      throw new InputError("not_writable", { path, reason: String((error as NodeJS.ErrnoException).code) });
    }
  }

  /** Removes what runs that were ended left unfinished: nothing else may be writing. */
  async tidy(): Promise<void> {
    await removeParts(this.path);
    for (const kind of ["results", "scores"]) {
      const path = join(this.path, kind);
      if (!existsSync(path)) continue;
      for (const folder of await readdir(path, { withFileTypes: true }))
        if (folder.isDirectory()) await removeParts(join(path, folder.name));
    }
  }

  #result(id: string): string {
    return join(this.path, "results", id.slice(0, 2), `${id}.jsonl`);
  }

  #failed(id: string): string {
    return join(this.path, "failed", `${id}.json`);
  }
}

/** The list of jobs while it is written. */
export class JobList {
  private constructor(
    private readonly path: string,
    private readonly part: string,
    private readonly stream: WriteStream,
  ) {}

  static create(path: string): JobList {
    const part = partOf(path);
    const stream = createWriteStream(part);
    // Said by whoever writes next; nobody listens once the list is dropped.
    stream.on("error", () => {});
    return new JobList(path, part, stream);
  }

  /** @throws InputError `file_not_writable` */
  async add({ id, file, part }: ListedJob): Promise<void> {
    if (!this.stream.write(`${JSON.stringify({ id, file, part })}\n`)) await this.#until("drain");
  }

  /** The list takes the place of the former one. @throws InputError `file_not_writable` */
  async done(): Promise<void> {
    this.stream.end();
    await this.#until("close");
    await rename(this.part, this.path);
  }

  async drop(): Promise<void> {
    this.stream.destroy();
    // Until it is closed the file may yet be opened: it would come back.
    if (!this.stream.closed) await new Promise<void>((closed) => void this.stream.once("close", closed));
    await rm(this.part, { force: true });
  }

  async #until(event: "drain" | "close"): Promise<void> {
    try {
      // A stream that has failed tells nothing any more: it would be waited for without end.
      if (this.stream.errored) throw this.stream.errored;
      await once(this.stream, event);
    } catch (error) {
      throw new InputError("not_writable", { path: this.path, reason: String((error as NodeJS.ErrnoException).code) });
    }
  }
}

/** Each piece as soon as it is there: none waits beside others. */
function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}

async function removeParts(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.endsWith(".part")) await rm(join(folder, name), { recursive: true, force: true });
}

let parts = 0;

function partOf(path: string): string {
  return `${path}.${process.pid}-${parts++}.part`;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
