/** The door for Node: everything of `index.ts`, plus reading from disk. */
export * from "./index.js";
