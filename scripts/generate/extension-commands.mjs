import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Stands for VS Code, which only runs inside itself: everything of it can be named, called and made, and does nothing. */
const nothing =
  'module.exports = new Proxy(function () {}, { get: (_, key) => (key === "then" ? undefined : module.exports), apply: () => module.exports, construct: () => module.exports })';

/**
 * The register of the extension's commands, as it stands in the sources.
 *
 * @returns {Promise<readonly import("../../extension/src/commands/command.js").Command[]>}
 */
export async function extensionCommands() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../extension/src/commands/index.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    external: ["kpi-anomaly", "./configuration.cjs"],
    logLevel: "error",
    plugins: [
      {
        name: "no-vscode",
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^vscode$/ }, () => ({ path: "vscode", namespace: "nothing" }));
          onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: nothing }));
        },
      },
    ],
  });
  const { commands } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
  );
  return commands;
}
