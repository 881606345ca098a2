/**
 * The reaper's program, as text: it runs in a Node of its own, from the sources and from the compiled
 * library alike, and must not depend on anything that could be gone by then.
 */
export const REAPER_PROGRAM = `
import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const groups = new Map();
const folders = new Set();

// Where nobody collects the dead (a container without an init), they still answer to signal 0: /proc knows.
function alive(group) {
  try { process.kill(-group, 0); } catch (error) { return error.code === "EPERM"; }
  try {
    return readdirSync("/proc").filter((name) => /^[0-9]+$/.test(name)).some((pid) => {
      let stat = "";
      try { stat = readFileSync("/proc/" + pid + "/stat", "utf8"); } catch {}
      const [state, , ofGroup] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return Number(ofGroup) === group && state !== "Z";
    });
  } catch { return true; }
}
function signal(pid, name) {
  try { process.kill(-pid, name); } catch {}
}
async function gone(ms) {
  const until = Date.now() + ms;
  while (Date.now() < until && [...groups.keys()].some(alive)) await new Promise((resolve) => setTimeout(resolve, 20));
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, name, first] = JSON.parse(line);
  if (what === "+process") groups.set(name, first);
  if (what === "-process") groups.delete(name);
  if (what === "+folder") folders.add(name);
  if (what === "-folder") folders.delete(name);
}
for (const [pid, first] of groups) signal(pid, first);
await gone(3000);
for (const pid of groups.keys()) if (alive(pid)) signal(pid, "SIGKILL");
await gone(1000);
for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
process.exit(0);
`;
