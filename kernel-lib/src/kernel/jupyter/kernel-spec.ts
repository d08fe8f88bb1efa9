import { homedir, platform } from "node:os";
import { join } from "node:path";
import { mkdirSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InputError } from "../../errors.js";
import { loadZeroMq } from "./zero-mq.js";

/** The kernel's name in `jupyter kernelspec list` and in notebooks. */
export const kernelName: string = "kpi-typescript";

/** Where Jupyter looks for kernels: in an environment (`<prefix>/share/jupyter`), else the user's own place. */
export interface KernelPlace {
  readonly prefix?: string;
  /** Beside which module tslab is looked for; this one when left out. */
  readonly near?: string;
}

/**
 * Installs the kernel for Jupyter. Returns the folder of its kernel spec.
 *
 * @throws InputError `file_not_found` where tslab is missing, without which no kernel could start; `file_not_writable`.
 */
export function installKernel(place: KernelPlace): string {
  loadZeroMq(place.near);
  const folder = kernelFolder(place);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(), null, 2)}\n`);
    writeFileSync(join(folder, "logo-svg.svg"), logo);
  } catch (error) {
    throw new InputError("kernel_not_writable", { folder, reason: String((error as NodeJS.ErrnoException).code) });
  }
  return folder;
}

/** Removes the kernel. Returns the folder that was removed. @throws InputError `file_not_found` when it is not installed there. */
export function uninstallKernel(place: KernelPlace): string {
  const folder = kernelFolder(place);
  if (!existsSync(join(folder, "kernel.json"))) throw new InputError("kernel_not_installed", { folder });
  rmSync(folder, { recursive: true });
  return folder;
}

function kernelSpec(): object {
  const program = fileURLToPath(new URL("../../../dist/kernel/jupyter/kernel-program.js", import.meta.url));
  return {
    argv: [process.execPath, program, "{connection_file}"],
    display_name: "KPI TypeScript",
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}

function kernelFolder({ prefix }: KernelPlace): string {
  return join(prefix === undefined ? userFolder() : join(prefix, "share", "jupyter"), "kernels", kernelName);
}

/** See https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files */
function userFolder(): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform() === "darwin") return join(homedir(), "Library", "Jupyter");
  if (platform() === "win32") return join(APPDATA ?? join(homedir(), "AppData", "Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local", "share"), "jupyter");
}

/** A line that leaves its band. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="10" fill="#1f6feb"/><path d="M6 42 H58 V54 H6 Z" fill="#ffffff" opacity="0.25"/><path d="M6 48 L18 46 L26 50 L34 14 L42 49 L50 46 L58 48" fill="none" stroke="#ffffff" stroke-width="4" stroke-linejoin="round"/><circle cx="34" cy="14" r="6" fill="#ffb454"/></svg>
`;
