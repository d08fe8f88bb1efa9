/**
 * Ends a process and the programs that it has started. Where there are process groups, the process leads one of its own.
 *
 * @param pid of the leader; undefined when it never started
 */
export function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  for (const target of process.platform === "win32" ? [pid] : [-pid, pid])
    try {
      process.kill(target, "SIGKILL");
      return;
    } catch {
      // There is no such group, or all of it is gone.
    }
}
