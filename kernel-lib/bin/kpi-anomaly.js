#!/usr/bin/env node
import { start } from "../dist/program/start.js";

// A reader that has seen enough (`| head`) is no fault of anyone.
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));

await start(process.argv.slice(2));
