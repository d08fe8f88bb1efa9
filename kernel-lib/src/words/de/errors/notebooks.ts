import type { NotebookProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

/** Notebooks and their kernel. */
export const notebooks: ErrorSentencesOf<NotebookProblems> = {
  not_a_notebook: ({ file }) => [`${file} ist kein Jupyter-Notebook.`, "Nennen Sie eine .ipynb-Datei."],
  notebook_version: ({ file, version }) => [
    `${file} ist ein Notebook der Version ${version}; gebraucht wird Version 4.`,
    "Öffnen und speichern Sie es mit Jupyter; das bringt es auf den neuen Stand.",
  ],
  notebook_language: ({ file, language }) => [
    `Die Zellen von ${file} sind ${language}; gebraucht wird TypeScript.`,
    "Hier laufen nur Notebooks mit TypeScript.",
  ],
  engine_not_built: ({ program }) => [
    `Die Notebook-Maschine ${program} ist nicht gebaut.`,
    "Rufen Sie npm run build auf.",
  ],
  no_folder: ({ folder }) => [
    `Den Ordner ${folder} gibt es nicht.`,
    "Nennen Sie den Ordner, in dem das Notebook liegt.",
  ],
  no_tslab: () => [
    "Der Kernel braucht das Paket tslab, das neben kpi-anomaly nicht installiert ist.",
    "Rufen Sie npm install tslab dort auf, wo kpi-anomaly installiert ist (npm install --global tslab, wenn das global ist), und versuchen Sie es noch einmal.",
  ],
  no_zeromq: () => [
    "ZeroMQ, das tslab mitbringt, startet hier nicht.",
    "Rufen Sie npm install tslab noch einmal dort auf, wo kpi-anomaly installiert ist.",
  ],
  kernel_not_writable: ({ folder, reason }) => [
    `${folder} ließ sich nicht schreiben (${reason}).`,
    "Nennen Sie mit --prefix einen anderen Ort, oder installieren Sie mit --user nur für sich.",
  ],
  kernel_not_installed: ({ folder }) => [
    `Der Kernel ist in ${folder} nicht installiert.`,
    "jupyter kernelspec list zeigt, wo Kernel liegen; --prefix nennt einen anderen Ort.",
  ],
  no_connection_file: ({ path }) => [
    `Die Verbindungsdatei ${path} gibt es nicht.`,
    "Jupyter schreibt sie; starten Sie den Kernel aus Jupyter.",
  ],
  connection_file: ({ path }) => [
    `${path} ist keine Verbindungsdatei von Jupyter.`,
    "Starten Sie den Kernel aus Jupyter.",
  ],
  cell_failed: ({ cell, file, trace }) => [
    `Zelle ${cell} von ${file} schlug fehl:\n${trace}\n`,
    "Die Zellen danach liefen nicht; mit --allow-errors geht es weiter.",
  ],
};
