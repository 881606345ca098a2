import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Client } from "pg";
import type { Project } from "../../support/migration-world.ts";
import type { Point } from "./history.ts";

const support = join(import.meta.dirname, "../../support");
const loader = join(support, "../rehearsal/engines/run-typescript.mjs");
const patience = 60_000;

const ours = "datname = current_database() and application_name like 'prism-rollout%'";
const waits = `select count(*) > 0 as is from pg_locks join pg_stat_activity using (pid) where ${ours} and not granted`;
const gone = `select count(*) = 0 as is from pg_stat_activity where ${ours}`;

/**
 * Runs migrate in a process of its own, and kills that at the point.
 * @throws {Error} where it ends before it comes there, or does not come there.
 */
export async function killedAt(project: Project, { where, hold, after }: Point): Promise<void> {
  let deadline: NodeJS.Timeout | undefined;
  const holder = new Client({ connectionString: project.url });
  await holder.connect();
  try {
    if (hold) await holder.query(hold);
    const cut = after ? [String(after), "after"] : [];
    const child = spawn(
      process.execPath,
      ["--import", loader, join(support, "migrate-victim.ts"), project.url, project.root, ...cut],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    let said = "";
    child.stderr.on("data", (text) => (said += String(text)));
    const ended = once(child, "exit");
    deadline = setTimeout(() => child.kill("SIGTERM"), patience);
    if (hold) {
      const is = await until(project, waits, () => child.exitCode !== null);
      child.kill("SIGKILL");
      if (!is) throw new Error(`migrate did not come to ${where}: ${said || "it ended, or waited"}`);
    }
    const [code, signal] = (await ended) as [number | null, string | null];
    if (signal !== "SIGKILL")
      throw new Error(
        `migrate ended with ${code ?? signal} before ${where}, or took ${patience} ms: ${said}`,
      );
  } finally {
    clearTimeout(deadline);
    await holder.end();
  }
  // The server ends what is under way, and then what nobody commits.
  if (!(await until(project, gone, () => false)))
    throw new Error(`the backend of a run that was killed ${where} is still there after ${patience} ms`);
}

/** Asks again and again; false where it is over before, or it takes too long. */
async function until(project: Project, sql: string, over: () => boolean): Promise<boolean> {
  const client = new Client({ connectionString: project.url });
  await client.connect();
  try {
    for (const began = Date.now(); Date.now() - began < patience && !over();) {
      const { rows } = await client.query<{ is: boolean }>(sql);
      if (rows[0]?.is) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}
