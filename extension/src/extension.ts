/** VS Code calls this once, when one of the extension's commands or views is first wanted. */
export function activate(): void {}
