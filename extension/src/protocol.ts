/**
 * Everything that crosses a border, one file a direction: host -> results page (`to-page`), page -> host (`to-host`), host <->
 * thread (`worker`), and what they carry. Plain records and typed arrays. Adding a message: one member of a union there, one case
 * where it is handled; what the page sends also needs a line in `page-message.ts`, which checks it.
 */
export type * from "./protocol/facts.js";
export type * from "./protocol/incident-facts.js";
export type * from "./protocol/page-state.js";
export type * from "./protocol/series-window.js";
export type * from "./protocol/to-host.js";
export type * from "./protocol/to-page.js";
export type * from "./protocol/views.js";
export type * from "./protocol/worker.js";
