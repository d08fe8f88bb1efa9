import { statSync } from "node:fs";
import nodeModule from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { version } from "../version.js";
import { addressSpaceLimit } from "./address-space.js";

/**
 * What the program runs first: little is loaded before it is known that there is room for the rest, and the version alone
 * needs nothing else. Sets the process's exit code as `main` does.
 */
export async function start(args: readonly string[]): Promise<void> {
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  if (addressSpaceLimit() < Infinity && !(await hasRoom(args))) return;
  if (isShortRun(args)) setFlagsFromString("--no-turbofan");
  keepCompiledCode();
  const { main } = await import("./main.js");
  await main(args);
}

/** First version of Node whose middle compiler (Maglev) is on. */
const MIDDLE_COMPILER = 22;
/** Bytes of all files: about 40,000 rows of one KPI, or 30 KPIs of 2,000 rows. */
const SHORT = 500_000;

/**
 * Whether a run will be over before the engine's last compiler (TurboFan) has paid for itself: of 2,000 rows it takes a quarter of the processor
 * time, of 40,000 rows a fifth; with 60 KPIs of 2,000 rows it saves a tenth. Results are the same to the last bit.
 */
function isShortRun(args: readonly string[]): boolean {
  if (Number.parseInt(process.versions.node, 10) < MIDDLE_COMPILER) return false;
  const bytes = args.reduce((sum, arg) => sum + bytesOf(arg), 0);
  return bytes > 0 && bytes < SHORT;
}

/** Bytes of a file; 0 for what is none. */
function bytesOf(path: string): number {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : 0;
  } catch {
    return 0;
  }
}

/** Says where there is none, and sets the exit code. */
async function hasRoom(args: readonly string[]): Promise<boolean> {
  const { refuseTooLittleRoom } = await import("./refuse-too-little-room.js");
  try {
    refuseTooLittleRoom();
    return true;
  } catch (error) {
    const { tellError } = await import("./tell-error.js");
    process.exitCode = tellError(error, args);
    return false;
  }
}

/**
 * Code that the engine has compiled once is kept in the user's cache folder for the next start, where this Node can
 * (22.1 and later). `NODE_DISABLE_COMPILE_CACHE` switches it off.
 */
export function keepCompiledCode(): void {
  (nodeModule.enableCompileCache as typeof nodeModule.enableCompileCache | undefined)?.(
    join(cacheFolder(), "kpi-anomaly", "code"),
  );
}

/** The folder of this user for what can be made again at any time. */
function cacheFolder(): string {
  const named =
    process.platform === "win32"
      ? process.env.LOCALAPPDATA
      : process.platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : process.env.XDG_CACHE_HOME;
  return named || join(homedir(), ".cache");
}
