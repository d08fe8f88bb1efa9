/**
 * Runs test/integration inside the extension host of a VS Code: the desktop one named in `VSCODE_EXECUTABLE`, else the
 * stand-in in test/vscode-host. The extension must be built. Leaves the counts in test-output/integration.json.
 * With an argument only the tests whose name has it: `node scripts/test/run-integration-tests.mjs "draws soon"`.
 */
import { createWriteStream, existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { repositoryRoot } from "../machine/repository-root.mjs";

const source = join(repositoryRoot, "test/integration");
const bundled = join(repositoryRoot, "out/integration");
const output = join(repositoryRoot, "test-output");
const result = join(output, "integration.json");
const hostLog = join(output, "integration-host.log");

/** Where the stand-in cannot be run as a program, a desktop VS Code is downloaded. */
const standIn =
  process.platform === "win32" ? undefined : join(repositoryRoot, "test/vscode-host/desktop-stand-in.mjs");

rmSync(bundled, { recursive: true, force: true });
rmSync(result, { force: true });
mkdirSync(output, { recursive: true });
await build({
  entryPoints: globSync("**/{run,*.test}.ts", { cwd: source }).map((file) => join(source, file)),
  outdir: bundled,
  outbase: source,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  external: ["vscode", "mocha"],
  sourcemap: "inline",
  logLevel: "warning",
});

const log = createWriteStream(hostLog);
try {
  await runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE ?? standIn,
    extensionDevelopmentPath: join(repositoryRoot, "extension"),
    extensionTestsPath: join(bundled, "run.cjs"),
    launchArgs: [join(repositoryRoot, "test/fixtures"), "--disable-extensions"],
    extensionTestsEnv: {
      KPI_TEST_RESULT: result,
      KPI_TEST_ONLY: process.argv[2],
      KPI_MEASURE: process.env.KPI_MEASURE,
    },
    stdout: log,
    stderr: log,
  });
} catch {
  process.exitCode = 1;
}
await new Promise((written) => log.end(written));

if (existsSync(result)) {
  console.log(JSON.parse(readFileSync(result, "utf8")).output);
  // The extension host's console is VS Code's, so what tests measured stands in its log.
  console.log(
    readFileSync(hostLog, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("Measured: "))
      .join("\n"),
  );
} else {
  console.log(readFileSync(hostLog, "utf8").split("\n").slice(-60).join("\n"));
  console.log("VS Code ended before the tests were through.");
  process.exitCode = 1;
}
if (process.exitCode === 1) console.log(`All that VS Code printed: ${hostLog}`);
