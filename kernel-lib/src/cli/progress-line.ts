import type { WriteStream } from "node:tty";
import { terminalText } from "./terminal-text.js";

/** One line of progress that is written over and over; nothing when the stream is not a terminal. */
export function progressLine(stream: NodeJS.WriteStream | WriteStream): {
  /** Text, and the share that is done, 0 to 1. */
  show(text: string, fraction: number): void;
  clear(): void;
} {
  let shown = false;
  return {
    show(text, fraction) {
      if (!stream.isTTY) return;
      const line = `${String(Math.round(fraction * 100)).padStart(3)} % ${text}`;
      stream.write(`\r\x1b[K${terminalText(line).slice(0, (stream.columns ?? 80) - 1)}`);
      shown = true;
    },
    clear() {
      if (shown) stream.write("\r\x1b[K");
      shown = false;
    },
  };
}
