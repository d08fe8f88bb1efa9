/**
 * Declarations read without their doc comments, which are four fifths of them: those of Node and of TypeScript's library.
 * An engine that is to explain them as well says so with this variable.
 */
const withoutDocumentation =
  process.env.KPI_ANOMALY_DOCUMENTATION === "1"
    ? /^$/
    : /[\\/](@types[\\/]node|types[\\/]node|undici-types)[\\/]|[\\/]lib\.[\w.]+\.d\.ts$/;

/** The text of a declaration file as the compiler is to see it. */
export function declarationText(path: string, text: string): string {
  return withoutDocumentation.test(path) ? text.replace(/\/\*\*[\s\S]*?\*\//g, "") : text;
}
