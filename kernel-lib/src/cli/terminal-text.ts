/** Control characters (C0 but tab and line feed, DEL, C1), marks that turn the direction of text, line and paragraph separators. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text as a terminal may show it: names and cells of a file must not move the cursor, colour or hide what is said. Every such
 * character is written as `\u001b`, which in JSON is the character itself.
 */
export function terminalText(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
