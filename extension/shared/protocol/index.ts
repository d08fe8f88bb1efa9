/**
 * Everything that crosses a border, one file a direction: host -> results page (`to-page`), page -> host (`to-host`), host <->
 * thread (`worker`), and what they carry. Plain records and typed arrays. Adding a message: one member of a union there, one case
 * where it is handled; what the page sends also needs a line in `page-message.ts`, which checks it.
 */
export type * from "./facts.js";
export type * from "./incident-facts.js";
export type * from "./page-state.js";
export type * from "./series-window.js";
export type * from "./to-host.js";
export type * from "./to-page.js";
export type * from "./views.js";
export type * from "./worker.js";
