/** What a notebook's kernel has to say itself, beside what cells print. */
export interface KernelFacts {
  readonly interrupted: Record<never, never>;
  /** The cell waited for its turn when the notebook was interrupted. */
  readonly cancelled: Record<never, never>;
  readonly unstoppable: Record<never, never>;
  readonly restarted: Record<never, never>;
  readonly closed: Record<never, never>;
  readonly outOfMemory: Record<never, never>;
  readonly endedBySignal: { readonly signal: string };
  readonly endedByCell: { readonly code: number | null };
  /** What follows from the end of the process, behind its reason. */
  readonly variablesGone: { readonly reason: string };
  readonly notStarted: { readonly reason: string };
  /** What the process said last, before anything ran. */
  readonly noStart: { readonly said: string };
  readonly fault: { readonly message: string };
  readonly nobodyToAsk: Record<never, never>;
  readonly unshown: { readonly trace: string };
  /** An error of what a cell left running. */
  readonly uncaught: { readonly trace: string };
}

/** A sentence for each; they need nothing of a language's writer, so that a kernel starts without the whole catalogue. */
export type KernelSentences = { readonly [Word in keyof KernelFacts]: (facts: KernelFacts[Word]) => string };
