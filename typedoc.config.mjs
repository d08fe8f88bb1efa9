import { OptionDefaults } from "typedoc";

/** The API reference: `npm run docs` writes docs/. A warning is an error. @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  name: "kpi-anomaly",
  entryPoints: ["kernel-lib/src/node.ts"],
  tsconfig: "kernel-lib/tsconfig.json",
  out: "docs",
  readme: "kernel-lib/README.md",
  includeVersion: true,
  excludePrivate: true,
  excludeInternal: true,
  disableSources: true,
  sort: ["source-order"],
  // Those that the types of the configuration carry over from its schema.
  blockTags: [...OptionDefaults.blockTags, "@minItems", "@maxItems"],
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, notDocumented: false },
};
