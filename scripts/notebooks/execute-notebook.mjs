import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { repositoryRoot } from "../machine/repository-root.mjs";

/**
 * @typedef {{ output_type: string, name?: string, text?: string | string[], ename?: string, evalue?: string, data?: Record<string, unknown> }} Output
 * @typedef {{ cell_type: string, source: string | string[], execution_count?: number | null, outputs?: Output[] }} Cell
 * @typedef {{ cells: Cell[], metadata: Record<string, unknown> }} Notebook
 *
 * @typedef {object} Execution
 * @property {Notebook} notebook with its new outputs
 * @property {string[]} failures one line a cell that failed; empty when all went well
 */

/** Of `.jupyter/`: it starts on its own what a notebook runs on everywhere, without our kernel being installed. */
const kernel = "tslab";

/**
 * Runs every cell of a notebook in Jupyter, headless, with the tslab kernel of this repository, whatever kernel the notebook
 * names. The file is left as it is.
 * tslab reports an error as text on stderr and goes on, so a cell that printed to stderr counts as failed too.
 *
 * @param {string} path the .ipynb file; its folder is the working directory of the cells
 * @param {number} [seconds] longest time one cell may take
 * @returns {Promise<Execution>}
 */
export async function executeNotebook(path, seconds = 300) {
  const home = mkdtempSync(join(tmpdir(), "kpi-anomaly-notebook-"));
  try {
    const { code, printed } = await nbconvert(home, [
      "--to",
      "notebook",
      "--execute",
      "--allow-errors",
      `--ExecutePreprocessor.timeout=${seconds}`,
      `--ExecutePreprocessor.kernel_name=${kernel}`,
      "--output-dir",
      home,
      "--output",
      basename(path),
      path,
    ]);
    if (code !== 0)
      return { notebook: readNotebook(path), failures: [`Jupyter ended with exit code ${code}:\n${printed}`] };
    const notebook = readNotebook(join(home, basename(path)));
    return { notebook, failures: failuresIn(notebook) };
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** @param {string} path @returns {Notebook} */
export function readNotebook(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * The text of a stream as a terminal shows it in the end: of a line that was written over only what stood there last.
 * @param {Output} output
 * @returns {string}
 */
export function settledText({ text = "" }) {
  return [text]
    .flat()
    .join("")
    .split("\n")
    .map((line) => line.slice(line.lastIndexOf("\r") + 1).trimEnd())
    .join("\n");
}

/**
 * Every sentence that a notebook's cells say of their data: what they print, and the headings of the tables they show.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function sentencesIn(notebook) {
  return notebook.cells.flatMap((cell) =>
    (cell.outputs ?? []).flatMap((output) =>
      output.output_type === "stream"
        ? settledText(output).trim().split("\n")
        : [[output.data?.["text/plain"] ?? ""].flat().join("").split("\n")[0]],
    ),
  );
}

/** What failed when a notebook got the outputs it has: one line for each error and each text on stderr. @param {Notebook} notebook */
export function failuresIn(notebook) {
  return notebook.cells.flatMap((cell, index) =>
    (cell.outputs ?? [])
      .filter((output) => output.output_type === "error" || output.name === "stderr")
      .map(
        (output) =>
          `cell ${index + 1}: ${output.ename === undefined ? [output.text].flat().join("") : `${output.ename}: ${output.evalue}`}`,
      ),
  );
}

/** @param {string} home @param {string[]} parameters @returns {Promise<{ code: number | null, printed: string }>} */
function nbconvert(home, parameters) {
  const environment = {
    ...process.env,
    // Colours would be part of the outputs.
    FORCE_COLOR: "0",
    NO_COLOR: "1",
    JUPYTER_PATH: [join(repositoryRoot, ".jupyter"), process.env.JUPYTER_PATH].filter(Boolean).join(delimiter),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    IPYTHONDIR: join(home, "ipython"),
  };
  // At the head of a process group, so that the kernel never outlives this process.
  const child = spawn("jupyter-nbconvert", parameters, {
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const endGroup = () => {
    try {
      process.kill(-(/** @type {number} */ (child.pid)), "SIGKILL");
    } catch {
      // Already over.
    }
  };
  process.once("exit", endGroup);
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (/** @type {Buffer} */ chunk) => (printed += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("exit", endGroup);
      endGroup();
      resolve({ code, printed });
    });
  });
}
