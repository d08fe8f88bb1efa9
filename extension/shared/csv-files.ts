/**
 * Which files the extension takes for tables, by name or by language id, which other extensions rename freely. The `when`
 * expressions of package.json are made from this by `npm run generate`.
 */
export const csvName = /\.(csv|tsv|tab)$/i;
export const csvLanguage = /csv|tsv/i;
