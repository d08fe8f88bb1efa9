import type { KernelSentences } from "../subjects/kernel-facts.js";

/** What a notebook's kernel says itself. */
export const kernel: KernelSentences = {
  interrupted: () => "The cell was interrupted.",
  cancelled: () => "The cell did not run: the notebook was interrupted before its turn.",
  unstoppable: () => "The cell could not be stopped, so the notebook's process was ended.",
  restarted: () => "The notebook was restarted.",
  closed: () => "The notebook was closed.",
  outOfMemory: () => "The notebook's process ran out of memory and was ended.",
  endedBySignal: ({ signal }) => `The notebook's process was ended by ${signal}.`,
  endedByCell: ({ code }) => `The cell ended the notebook's process (exit code ${code}).`,
  variablesGone: ({ reason }) => `${reason} Variables are gone: run the cells above again.`,
  notStarted: ({ reason }) => `The notebook's process could not be started (${reason}).`,
  noStart: ({ said }) => `The notebook's process did not start.\n${said}\n`,
  fault: ({ message }) => `The notebook engine met a fault of its own, please report it.\n${message}\n`,
  nobodyToAsk: () => "Nobody can be asked for input here.",
  unshown: ({ trace }) => `The value could not show itself. ${trace}`,
  uncaught: ({ trace }) => `Uncaught, outside the cell that started it: ${trace}`,
};
