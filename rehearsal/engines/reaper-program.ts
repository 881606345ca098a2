/**
 * The reaper's program, as text: it runs in a Node of its own, from the sources and from the compiled
 * library alike, and must not depend on anything that could be gone by then.
 */
export const REAPER_PROGRAM = `
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const groups = new Map();
const folders = new Set();

function alive(pid) {
  try { process.kill(-pid, 0); return true; } catch (error) { return error.code === "EPERM"; }
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
