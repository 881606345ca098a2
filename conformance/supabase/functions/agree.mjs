// Asks three of what is live: the Supabase CLI (list and download), our own `deploy-functions`, and the functions.
import { deepStrictEqual, rejects } from "node:assert";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { startAction, startCli } from "../support/children.mjs";
import { checkOut } from "./project.mjs";
import { REF } from "./world.mjs";

/** @throws {Error} unless all say that `live` is: a state of a repository, or functions of several. */
export async function agree(stage, live) {
  const { supabase } = stage;
  const looks = [listAgrees(stage, live), downloadAgrees(stage, live), answersAgree(supabase, live)];
  if (Object.keys(live).length > 0) looks.push(nothingToDo(stage, live));
  const failed = (await Promise.allSettled(looks)).find(({ status }) => status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

/** The same of functions whose files another one judges, all in one download. */
export async function agreeWith(stage, live, judge) {
  await Promise.all([listAgrees(stage, live), download(stage, []).then(judge)]);
}

async function listAgrees(stage, live) {
  const { functions } = JSON.parse(await said(stage, ["functions", "list", "--output-format", "json"]));
  const listed = functions.map((one) => [
    one.slug,
    one.status,
    one.verify_jwt,
    one.import_map,
    uploaded(one.entrypoint_path),
    uploaded(one.import_map_path),
  ]);
  const wanted = Object.entries(live).map(([slug, { jwt, map, folder, entrypoint }]) => [
    slug,
    "ACTIVE",
    jwt,
    map,
    `${folder}/${entrypoint}`,
    map ? `${folder}/deno.json` : undefined,
  ]);
  deepStrictEqual(listed.sort(), wanted.sort(), "functions list shows something else");
}

/** The path as it was uploaded: on the platform it lies in a folder of its version. */
function uploaded(path) {
  return path && /\/source\/(.*)$/.exec(path)?.[1];
}

/**
 * Functions of one state are downloaded together; of several, each into a folder of its own: they share modules. What
 * lies outside of the functions' folder the CLI takes along, but refuses to give back.
 */
async function downloadAgrees(stage, live) {
  const slugs = Object.keys(live).filter((slug) => !live[slug].leavesFolder);
  for (const slug of Object.keys(live).filter((one) => !slugs.includes(one))) {
    await rejects(download(stage, [slug]), /refusing to extract/);
  }
  if (slugs.length === 0) return;
  const all = slugs.flatMap((slug) => Object.entries(live[slug].files));
  const isOne = all.every(([path, text]) => all.every(([other, its]) => other !== path || its === text));
  const parts =
    isOne && slugs.length === Object.keys(live).length
      ? [[[], slugs]]
      : slugs.map((slug) => [[slug], [slug]]);
  await Promise.all(
    parts.map(async ([words, of]) => {
      const files = await download(stage, words);
      const wanted = Object.assign({}, ...of.map((slug) => live[slug].files));
      deepStrictEqual(files, wanted, `functions download ${words} gives something else`);
    }),
  );
}

async function download(stage, words) {
  const folder = join(stage.folder, `download-${stage.next()}`);
  await mkdir(join(folder, "supabase"), { recursive: true });
  await said(stage, ["functions", "download", ...words, "--use-api", "--workdir", folder]);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith(".temp"))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")]);
  return Object.fromEntries(await Promise.all(files));
}

async function said(stage, words) {
  const { code, stdout, stderr } = await startCli(stage, [...words, `--remote=${REF}`], stage.cliEnv).ended;
  if (code !== 0) throw new Error(`supabase ${words.join(" ")} ended with ${code}: ${stdout}\n${stderr}`);
  return stdout;
}

async function answersAgree(supabase, live) {
  for (const [slug, { answer }] of Object.entries(live)) {
    const headers = { authorization: `Bearer ${supabase.keys.anon}` };
    const response = await fetch(`${supabase.gatewayUrl}/functions/v1/${slug}`, { headers });
    deepStrictEqual(await response.text(), answer, `${slug} answers something else`);
  }
}

/** On a checkout of what is live there is nothing to deploy, and nothing is sent. */
async function nothingToDo(stage, live) {
  const { supabase, access } = stage;
  const folder = join(stage.folder, `look-${stage.next()}`);
  await mkdir(join(folder, "home"), { recursive: true });
  await checkOut(join(folder, "app"), live, access);
  const before = supabase.requests.length;
  const { code, stdout } = await (await startAction("deploy-functions", { folder }, stage.inputs)).ended;
  const writes = supabase.requests.slice(before).filter(({ method }) => method !== "GET").length;
  const nothing = /(\d+) of \1 functions are live already/.test(stdout);
  deepStrictEqual([code, nothing, writes], [0, true, 0], `deploy-functions finds work to do: ${stdout}`);
}
