import { existsSync } from "node:fs";
import { InputError } from "../../errors.js";
import { plainError } from "../plain-error.js";
import { CellProcess, type ProcessOptions } from "./cell-process-client.js";
import type { AskPerson, CellOutcome, CellOutput, NotebookEngine } from "../notebook-engine.js";
import { snapshotFile } from "../running/startup-snapshot.js";
import { languageOf, type Language } from "../../words/language.js";
import { kernelText } from "../../words/subjects/kernel-text.js";
import { languageVariable, libraryVariable, type RequestName, type Requests } from "./process-messages.js";

/** How the process of a notebook is started. */
export interface EngineOptions {
  /** Working directory of the cells: the notebook's folder. Imports are found from here. */
  readonly folder: string;
  /** The bundled program of the notebook's process (`program/cell-process.mjs` as bundle-notebook.mjs writes it). */
  readonly program: string;
  /** Folder of the `kpi-anomaly` package for notebooks that have none installed near them. */
  readonly library?: string;
  /** Node to run it with; this process's own when left out. */
  readonly node?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** In which the engine speaks; as `KPI_ANOMALY_LANGUAGE` says when left out, else English. */
  readonly language?: Language;
  /** Most memory for the cells' values, in megabytes; Node's own limit when left out. */
  readonly memory?: number;
  /** Folder for startup snapshots, which let later processes start in half the time; none are made when left out. */
  readonly snapshots?: string;
  /** Told when the process ended by itself; the next cell starts another one. */
  readonly ended?: (reason: string) => void;
}

/** How long a cell may ignore an interrupt, in milliseconds. */
const patience = 3000;

/**
 * A notebook engine that runs the cells in a process of their own: a crash, an endless loop or a lack of memory there
 * cannot harm this one. The process starts at once.
 *
 * @throws InputError `file_not_found` when the folder or the program is not there.
 */
export function createProcessEngine(options: EngineOptions): NotebookEngine {
  return new ProcessEngine(options);
}

class ProcessEngine implements NotebookEngine {
  readonly #options: ProcessOptions;
  readonly #ended: (reason: string) => void;
  #process: CellProcess | undefined;
  #count = 0;
  #last: Promise<unknown> = Promise.resolve();
  /** Raised to let go of the cells that wait. */
  #round = 0;
  #running = false;
  #disposed = false;

  constructor({
    folder,
    program,
    library,
    node = process.execPath,
    environment = {},
    language = languageOf(process.env[languageVariable] ?? "en"),
    memory,
    snapshots,
    ended = () => {},
  }: EngineOptions) {
    if (!existsSync(program)) throw new InputError("engine_not_built", { program });
    if (!existsSync(folder)) throw new InputError("no_folder", { folder });
    const all = library === undefined ? environment : { ...environment, [libraryVariable]: library };
    this.#options = {
      folder,
      program,
      node,
      environment: all,
      memory,
      language,
      snapshot:
        snapshots === undefined ? undefined : snapshotFile(snapshots, { node, program, folder, environment: all }),
    };
    this.#ended = ended;
    this.#start();
  }

  async ready(): Promise<void> {
    await this.#start().ready;
  }

  execute(code: string, show: (output: CellOutput) => void, count?: number, person?: AskPerson): Promise<CellOutcome> {
    const round = this.#round;
    const outcome = this.#last.then(() =>
      round === this.#round
        ? this.#run(code, show, count ?? this.#count + 1, person)
        : cancelled(this.#count, this.#options.language),
    );
    this.#last = outcome;
    return outcome;
  }

  async interrupt(): Promise<void> {
    this.#round++;
    const process = this.#process;
    if (!this.#running || process === undefined) return;
    process.interrupt();
    const killer = setTimeout(() => process.kill(kernelText("unstoppable", {}, this.#options.language)), patience);
    await this.#last;
    clearTimeout(killer);
  }

  async restart(): Promise<void> {
    this.#round++;
    this.#count = 0;
    await this.#stop(kernelText("restarted", {}, this.#options.language));
    if (!this.#disposed) this.#start();
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#round++;
    await this.#stop(kernelText("closed", {}, this.#options.language));
  }

  complete: NotebookEngine["complete"] = (where, offset) => this.#ask("complete", { where, offset });
  hover: NotebookEngine["hover"] = (where, offset) => this.#ask("hover", { where, offset });
  signatures: NotebookEngine["signatures"] = (where, offset) => this.#ask("signatures", { where, offset });
  problems: NotebookEngine["problems"] = (where) => this.#ask("problems", { where });
  completeness: NotebookEngine["completeness"] = (code) => this.#ask("completeness", { code });
  variables: NotebookEngine["variables"] = () => this.#ask("variables", {});

  #ask<Name extends RequestName>(name: Name, content: Requests[Name]["in"]): Promise<Requests[Name]["out"]> {
    return this.#start().ask(name, content);
  }

  async #run(
    code: string,
    show: (output: CellOutput) => void,
    count: number,
    person: AskPerson | undefined,
  ): Promise<CellOutcome> {
    this.#count = count;
    if (this.#disposed) return cancelled(count, this.#options.language);
    this.#running = true;
    const process = this.#start();
    process.show = show;
    process.person = person;
    try {
      return await process.ask("execute", { code, count });
    } catch (error) {
      return {
        status: "error",
        count,
        error: plainError(
          "ProcessEnded",
          kernelText("variablesGone", { reason: (error as Error).message }, this.#options.language),
        ),
      };
    } finally {
      this.#running = false;
    }
  }

  #start(): CellProcess {
    this.#process ??= new CellProcess(this.#options, (process, { reason, wanted }) => {
      if (this.#process === process) this.#process = undefined;
      if (!wanted) this.#ended(reason);
    });
    return this.#process;
  }

  async #stop(reason: string): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    await process?.end(reason);
  }
}

function cancelled(count: number, language: Language): CellOutcome {
  return {
    status: "error",
    count,
    error: plainError("Cancelled", kernelText("cancelled", {}, language)),
  };
}
