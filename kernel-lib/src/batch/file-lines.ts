import { closeSync, openSync, readSync } from "node:fs";

/** Bytes that are read at a time. */
const PIECE = 1 << 14;

/** Rooms that are not in use: memory outside of the heap is given back late, so a new one for each of many files would add up. */
const spare: Buffer[] = [];

/**
 * The lines of a file, one after the other, with bounded memory: one piece of it and the longest line are held.
 *
 * @throws what opening and reading throw
 */
export function* fileLines(path: string): Generator<string> {
  const file = openSync(path, "r");
  let room = spare.pop() ?? Buffer.allocUnsafeSlow(PIECE);
  try {
    let held = 0;
    for (;;) {
      if (held === room.length) room = Buffer.concat([room], 2 * room.length);
      const read = readSync(file, room, held, room.length - held, null);
      const end = held + read;
      let start = 0;
      for (let at = room.indexOf(10, held); at >= 0 && at < end; at = room.indexOf(10, start)) {
        yield room.toString("utf8", start, at);
        start = at + 1;
      }
      if (read === 0) {
        if (held > 0) yield room.toString("utf8", 0, held);
        return;
      }
      room.copyWithin(0, start, end);
      held = end - start;
    }
  } finally {
    closeSync(file);
    if (room.length === PIECE) spare.push(room);
  }
}
