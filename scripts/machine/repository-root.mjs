import { fileURLToPath } from "node:url";

/** The repository's folder, with an ending slash. */
export const repositoryRoot = fileURLToPath(new URL("../..", import.meta.url));
