import { createRequire } from "node:module";
import type * as ZeroMq from "zeromq";
import { InputError } from "../../errors.js";

/**
 * The ZeroMQ that tslab brings, found as tslab finds it.
 *
 * @param from whose neighbour tslab is: the address of a module or folder
 * @throws InputError `file_not_found` when tslab is not installed there, or its ZeroMQ does not start on this machine.
 */
export function loadZeroMq(from: string = import.meta.url): typeof ZeroMq {
  let tslab: string;
  try {
    tslab = createRequire(from).resolve("tslab/package.json");
  } catch {
    throw new InputError("no_tslab", {});
  }
  try {
    return createRequire(tslab)("zeromq") as typeof ZeroMq;
  } catch (error) {
    throw new InputError("no_zeromq", { reason: (error as Error).message.split("\n")[0] });
  }
}
