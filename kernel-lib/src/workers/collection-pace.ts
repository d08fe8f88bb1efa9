import { setFlagsFromString } from "node:v8";

/** Rows up to which four times what a series holds is little beside what the engine holds anyway: 20 MB. */
const SHORT = 20_000;
/** The most by which V8 itself lets memory grow between two full collections: to four times what is alive. */
const MOST = 300;

/**
 * Sets how far the memory of this process may grow between two full collections. V8 goes by how much gets done in between; the
 * columns of short series lie outside of its heap and fill that at once, so that every third series of 2,000 rows brought
 * one, and with it went the compiled code of all functions that were not in use. For short series it is always the most that V8
 * allows, for long ones as V8 chooses.
 *
 * @param rows of the longest series
 */
export function setCollectionPace(rows: number): void {
  setFlagsFromString(`--heap-growing-percent=${rows <= SHORT ? MOST : 0}`);
}

/** Percent by which memory may grow between two full collections where little is alive: a few megabytes of garbage. */
const LEAST = 20;

/**
 * Keeps the memory of this process near what is alive, for one that passes on what others compute: the space of young objects
 * stays as it is (V8 doubles it again and again while much is read and written, up to a hundred megabytes), and full collections
 * are frequent. Nearly all that it makes is garbage at once, so that this costs no time.
 */
export function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString(`--heap-growing-percent=${LEAST}`);
}
