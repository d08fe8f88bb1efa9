/** How usual a character is between its neighbours: from -1 (nonsense) to 1. */
export type LetterJudge = (character: string, before: string, after: string) => number;
