import { isAlias, isScalar, LineCounter, parseDocument, visit, type Node, type YAMLParseError } from "yaml";
import { InputError } from "../errors.js";
import type { ConfigFault, YamlFault } from "../config-fault.js";
import type { Config } from "./config.js";
import { configSchema } from "./schema.js";
import { validateConfig } from "./validate-config.js";

/** Something wrong in a configuration file, with its place, for squiggles in an editor. `configFaultText` says it. */
export interface ConfigFileProblem {
  readonly fault: ConfigFault;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Every problem of a configuration file (YAML, of which JSON is a part), in the order of the file.
 *
 * @example
 * for (const { line, fault } of configFileProblems("sensitvity: 40")) console.log(line, configFaultText(fault));
 */
export function configFileProblems(text: string): ConfigFileProblem[] {
  return read(text).problems;
}

/**
 * The configuration in a YAML or JSON text. An empty text is an empty configuration.
 *
 * @param file name for messages.
 * @throws InputError `bad_config` naming the file, the line and the key.
 *
 * @example
 * const config = parseConfig("mode: vote\nconsensus: 3\n", "kpi-anomaly.yaml");
 */
export function parseConfig(text: string, file = "configuration"): Config {
  const { config, problems } = read(text);
  const [problem] = problems;
  if (problem) throw new InputError("config_file", { file, line: problem.line, fault: problem.fault });
  return config;
}

/**
 * Longest configuration: 10,000 known events, with some 60 characters each, and the parser is done in two seconds.
 */
const MOST_CHARACTERS = 600_000;

function read(text: string): { config: Config; problems: ConfigFileProblem[] } {
  if (text.length > MOST_CHARACTERS)
    return {
      config: {},
      problems: [{ fault: { kind: "too_long", most: MOST_CHARACTERS }, line: 1, column: 1, start: 0, end: 1 }],
    };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: sameKey });
  const problemAt = (fault: ConfigFault, start: number, end: number): ConfigFileProblem => {
    const { line, col } = lines.linePos(start);
    return { fault, line: Math.max(1, line), column: Math.max(1, col), start, end };
  };
  const syntax = document.errors.map((error) =>
    problemAt({ kind: "syntax", fault: yamlFaults[error.code] }, error.pos[0], error.pos[1]),
  );
  if (syntax.length > 0) return { config: {}, problems: syntax };
  const misplaced = misplacedAlias(document);
  if (misplaced) return { config: {}, problems: [problemAt({ kind: "syntax", fault: "alias" }, ...misplaced)] };
  let config: unknown;
  try {
    config = document.toJS() ?? {};
  } catch {
    // The parser counts what aliases of aliases come to, and stops.
    return { config: {}, problems: [problemAt({ kind: "aliases" }, 0, text.length)] };
  }
  const problems = validateConfig(config, configSchema()).map(({ path, fault }) => {
    const [start, end] = rangeOf(document, path);
    return problemAt(fault, start, end);
  });
  return { config: config as Config, problems: problems.sort((a, b) => a.start - b.start) };
}

/** What the parser's codes come to for a person. */
const yamlFaults: Readonly<Record<YAMLParseError["code"], YamlFault>> = {
  TAB_AS_INDENT: "tab",
  BAD_INDENT: "indent",
  MISSING_CHAR: "missing_mark",
  DUPLICATE_KEY: "same_key",
  MULTILINE_IMPLICIT_KEY: "key",
  BLOCK_AS_IMPLICIT_KEY: "key",
  KEY_OVER_1024_CHARS: "key",
  NON_STRING_KEY: "key",
  BLOCK_IN_FLOW: "block_in_brackets",
  ALIAS_PROPS: "alias",
  BAD_ALIAS: "alias",
  MULTIPLE_ANCHORS: "alias",
  BAD_PROP_ORDER: "alias",
  BAD_DQ_ESCAPE: "escape",
  BAD_SCALAR_START: "character",
  MULTIPLE_DOCS: "several_documents",
  MULTIPLE_TAGS: "tag",
  TAG_RESOLVE_FAILED: "tag",
  BAD_DIRECTIVE: "tag",
  RESOURCE_EXHAUSTION: "nested",
  UNEXPECTED_TOKEN: "unexpected",
  IMPOSSIBLE: "unexpected",
  BAD_COLLECTION_TYPE: "unexpected",
};

/** Keys of one mapping that are the same text. */
function sameKey(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && a.value === b.value;
}

/** Where the first alias stands that no anchor before it names, or that lies within what it names and so has no end. */
function misplacedAlias(document: ReturnType<typeof parseDocument>): [start: number, end: number] | null {
  const named = new Map<string, Node>();
  let place: [number, number] | null = null;
  visit(document, {
    Node: (_, node, path) => {
      if (!isAlias(node)) {
        if (node.anchor) named.set(node.anchor, node);
        return undefined;
      }
      const target = named.get(node.source);
      if (target && !path.includes(target)) return undefined;
      place = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
      return visit.BREAK;
    },
  });
  return place;
}

/** Where the key at a path stands; the deepest part of the path that is there. */
function rangeOf(document: ReturnType<typeof parseDocument>, path: readonly string[]): [number, number] {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) as
      | { items?: { key?: { value?: unknown; range?: [number, number, number] } }[] }
      | undefined;
    const pair = (depth === 1 ? (document.contents as typeof parent) : parent)?.items?.find(
      (item) => String(item.key?.value) === path[depth - 1],
    );
    if (pair?.key?.range) return [pair.key.range[0], pair.key.range[1]];
  }
  return [0, 0];
}
