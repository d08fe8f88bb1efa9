/** Names of the columns that a `CREATE TABLE` stores, and which of them is the row number (-1: none). */
export interface TableColumns {
  readonly columns: readonly string[];
  readonly rowNumber: number;
}

/** Words that begin a rule about the table and no column. */
const RULES = /^(constraint|primary\s+key|unique|check|foreign\s+key)\b/i;

/** Reads the names out of the SQL that made a table. */
export function columnsOfTable(sql: string): TableColumns {
  const columns: string[] = [];
  const integers = new Set<number>();
  let rowNumber = -1;
  for (const part of definitions(sql)) {
    const text = part.trim();
    const { name, rest, quoted } = nameOf(text);
    if (name === "" && rest === "") continue;
    if (!quoted && RULES.test(text)) {
      const key = /^(?:constraint\s+\S+\s+)?primary\s+key\s*\(\s*(["'`[]?)(.+?)["'`\]]?\s*(?:asc\s*)?\)/i.exec(text);
      const at = key ? columns.findIndex((column) => column.toLowerCase() === key[2].toLowerCase()) : -1;
      if (at >= 0 && integers.has(at)) rowNumber = at;
      continue;
    }
    // Columns that are computed when they are asked for stand nowhere.
    if (/\bas\s*\(/i.test(rest) && !/\bstored\b/i.test(rest)) continue;
    if (/^\s*integer\b/i.test(rest)) {
      integers.add(columns.length);
      if (/\bprimary\s+key\b(?!\s+desc)/i.test(rest)) rowNumber = columns.length;
    }
    columns.push(name);
  }
  return { columns, rowNumber };
}

/** What stands between the commas of the outer brackets. */
function definitions(sql: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let p = 0; p < sql.length; p++) {
    const character = sql[p];
    const close = CLOSES[character];
    if (character === "-" && sql[p + 1] === "-") {
      const end = sql.indexOf("\n", p);
      sql = `${sql.slice(0, p)}${" ".repeat((end < 0 ? sql.length : end) - p)}${end < 0 ? "" : sql.slice(end)}`;
    } else if (character === "/" && sql[p + 1] === "*") {
      const end = sql.indexOf("*/", p);
      const behind = end < 0 ? sql.length : end + 2;
      sql = `${sql.slice(0, p)}${" ".repeat(behind - p)}${sql.slice(behind)}`;
    } else if (close) {
      const end = sql.indexOf(close, p + 1);
      if (end < 0) break;
      p = end;
    } else if (character === "(") {
      if (depth++ === 0) start = p + 1;
    } else if (character === ")") {
      if (--depth === 0) {
        parts.push(sql.slice(start, p));
        break;
      }
    } else if (character === "," && depth === 1) {
      parts.push(sql.slice(start, p));
      start = p + 1;
    }
  }
  return parts;
}

const CLOSES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "`": "`", "[": "]" };

function nameOf(text: string): { name: string; rest: string; quoted: boolean } {
  const close = CLOSES[text[0]];
  if (close) {
    let end = text.indexOf(close, 1);
    while (close !== "]" && end >= 0 && text[end + 1] === close) end = text.indexOf(close, end + 2);
    if (end < 0) end = text.length;
    return { name: text.slice(1, end).replaceAll(close + close, close), rest: text.slice(end + 1), quoted: true };
  }
  const name = /^[^\s(,]*/.exec(text)![0];
  return { name, rest: text.slice(name.length), quoted: false };
}
