import { existsSync, readFileSync } from "node:fs";

/**
 * Runs the work once and prints seconds by the clock, processor seconds of all threads, peak memory of the process in MB, and what
 * the work says of its result.
 *
 * @param {() => Promise<{ rows: number, columns: number, dates: boolean }>} work
 */
export async function measured(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  // Linux tells a process that has just been started the peak of the one that started it, except in this file.
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const peak = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024;
  console.log(JSON.stringify({ wall, cpu: (user + system) / 1e6, megabytes: peak, ...result }));
}
