/** Most characters of a note on an incident. */
export const longestNote = 5000;
