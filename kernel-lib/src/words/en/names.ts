/** A title or summary of a register, which is English there. */
export const name = (english: string): string => english;
