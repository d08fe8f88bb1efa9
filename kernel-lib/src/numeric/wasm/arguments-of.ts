import { kernelArguments } from "./kernel-arguments.generated.js";

/** What a kernel is given, by the names that its source has. */
export type ArgumentsOf<Kernel extends keyof typeof kernelArguments> = Readonly<
  Record<(typeof kernelArguments)[Kernel][number], number>
>;

/** The arguments of a kernel in the order in which it finds them in memory. */
export function argumentsOf<Kernel extends keyof typeof kernelArguments>(
  kernel: Kernel,
  values: ArgumentsOf<Kernel>,
): number[] {
  const names: readonly (typeof kernelArguments)[Kernel][number][] = kernelArguments[kernel];
  return names.map((name) => values[name]);
}
