/**
 * A Node of its own that starts programs for us and ends them all when its standard input closes: also a `kill -9`
 * leaves none of them behind. It reads lines `{ id, command, args, cwd, env }` or `{ stop: id }`, and says by a line
 * `{ id, code, tail }` that one has ended.
 */
export const KEEPER_PROGRAM = `
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const children = new Map();
const lines = createInterface({ input: process.stdin });
process.stdout.on("error", () => {});
function start({ id, command, args, cwd, env }) {
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let tail = "";
  const hear = (data) => { tail = (tail + data).slice(-4000); };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const over = (code) => {
    if (!children.delete(id)) return;
    process.stdout.write(JSON.stringify({ id, code, tail }) + "\\n");
  };
  child.once("error", (error) => { tail += error.message; over(-1); });
  child.once("close", (code) => over(code ?? -1));
  children.set(id, child);
}
lines.on("line", (line) => {
  const order = JSON.parse(line);
  if (order.stop === undefined) start(order);
  else children.get(order.stop)?.kill("SIGKILL");
});
lines.once("close", () => {
  for (const child of children.values()) child.kill("SIGKILL");
  const gone = setInterval(() => { if (children.size === 0) { clearInterval(gone); process.exit(0); } }, 10);
});
`;
