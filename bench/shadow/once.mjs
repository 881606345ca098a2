// Judges 10 pending files behind 300 applied ones with their replay, once, as `plan` does: words are the engine and the
// folder in which what is applied is kept. Prints JSON.
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { advisorVisit } from "../../lib/kit/advisors/look.js";
import { judge } from "../../lib/kit/judge/judge.js";
import { loadParser } from "../../lib/kit/judge/parser.js";
import { connectPostgres } from "../../lib/kit/ports/live-database.js";
import { pglitePin } from "../../lib/kit/shadow/engines/fetch-pglite.js";
import { pgliteEngine } from "../../lib/kit/shadow/engines/pglite.js";
import { judgeFacts } from "../../lib/kit/shadow/judge-facts.js";
import { replayOn, replayOnShadow } from "../../lib/kit/shadow/shadow.js";
import { filesOf } from "./project.mjs";

const [engine, cache, path = "", variable = "", value = ""] = process.argv.slice(2);
const applied = 300;
const files = filesOf(applied + 10);
const given = { history: files.slice(0, applied), pending: files.slice(applied) };
const visit = advisorVisit({ each: false });
const pglite = engine === "pglite" ? await packageFolder() : undefined;

const began = performance.now();
const parser = await loadParser();
const judged = judge(parser, given.pending, { history: given.history, whole: true });
const shadow = pglite ? await onPglite() : await onPostgres();
if ("because" in shadow) throw new Error(shadow.because);
given.pending.forEach((file, at) => judgeFacts(parser, file, shadow.files[at], judged[at].findings));
const took = performance.now() - began;
const ran = shadow.files.filter((one) => "facts" in one).length;
process.stdout.write(JSON.stringify({ took, ran, engine: shadow.engine, restored: shadow.restored }));

async function onPostgres() {
  const world = { connect: connectPostgres, env: { PATH: path, [variable]: value }, temp: tmpdir() };
  return await replayOnShadow(parser, given, world, visit, { cache });
}

async function onPglite() {
  const one = await pgliteEngine(pglite, pglitePin.version, []);
  try {
    return await replayOn(one, parser, given, visit);
  } finally {
    await one.stop();
  }
}

/** The engine removes the folder of its package, so it gets one; on a runner it is unpacked from an archive. */
async function packageFolder() {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  const installed = fileURLToPath(new URL("../../node_modules/@electric-sql/pglite", import.meta.url));
  await cp(installed, join(folder, "package"), { recursive: true });
  return folder;
}
