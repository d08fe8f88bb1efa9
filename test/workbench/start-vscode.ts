import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { installVscodeHost } from "../vscode-host/install.mjs";
import { installExtension } from "../vscode-host/install-extension.mjs";
import { startServer } from "../vscode-host/server.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the VS Code that all workbench tests share. */
    vscodeAddress: string;
    /** Folder of the extensions it has installed. */
    vscodeExtensions: string;
  }
}

/** Before the first workbench test: VS Code is served with the built extension packaged and installed. Returns what ends it. */
export default async function startVscode(project: TestProject): Promise<() => Promise<void>> {
  await installVscodeHost((line) => console.log(line));
  const server = await startServer();
  try {
    installExtension(fileURLToPath(new URL("../../extension", import.meta.url)), server.extensions);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("vscodeAddress", server.address);
  project.provide("vscodeExtensions", server.extensions);
  return server.stop;
}
