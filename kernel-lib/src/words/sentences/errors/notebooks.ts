import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { NotebookProblems } from "../../../input-problems.js";

/** Notebooks and their kernel. */
export const notebooks: InEveryLanguage<ErrorSentencesOf<NotebookProblems>> = {
  not_a_notebook: {
    en: ({ file }) => [`${file} is not a Jupyter notebook.`, "Name an .ipynb file."],
    de: ({ file }) => [`${file} ist kein Jupyter-Notebook.`, "Nennen Sie eine .ipynb-Datei."],
  },
  notebook_version: {
    en: ({ file, version }) => [
      `${file} is a notebook of version ${version}; version 4 is needed.`,
      "Open and save it with Jupyter, which brings it up to date.",
    ],
    de: ({ file, version }) => [
      `${file} ist ein Notebook der Version ${version}; gebraucht wird Version 4.`,
      "Öffnen und speichern Sie es mit Jupyter; das bringt es auf den neuen Stand.",
    ],
  },
  notebook_language: {
    en: ({ file, language }) => [
      `The cells of ${file} are ${language}; TypeScript is needed.`,
      "Only TypeScript notebooks can be run here.",
    ],
    de: ({ file, language }) => [
      `Die Zellen von ${file} sind ${language}; gebraucht wird TypeScript.`,
      "Hier laufen nur Notebooks mit TypeScript.",
    ],
  },
  engine_not_built: {
    en: ({ program }) => [`The notebook engine ${program} is not built.`, "Run npm run build."],
    de: ({ program }) => [`Die Notebook-Maschine ${program} ist nicht gebaut.`, "Rufen Sie npm run build auf."],
  },
  no_folder: {
    en: ({ folder }) => [`There is no folder ${folder}.`, "Name the folder the notebook lies in."],
    de: ({ folder }) => [`Den Ordner ${folder} gibt es nicht.`, "Nennen Sie den Ordner, in dem das Notebook liegt."],
  },
  no_tslab: {
    en: () => [
      "The kernel needs the package tslab, which is not installed beside kpi-anomaly.",
      "Run npm install tslab where kpi-anomaly is installed (npm install --global tslab if that is global), then try again.",
    ],
    de: () => [
      "Der Kernel braucht das Paket tslab, das neben kpi-anomaly nicht installiert ist.",
      "Rufen Sie npm install tslab dort auf, wo kpi-anomaly installiert ist (npm install --global tslab, wenn das global ist), und versuchen Sie es noch einmal.",
    ],
  },
  no_zeromq: {
    en: () => [
      "ZeroMQ, which tslab brings, does not start here.",
      "Run npm install tslab again where kpi-anomaly is installed.",
    ],
    de: () => [
      "ZeroMQ, das tslab mitbringt, startet hier nicht.",
      "Rufen Sie npm install tslab noch einmal dort auf, wo kpi-anomaly installiert ist.",
    ],
  },
  kernel_not_writable: {
    en: ({ folder, reason }) => [
      `${folder} could not be written (${reason}).`,
      "Name another place with --prefix, or install for yourself with --user.",
    ],
    de: ({ folder, reason }) => [
      `${folder} ließ sich nicht schreiben (${reason}).`,
      "Nennen Sie mit --prefix einen anderen Ort, oder installieren Sie mit --user nur für sich.",
    ],
  },
  kernel_not_installed: {
    en: ({ folder }) => [
      `The kernel is not installed in ${folder}.`,
      "jupyter kernelspec list shows where kernels are; --prefix names another place.",
    ],
    de: ({ folder }) => [
      `Der Kernel ist in ${folder} nicht installiert.`,
      "jupyter kernelspec list zeigt, wo Kernel liegen; --prefix nennt einen anderen Ort.",
    ],
  },
  no_connection_file: {
    en: ({ path }) => [`There is no connection file ${path}.`, "Jupyter writes it; start the kernel from Jupyter."],
    de: ({ path }) => [
      `Die Verbindungsdatei ${path} gibt es nicht.`,
      "Jupyter schreibt sie; starten Sie den Kernel aus Jupyter.",
    ],
  },
  connection_file: {
    en: ({ path }) => [`${path} is no connection file of Jupyter.`, "Start the kernel from Jupyter."],
    de: ({ path }) => [`${path} ist keine Verbindungsdatei von Jupyter.`, "Starten Sie den Kernel aus Jupyter."],
  },
  cell_failed: {
    en: ({ cell, file, trace }) => [
      `Cell ${cell} of ${file} failed:\n${trace}\n`,
      "Cells after it did not run; --allow-errors goes on.",
    ],
    de: ({ cell, file, trace }) => [
      `Zelle ${cell} von ${file} schlug fehl:\n${trace}\n`,
      "Die Zellen danach liefen nicht; mit --allow-errors geht es weiter.",
    ],
  },
};
