/** Where a line stands in a YAML file of plain block mappings. */
export interface YamlPlace {
  /** Keys above the line, outermost first. */
  readonly path: readonly string[];
  /** The key on the line itself, when it has one. */
  readonly key: string | null;
}

const keyLine = /^(\s*)([\w$-]+)\s*:/;

/** The keys that enclose a line, by indentation. An empty line stands as deep as `column` says. */
export function yamlPlace(lines: readonly string[], line: number, column: number): YamlPlace {
  const own = keyLine.exec(lines[line] ?? "");
  let depth = own ? own[1].length : Math.min(column, /^\s*/.exec(lines[line] ?? "")?.[0].length ?? 0);
  const path: string[] = [];
  for (let above = line - 1; above >= 0 && depth > 0; above--) {
    const match = keyLine.exec(lines[above]);
    if (!match || match[1].length >= depth) continue;
    depth = match[1].length;
    path.unshift(match[2]);
  }
  return { path, key: own ? own[2] : null };
}
