import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test, type TestContext } from "vitest";

/** The folder of large test data that lies beside a checkout on some machines. Never part of this repository. */
export const sharedFolder: string = fileURLToPath(new URL("../../shared/", import.meta.url));

/** Why a test that needs that folder is skipped. `npm test` accepts no other reason. */
export const needsSharedData = "needs ../shared, which is not there";

/**
 * A test on files of ../shared: `path` is where such a file is. Skipped, with the reason printed, where the folder is absent.
 *
 *     testWithSharedData("reads the hourly load", async (path) => { readFileSync(path("data/business/PJME_hourly_mdy.csv")) });
 */
export function testWithSharedData(name: string, body: (path: (file: string) => string) => void | Promise<void>): void {
  test(name, async (context: TestContext) => {
    context.skip(!existsSync(sharedFolder), needsSharedData);
    await body((file) => sharedFolder + file);
  });
}
