/**
 * @typedef {import("../../extension/src/commands/command.js").Command} Command
 * @typedef {import("../../kernel-lib/dist/config/offered-options.js").OfferedOption} OfferedOption
 */

const category = "KPI";

/**
 * The manifest of the extension with what is derived: settings that are options of the configuration (its own stay), and
 * commands with their menus and keys.
 *
 * @param {string} text
 * @param {readonly OfferedOption[]} options
 * @param {readonly Command[]} commands
 */
export function manifest(text, options, commands) {
  const parsed = JSON.parse(text);
  const { contributes } = parsed;
  const known = new Set(options.map(({ path }) => `kpiAnomaly.${path.join(".")}`));
  const own = Object.entries(contributes.configuration.properties).filter(([name]) => !known.has(name));
  contributes.configuration.properties = Object.fromEntries([...options.map(setting), ...own]);
  const { untrustedWorkspaces } = parsed.capabilities;
  const ownRestricted = untrustedWorkspaces.restrictedConfigurations.filter((/** @type {string} */ name) =>
    own.some(([each]) => each === name),
  );
  // A workspace that is not trusted must not set what a run depends on.
  untrustedWorkspaces.restrictedConfigurations = [...known, ...ownRestricted];
  contributes.commands = commands.map(({ id, icon, enablement }) => ({
    command: id,
    title: `%${titleKey(id)}%`,
    category,
    ...(icon === undefined ? {} : { icon: `$(${icon})` }),
    ...(enablement === undefined ? {} : { enablement }),
  }));
  const places = commands.flatMap(({ id, menus = [] }) =>
    menus.map(({ menu, ...rest }) => ({ menu, command: id, ...rest })),
  );
  contributes.menus = Object.fromEntries(
    [...new Set([...Object.keys(contributes.menus), ...places.map(({ menu }) => menu)])].flatMap((name) => {
      const entries = places.filter(({ menu }) => menu === name).map(({ menu: _, ...entry }) => entry);
      return entries.length > 0 ? [[name, entries]] : [];
    }),
  );
  contributes.keybindings = commands.flatMap(({ id, keybinding }) =>
    keybinding ? [{ command: id, ...keybinding }] : [],
  );
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

/** @param {OfferedOption} option @returns {[string, object]} */
function setting({ path, node }) {
  const {
    commandLine: _,
    decidesOnly: _decides,
    setting: _said,
    description: _text,
    translations: _texts,
    default: usual,
    ...shape
  } = node;
  const key = path.join(".");
  return [`kpiAnomaly.${key}`, { ...shape, default: usual, scope: "resource", description: `%setting.${key}%` }];
}

/**
 * The texts of the manifest in a language, with those of settings and commands that are derived.
 *
 * @param {string} text
 * @param {import("../../kernel-lib/dist/words/language.js").Language} language
 * @param {readonly OfferedOption[]} options
 * @param {readonly Command[]} commands
 */
export function manifestTexts(text, language, options, commands) {
  const derived = Object.fromEntries([
    ...options.map(({ path, node }) => [`setting.${path.join(".")}`, node.setting?.[language]]),
    ...commands.map(({ id, title }) => [titleKey(id), title[language]]),
  ]);
  const own = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith("command.") || key in derived);
  return `${JSON.stringify({ ...Object.fromEntries(own), ...derived }, null, 2)}\n`;
}

/** @param {string} id */
const titleKey = (id) => `command.${id.replace("kpiAnomaly.", "")}`;
