// Plays one scenario on a database, and asks the Supabase CLI what it makes of it.
import { deepStrictEqual } from "node:assert";
import { join } from "node:path";

import { projectIn, push, startCli, startOurs } from "./runners.mjs";
import { holdLock, ledgerOf, rowsOf, untilRunning } from "./server.mjs";

/** @throws {Error} what does not agree */
export async function play(server, { name, steps, cli = "applies them" }) {
  const url = await server.database("ours");
  const project = await projectIn(join(server.folder, url.split("/").at(-1)));
  for (const step of steps) await take(project, url, step);
  const ours = await ledgerOf(url);
  if (ours.length === 0) throw new Error(`${name}: nothing is recorded`);
  await listAgrees(project, url, ours);
  await pushAgrees(project, url);
  deepStrictEqual(await ledgerOf(url), ours, "The CLI has changed the ledger");
  const twin = await twinOf(server, steps, cli);
  const same = `${twin.filter((row) => ours.some(({ version }) => version === row.version)).length} equal`;
  for (const row of twin) {
    deepStrictEqual(
      ours.find(({ version }) => version === row.version),
      row,
      `The row of ${row.version} is not the CLI's`,
    );
  }
  return { files: ours.length, list: "same", push: "up to date", rows: same, note: cli };
}

/** A step: SQL, or files and who applies them; `fails` is what that must say, `killed` the word it is killed at. */
async function take(project, url, { sql, files = {}, by, words = push, inputs, fails, killed }) {
  if (sql !== undefined) return void (await rowsOf(url, sql));
  await project.write(files);
  const start = () => (by === "cli" ? startCli(project, url, words) : startOurs(project, url, inputs));
  if (killed !== undefined) return await killAt(url, killed, start);
  const child = await start();
  const { code, stdout, stderr } = await child.ended;
  const said = `${stdout}\n${stderr}`.trim();
  if (fails === undefined && code !== 0) throw new Error(`${by ?? "ours"} failed: ${said}`);
  if (fails !== undefined && (code === 0 || !said.includes(fails))) {
    throw new Error(`${by ?? "ours"} did not fail with «${fails}»: ${said}`);
  }
}

/** Starts one, and kills it while the statement with this word runs; what it left running at the server has ended then. */
async function killAt(url, word, start) {
  const lock = await holdLock(url);
  try {
    const child = await start();
    let gone = false;
    void child.ended.then(() => (gone = true));
    await untilRunning(url, word, true, () => !gone);
    child.kill();
    await child.ended;
  } finally {
    await lock.release();
  }
  await untilRunning(url, word, false);
}

async function listAgrees(project, url, ours) {
  const { code, stdout, stderr } = await startCli(project, url, ["migration", "list"]).ended;
  if (code !== 0) throw new Error(`migration list failed: ${stdout}\n${stderr}`);
  const listed = JSON.parse(stdout).migrations.map(({ local, remote }) => ({ local, remote }));
  const wanted = ours.map(({ version }) => ({ local: version, remote: version }));
  deepStrictEqual(listed, wanted, "migration list shows something else");
}

async function pushAgrees(project, url) {
  const { code, stdout, stderr } = await startCli(project, url, push).ended;
  if (code !== 0 || !JSON.parse(stdout).upToDate) {
    throw new Error(`db push does not say up to date: ${stdout}\n${stderr}`);
  }
}

/** What the CLI alone writes for the same files, or as much of it as it can. */
async function twinOf(server, steps, cli) {
  const url = await server.database("cli");
  const project = await projectIn(join(server.folder, url.split("/").at(-1)));
  for (const { sql, files } of steps) {
    if (sql !== undefined) await rowsOf(url, sql);
    if (files !== undefined) await project.write(files);
  }
  const { code, stdout, stderr } = await startCli(project, url, push).ended;
  const said = `${stdout}\n${stderr}`;
  if (cli === "applies them" && code !== 0) throw new Error(`The CLI cannot apply these files: ${said}`);
  if (cli !== "applies them" && (code === 0 || !said.includes(cli))) {
    throw new Error(`The CLI was to fail with «${cli}», and says: ${said}`);
  }
  return await ledgerOf(url);
}
