/**
 * The program that Jupyter starts, with the connection file as its argument. It stands apart from the command line so that
 * a kernel does not wait for code it never needs.
 */
import { InputError } from "../../errors.js";
import { startKernel } from "./start-kernel.js";

try {
  await startKernel(process.argv[2] ?? "");
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message} ${error.hint}\n`);
  process.exitCode = 2;
}
