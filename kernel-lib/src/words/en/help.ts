import type { HelpWords } from "../subjects/help-words.js";

/** What `kpi-anomaly --help` says. */
export const help: HelpWords = {
  about: "Find the moments of a KPI file that are not normal: how far off, why, and how sure.",
  titles: {
    usage: "Usage:",
    arguments: "Arguments:",
    commands: "Commands:",
    read: "How the file is read:",
    group: "How rows are put together:",
    decide: "What counts as an anomaly:",
    options: "Options:",
  },
  usually: (value) => `usually ${value}`,
  helpOption: "show this help",
  versionOption: "show the version",
  helpCommand: "Show the help of a command.",
};
