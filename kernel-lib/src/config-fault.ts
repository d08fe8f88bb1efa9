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
  /** What the schema's validator says, in English; rare keywords only. */
  | { readonly kind: "schema"; readonly key: string; readonly text: string }
  /** What the YAML parser says, in English. */
  | { readonly kind: "syntax"; readonly text: string }
  | { readonly kind: "too_long"; readonly most: number }
  | { readonly kind: "aliases" };
