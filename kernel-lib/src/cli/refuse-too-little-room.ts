import { InputError } from "../errors.js";
import { addressSpaceLimit, addressSpaceTaken } from "./address-space.js";

/** Address space in which the program and an analysis of a small file have room, as measured with Node 20 and 24 (bytes). */
const ROOM_TO_START = 420e6;

/** Address space taken at the peak for each byte of a file with a column or a few, above that (measured: 60 to 110). */
const ROOM_PER_BYTE = 120;

/**
 * Looks whether an analysis has room, before the engine finds out that it has not: an allocation that fails inside it ends the
 * process, and nothing can be said any more.
 *
 * @param bytes of the file that is to be read; 0 before it is known
 * @throws InputError `too_little_memory`
 */
export function refuseTooLittleRoom(
  bytes: number = 0,
  limit: number = addressSpaceLimit(),
  taken: () => number = addressSpaceTaken,
): void {
  if (limit === Infinity) return;
  const needed = bytes === 0 ? ROOM_TO_START : bytes * ROOM_PER_BYTE;
  const room = limit - taken();
  if (room >= needed) return;
  throw new InputError("no_room_to_work", { limit, left: Math.max(0, room), needed });
}
