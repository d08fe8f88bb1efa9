#!/usr/bin/env node
import { main } from "../dist/cli/main.js";

// A reader that has seen enough (`| head`) is no fault of anyone.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));

await main(process.argv.slice(2));
