// One work of one size, in a process of its own: `node once.mjs WORK SIZE FOLDER`. Prints what it took, as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { works } from "./works.mjs";

const [work = "", size = "", folder = ""] = process.argv.slice(2);
const run = await works[work].prepare(Number(size), join(folder, `${work}-${size}`));
const began = performance.now();
await run();
const took = performance.now() - began;
process.stdout.write(JSON.stringify({ took, memory: peak() / 1000 }));

/** KB at most. What `resourceUsage` tells begins with what the process held that started this one. */
function peak() {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}
