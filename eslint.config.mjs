import eslint from "@eslint/js";
import typescript from "typescript-eslint";

/** Mistakes that the compiler does not see. Who may import whom is the business of test/layers.test.ts. */
export default typescript.config(
  {
    ignores: [
      "**/dist/",
      "**/out/",
      "**/node_modules/",
      "coverage/",
      "data/",
      "docs/",
      "test-output/",
      "**/*.ipynb",
      "test/notebooks/fixtures/",
      "test/built-package/consumer-commonjs/",
      "kernel-lib/assembly/*.ts",
    ],
  },
  eslint.configs.recommended,
  typescript.configs.recommended,
  typescript.configs.stylistic,
  {
    rules: {
      // TypeScript checks names itself.
      "no-undef": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/prefer-for-of": "off",
      // Every part of a report is readonly; a mapped type with `type` reads as well as an interface.
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/no-empty-function": "off",
      // Exports are annotated for isolatedDeclarations, also where it is plain.
      "@typescript-eslint/no-inferrable-types": "off",
    },
  },
  {
    files: [
      "kernel-lib/src/**/*.ts",
      "extension/src/**/*.ts",
      "extension/webview/**/*.ts",
      "extension/renderer/**/*.ts",
    ],
    rules: {
      "no-console": "error",
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["kernel-lib/src/cli/**/*.ts"], rules: { "no-console": "off" } },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
);
