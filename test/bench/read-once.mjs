// Reads one file and prints seconds, peak memory and rows as JSON: the child process of read.ts.
import { readFileSync } from "node:fs";
import { readTable } from "kpi-anomaly";

const start = performance.now();
const table = readTable(readFileSync(process.argv[2]));
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, rows: table.records }));
