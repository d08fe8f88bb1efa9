import { ok, strictEqual } from "node:assert/strict";
import * as vscode from "vscode";

describe("the extension", () => {
  it("is found by VS Code and activates", async () => {
    const extension = vscode.extensions.getExtension("kpi-anomaly.kpi-anomaly-detector");
    ok(extension, "VS Code does not know kpi-anomaly.kpi-anomaly-detector");
    await extension.activate();
    strictEqual(extension.isActive, true);
  });
});
