// One work of one size, in a process of its own: `node once.mjs WORK SIZE FOLDER`. Prints what it took, as JSON.
import { join } from "node:path";
import { works } from "./works.mjs";

const [work = "", size = "", folder = ""] = process.argv.slice(2);
const run = await works[work].prepare(Number(size), join(folder, `${work}-${size}`));
const began = performance.now();
await run();
const took = performance.now() - began;
process.stdout.write(JSON.stringify({ took, memory: process.resourceUsage().maxRSS / 1000 }));
