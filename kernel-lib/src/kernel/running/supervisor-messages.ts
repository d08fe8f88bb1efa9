import type { ToProcess } from "../process/process-messages.js";

/** Shared memory of the process and its supervisor: 1 while the compiler works and must not be cut off. */
export const guardSlot = 0;
/** Interrupts the process has taken notice of. */
export const handledSlot = 1;
/** 1 once the process ends by itself. */
export const leavingSlot = 2;

/** From the supervisor to the thread that runs the cells. */
export type FromSupervisor = ToProcess;
