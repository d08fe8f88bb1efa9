/** What makes a text no YAML, at the place that is named with it. */
export type YamlFault =
  | "tab"
  | "indent"
  | "missing_mark"
  | "same_key"
  | "key"
  | "block_in_brackets"
  | "alias"
  | "escape"
  | "character"
  | "several_documents"
  | "tag"
  | "nested"
  | "unexpected";

/** What is wrong in a configuration, as facts. `key` is the path with dots between; empty for the whole. */
export type ConfigFault =
  | {
      readonly kind: "unknown_key";
      readonly key: string;
      readonly near: string | null;
      readonly known: readonly string[];
    }
  | { readonly kind: "not_finite"; readonly key: string; readonly value: string }
  | { readonly kind: "type"; readonly key: string; readonly found: string; readonly needed: readonly string[] }
  | { readonly kind: "choice"; readonly key: string; readonly known: readonly string[] }
  | {
      readonly kind: "too_small" | "too_large";
      readonly key: string;
      readonly value: number;
      readonly limit: number;
      /** Whether the limit itself is allowed. */
      readonly inclusive: boolean;
    }
  /** Another form than the schema asks for: the keyword that it misses, and an example where the schema has one. */
  | { readonly kind: "schema"; readonly key: string; readonly keyword: string; readonly example: string | null }
  | { readonly kind: "syntax"; readonly fault: YamlFault }
  | { readonly kind: "too_long"; readonly most: number }
  | { readonly kind: "aliases" };
