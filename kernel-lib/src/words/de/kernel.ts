import type { KernelSentences } from "../subjects/kernel-facts.js";

/** Was der Kernel eines Notebooks selbst sagt. */
export const kernel: KernelSentences = {
  interrupted: () => "Die Zelle wurde unterbrochen.",
  cancelled: () => "Die Zelle lief nicht: Das Notebook wurde unterbrochen, bevor sie an der Reihe war.",
  unstoppable: () => "Die Zelle ließ sich nicht anhalten, daher wurde der Prozess des Notebooks beendet.",
  restarted: () => "Das Notebook wurde neu gestartet.",
  closed: () => "Das Notebook wurde geschlossen.",
  outOfMemory: () => "Dem Prozess des Notebooks ging der Speicher aus, er wurde beendet.",
  endedBySignal: ({ signal }) => `Der Prozess des Notebooks wurde durch ${signal} beendet.`,
  endedByCell: ({ code }) => `Die Zelle hat den Prozess des Notebooks beendet (Exit-Code ${code}).`,
  variablesGone: ({ reason }) =>
    `${reason} Die Variablen sind verloren: Führen Sie die Zellen darüber noch einmal aus.`,
  notStarted: ({ reason }) => `Der Prozess des Notebooks ließ sich nicht starten (${reason}).`,
  noStart: ({ said }) => `Der Prozess des Notebooks ist nicht gestartet.\n${said}\n`,
  fault: ({ message }) => `In der Notebook-Engine ist ein Fehler aufgetreten, bitte melden Sie ihn.\n${message}\n`,
  nobodyToAsk: () => "Hier kann niemand nach einer Eingabe gefragt werden.",
  unshown: ({ trace }) => `Der Wert konnte sich nicht darstellen. ${trace}`,
  uncaught: ({ trace }) => `Nicht abgefangen, außerhalb der Zelle, die ihn ausgelöst hat: ${trace}`,
};
