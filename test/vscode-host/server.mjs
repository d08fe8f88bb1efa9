import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { vscodeHostEntry } from "./install.mjs";

/**
 * A VS Code that says nothing of its own accord: no welcome page, no tips, no look-ups on the network.
 *
 * @type {Readonly<Record<string, unknown>>}
 */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "files.simpleDialog.enable": true,
  "git.enabled": false,
  // Else a served VS Code looks for open ports by starting programs from the extension host, which holds that up each time; a desktop one does not.
  "remote.autoForwardPorts": false,
  "remote.autoForwardPortsSource": "output",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Folders open restricted, without a question at the start. */
const untrusting = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "always",
};

/**
 * @typedef {object} ServerOptions
 * @property {string} [password] asked for in the browser; without one anybody on this machine gets in, which is for tests only
 * @property {Readonly<Record<string, unknown>>} [settings] user settings, besides the quiet ones
 * @property {NodeJS.ProcessEnv} [environment] added to this process's own; the extension host inherits it
 * @property {boolean} [testDriver] lets a page run tests inside the extension host
 * @property {boolean} [trust] asks whether a folder is trusted, and holds back until then; otherwise all are
 * @property {string} [extensions] folder of installed extensions; an empty one of its own when left out
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} address such as `http://127.0.0.1:40123`
 * @property {string} extensions folder of installed extensions
 * @property {() => string} output what it has printed
 * @property {Promise<void>} ended settled when it ended, by `stop` or by itself
 * @property {() => Promise<void>} stop ends it and all it started, and removes its temporary folder
 */

/**
 * Starts VS Code as a server on 127.0.0.1, on a free port, with settings and data in a temporary folder.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>} once it answers
 */
export async function startServer(options = {}) {
  const home = mkdtempSync(join(tmpdir(), "kpi-anomaly-vscode-"));
  const userData = join(home, "data");
  const extensions = options.extensions ?? join(home, "extensions");
  mkdirSync(join(userData, "User"), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  writeFileSync(
    join(userData, "User/settings.json"),
    JSON.stringify({ ...quietSettings, ...(options.trust && untrusting), ...options.settings }),
  );
  const config = join(home, "config.yaml");
  writeFileSync(config, "");

  const port = await freePort();
  const parameters = [
    ...[
      "--auth",
      options.password === undefined ? "none" : "password",
      "--bind-addr",
      `127.0.0.1:${port}`,
      "--config",
      config,
    ],
    ...["--user-data-dir", userData, "--extensions-dir", extensions, "--disable-telemetry", "--disable-update-check"],
    ...[
      ...(options.trust ? [] : ["--disable-workspace-trust"]),
      "--disable-getting-started-override",
      "--ignore-last-opened",
    ],
    ...(options.testDriver ? ["--vscode-option", "enable-smoke-test-driver"] : []),
  ];
  const environment = {
    ...cleanEnvironment(),
    ...options.environment,
    ...(options.password !== undefined && { PASSWORD: options.password }),
    XDG_DATA_HOME: join(home, "share"),
    XDG_CONFIG_HOME: join(home, "config"),
    // No extension gallery: nothing is looked up on the network.
    EXTENSIONS_GALLERY: "{}",
  };
  // It forks: as the head of a process group of its own, all of it can be ended at once.
  const child = spawn(process.execPath, [vscodeHostEntry, ...parameters], {
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (/** @type {Buffer} */ chunk) => (printed = (printed + chunk.toString()).slice(-20_000)));

  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once("exit", () => resolve()));
  const endAtOnce = () => {
    signalGroup(child.pid, "SIGKILL");
    rmSync(home, { recursive: true, force: true });
  };
  process.once("exit", endAtOnce);
  const stop = async () => {
    process.off("exit", endAtOnce);
    signalGroup(child.pid, "SIGTERM");
    for (let wait = 0; wait < 30 && groupLives(child.pid); wait++) await sleep(100);
    signalGroup(child.pid, "SIGKILL");
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${address}/healthz`).catch(() => undefined);
    if (answer?.ok) return { port, address, extensions, output: () => printed, ended, stop };
    await sleep(200);
  }
  await stop();
  throw new Error(`code-server did not start:\n${printed}`);
}

/** A started-from-VS-Code terminal sets variables that would make code-server talk to that VS Code instead. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|VITEST|NODE_CHANNEL_FD$)/.test(name),
    ),
  );
}

/** @param {number | undefined} leader @param {NodeJS.Signals | 0} signal */
function signalGroup(leader, signal) {
  try {
    return leader !== undefined && process.kill(-leader, signal);
  } catch {
    return false;
  }
}

/** @param {number | undefined} leader */
const groupLives = (leader) => signalGroup(leader, 0);

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
