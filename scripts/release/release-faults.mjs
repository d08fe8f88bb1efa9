/**
 * Why a release must not go out: versions that differ, or a changelog that does not tell of it.
 *
 * @param {object} release
 * @param {string} release.tag such as `v1.2.3`; empty where nothing is to be released yet
 * @param {Readonly<Record<string, string>>} release.versions the version each file names
 * @param {Readonly<Record<string, string>>} release.changelogs text of each changelog
 * @returns {string[]} a sentence each
 */
export function releaseFaults({ tag, versions, changelogs }) {
  const wanted = tag === "" ? Object.values(versions)[0] : tag.replace(/^v/, "");
  const differing = Object.entries(versions)
    .filter(([, version]) => version !== wanted)
    .map(([file, version]) => `${file} names version ${version}; ${tag === "" ? "the others" : "the tag"} ${wanted}.`);
  const dated = `## [${wanted}] - `;
  const silent = Object.entries(changelogs)
    .filter(
      ([, text]) =>
        !text
          .split("\n")
          .some(
            (line) =>
              (line.startsWith(dated) && /^\d{4}-\d\d-\d\d$/.test(line.slice(dated.length))) ||
              (tag === "" && line === "## [Unreleased]"),
          ),
    )
    .map(([file]) => `${file} has no section "${dated}YYYY-MM-DD"${tag === "" ? ' and none "## [Unreleased]"' : ""}.`);
  return [...differing, ...silent];
}
