/** Before `npm pack` and `npm publish`: copies what the package shares with the repository into its folder. Git ignores the copies. */
import { copyFileSync, cpSync } from "node:fs";

copyFileSync(new URL("../LICENSE", import.meta.url), new URL("LICENSE", import.meta.url));
cpSync(new URL("../configs/", import.meta.url), new URL("configs/", import.meta.url), { recursive: true });
