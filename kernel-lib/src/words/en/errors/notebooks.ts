import type { NotebookProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

/** Notebooks and their kernel. */
export const notebooks: ErrorSentencesOf<NotebookProblems> = {
  not_a_notebook: ({ file }) => [`${file} is not a Jupyter notebook.`, "Name an .ipynb file."],
  notebook_version: ({ file, version }) => [
    `${file} is a notebook of version ${version}; version 4 is needed.`,
    "Open and save it with Jupyter, which brings it up to date.",
  ],
  notebook_language: ({ file, language }) => [
    `The cells of ${file} are ${language}; TypeScript is needed.`,
    "Only TypeScript notebooks can be run here.",
  ],
  engine_not_built: ({ program }) => [`The notebook engine ${program} is not built.`, "Run npm run build."],
  no_folder: ({ folder }) => [`There is no folder ${folder}.`, "Name the folder the notebook lies in."],
  no_tslab: () => [
    "The kernel needs the package tslab, which is not installed beside kpi-anomaly.",
    "Run npm install tslab where kpi-anomaly is installed (npm install --global tslab if that is global), then try again.",
  ],
  no_zeromq: () => [
    "ZeroMQ, which tslab brings, does not start here.",
    "Run npm install tslab again where kpi-anomaly is installed.",
  ],
  kernel_not_writable: ({ folder, reason }) => [
    `${folder} could not be written (${reason}).`,
    "Name another place with --prefix, or install for yourself with --user.",
  ],
  kernel_not_installed: ({ folder }) => [
    `The kernel is not installed in ${folder}.`,
    "jupyter kernelspec list shows where kernels are; --prefix names another place.",
  ],
  no_connection_file: ({ path }) => [
    `There is no connection file ${path}.`,
    "Jupyter writes it; start the kernel from Jupyter.",
  ],
  connection_file: ({ path }) => [`${path} is no connection file of Jupyter.`, "Start the kernel from Jupyter."],
  cell_failed: ({ cell, file, trace }) => [
    `Cell ${cell} of ${file} failed:\n${trace}\n`,
    "Cells after it did not run; --allow-errors goes on.",
  ],
};
