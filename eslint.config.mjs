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
  {
    files: ["kernel-lib/src/**/*.ts"],
    rules: {
      // What engines compute differently from each other: the same file has to give the same bytes everywhere.
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.name='Math']:not([property.name=/^(abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|LN2|LN10|SQRT2|PI)$/])",
          message: "Engines compute this differently. Take it from numeric/elementary.",
        },
        {
          selector: "VariableDeclarator[init.name='Math']",
          message: "Engines compute these differently. Take them from numeric/elementary.",
        },
        {
          selector: ":matches(BinaryExpression[operator='**'], AssignmentExpression[operator='**='])",
          message: "Engines compute powers differently. Multiply, or take `pow` from numeric/elementary.",
        },
        {
          selector: "CallExpression[callee.property.name=/^toLocale/][arguments.length=0]",
          message: "This depends on the machine's language. Name the language.",
        },
        {
          selector: "CallExpression[callee.property.name='localeCompare']",
          message: "This depends on the machine's language. Compare with < and >.",
        },
      ],
    },
  },
  { files: ["kernel-lib/src/cli/**/*.ts"], rules: { "no-console": "off" } },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
);
