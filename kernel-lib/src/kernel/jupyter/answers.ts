import { version } from "../../version.js";
import type { Completions, Hover, NotebookEngine } from "../notebook-engine.js";
import { codePoints, codeUnits } from "./code-points.js";
import { protocolVersion } from "./wire-message.js";

type Content = Readonly<Record<string, unknown>>;

/** What this kernel is. The language is named as tslab names it, so that notebooks move between the two. */
export function kernelInfo(): Content {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "kpi-typescript",
    implementation_version: version,
    language_info: {
      name: "typescript",
      version: "5.0.4",
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    },
    banner: `KPI TypeScript ${version}`,
    help_links: [],
    debugger: false,
  };
}

/** Content of `complete_reply`. */
export async function completeReply(engine: NotebookEngine, { code, cursor_pos: cursor }: Content): Promise<Content> {
  const text = String(code);
  const found: Completions = await engine.complete({ code: text }, codeUnits(text, Number(cursor)));
  const [start, end] = [codePoints(text, found.start), codePoints(text, found.end)];
  return {
    status: "ok",
    matches: found.entries.map(({ name }) => name),
    cursor_start: start,
    cursor_end: end,
    metadata: {
      _jupyter_types_experimental: found.entries.map(({ name, kind }) => ({ start, end, text: name, type: kind })),
    },
  };
}

/** Content of `inspect_reply`. */
export async function inspectReply(engine: NotebookEngine, { code, cursor_pos: cursor }: Content): Promise<Content> {
  const text = String(code);
  const hover: Hover | null = await engine.hover({ code: text }, codeUnits(text, Number(cursor)));
  // TypeScript knows nothing of a name either when all it says is "any".
  if (hover === null || hover.declaration === "any") return { status: "ok", found: false, data: {}, metadata: {} };
  const parts = [hover.declaration, hover.documentation].filter((part) => part !== "");
  return {
    status: "ok",
    found: true,
    data: {
      "text/plain": parts.join("\n\n"),
      "text/markdown": [`\`\`\`typescript\n${hover.declaration}\n\`\`\``, hover.documentation].join("\n\n").trimEnd(),
    },
    metadata: {},
  };
}

/** Content of `is_complete_reply`. */
export async function isCompleteReply(engine: NotebookEngine, { code }: Content): Promise<Content> {
  const { complete, invalid, indent } = await engine.completeness(String(code));
  if (invalid) return { status: "invalid" };
  return complete ? { status: "complete" } : { status: "incomplete", indent };
}
