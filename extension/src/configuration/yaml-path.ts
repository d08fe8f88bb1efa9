/** Where a line stands in a YAML file of block mappings and lists. */
export interface YamlPlace {
  /** Keys above the line, outermost first; items of a list add none. */
  readonly path: readonly string[];
  /** The key on the line itself, when it has one. */
  readonly key: string | null;
}

/** Dashes of list items, then a key, bare or in quotes. */
const keyLine = /^((?:\s|-\s)*)("[^"]*"|'[^']*'|[^\s#:"'[{-][^:#]*?)\s*:(?:\s|$)/;
const itemLine = /^(\s*)-(?:\s|$)/;

/** The keys that enclose a line, by indentation. An empty line stands as deep as `column` says. */
export function yamlPlace(lines: readonly string[], line: number, column: number): YamlPlace {
  const text = lines[line] ?? "";
  const own = keyLine.exec(text);
  const item = itemLine.exec(text);
  // A list may stand as deep as its own key.
  let depth = own ? own[1].length : item ? item[1].length + 1 : Math.min(column, /^\s*/.exec(text)?.[0].length ?? 0);
  const path: string[] = [];
  for (let above = line - 1; above >= 0 && depth > 0; above--) {
    const match = keyLine.exec(lines[above]);
    if (!match || match[1].length >= depth) continue;
    depth = itemLine.test(lines[above]) ? (itemLine.exec(lines[above])?.[1].length ?? 0) + 1 : match[1].length;
    path.unshift(bare(match[2]));
  }
  return { path, key: own ? bare(own[2]) : null };
}

const bare = (key: string): string => key.replace(/^(["'])(.*)\1$/, "$2");
