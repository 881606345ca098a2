/**
 * The program that makes a PostgreSQL server for us alone and removes it again, as text: it runs in a Node of its
 * own and holds the other end of a pipe, so that server and folder are gone when we are, however we end.
 * It reads one line of JSON `{ bin, temp, password, user, env, seeded }` and answers by one: `{ port, data }` or
 * `{ problem }`. With `seeded` it first answers `{ data }`, an empty folder, and waits for a line that says it is filled. As root the server is another user, who may not walk through the folders above its data; Linux
 * lets it in by a handle.
 */
export const SERVER_PROGRAM = `
import { spawn } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
const lines = createInterface({ input: process.stdin });
const next = () => new Promise((resolve) => lines.once("line", resolve));
const { bin, temp, password, user, env, seeded } = JSON.parse(await next());
const children = new Set();
const now = { folder: undefined, ending: false };
async function end() {
  if (now.ending) return;
  now.ending = true;
  const running = [...children];
  for (const child of running) child.kill("SIGQUIT");
  const insist = setTimeout(() => { for (const child of running) child.kill("SIGKILL"); }, 3000);
  await Promise.all(running.map((child) => child.over));
  clearTimeout(insist);
  if (now.folder) rmSync(now.folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
lines.once("close", end);
const answer = (value) => { if (!now.ending) process.stdout.write(JSON.stringify(value) + "\\n"); };

function start(name, args, handle, onText, input) {
  const child = spawn(join(bin, name), args, { cwd: "/", env, stdio: ["pipe", "pipe", "pipe", handle], ...user });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  let tail = "";
  const hear = (data) => { tail = (tail + data).slice(-1000); onText?.(tail); };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.over = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : tail.trim().split("\\n").slice(-2).join(" ")));
  });
  children.add(child);
  child.over.then(() => children.delete(child));
  return child;
}
const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once("error", reject);
  probe.listen(0, "127.0.0.1", () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
});

try {
  const folder = mkdtempSync(join(temp, "prism-rollout-shadow-"));
  now.folder = folder;
  const data = join(folder, "data");
  const secret = join(folder, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) for (const path of [folder, data, secret]) chownSync(path, user.uid, user.gid);
  const handle = openSync(folder, "r");
  const home = user && existsSync("/proc/self/fd") ? "/proc/self/fd/3" : folder;
  const here = join(home, "data");
  if (seeded) { answer({ data }); await next(); }
  const roles = ["supabase_admin", "postgres"].map((role) => "alter role " + role + " password '" + password + "';\\n").join("");
  const made = seeded
    ? start("postgres", ["--single", "-D", here, "-F", "postgres"], handle, undefined, roles)
    : start("initdb", ["-D", here, "-A", "scram-sha-256", "-U", "supabase_admin", "--pwfile", join(home, "password"), "-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1"], handle);
  const problem = await made.over;
  if (problem !== undefined) throw new Error((seeded ? "snapshot: " : "initdb: ") + problem);
  const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "wal_level=logical", "max_connections=20", "shared_buffers=64MB", "jit=off", "timezone=UTC", "unix_socket_directories="];
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    let ready;
    const up = new Promise((resolve) => { ready = resolve; });
    const server = start("postgres", ["-D", here, "-h", "127.0.0.1", "-p", String(port), ...settings.flatMap((one) => ["-c", one])], handle, (tail) => {
      if (tail.includes("ready to accept connections")) ready({ up: true });
    });
    const came = await Promise.race([up, server.over.then((text) => ({ text }))]);
    if (came.up) { answer({ port, data }); break; }
    if (attempt === 5 || !String(came.text).includes("Address already in use")) throw new Error("postgres: " + came.text);
  }
  closeSync(handle);
} catch (error) {
  answer({ problem: error.message });
  await end();
}
`;
