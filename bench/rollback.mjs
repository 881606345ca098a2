// How long it takes until a release is back and seen to be: ours, its components alone, and the vendors' own tools.
import { deepStrictEqual } from "node:assert";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { inRounds, median, seconds, summary, timed } from "./release/measure.mjs";
import { functionsOf, repository } from "./release/repository.mjs";
import { REF, TOKEN, startSupabase } from "./release/supabase.mjs";
import { run, startVercelCli } from "./release/vercel-cli.mjs";
import { siteIn, startWeb, tokens, zone } from "./release/web.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { pinned } from "./support/save.mjs";

const delay = 300;
const [all, changed] = [50, 4];
const folderOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const columns = ["work", "runner", "took", "ratio", "target"];

export default {
  work: `${changed} of ${all} functions, the web and its CDN go back and are verified, ${delay} ms a call; medians`,
  peers: [folderOf("../conformance/supabase"), folderOf("../conformance")],
  beside: `${pinned("conformance/supabase", "supabase")}, ${pinned("conformance", "vercel")} and curl, one after the other`,
  target: "all three ≤ 3 × the slowest alone; ≥ 4 × faster than the vendors' tools one after the other",
  run: async ({ rounds = 5 } = {}) => {
    const measured = await onStage((stage) => inRounds(rounds, () => once(stage)));
    const slowest = measured.map(({ functions, web, cdn }) => Math.max(functions, web, cdn));
    const overSlowest = median(measured.map(({ ours }, round) => ours / slowest[round]));
    const of = (name, than) => summary(measured, name, than);
    const rows = [
      row("functions alone", "prism-rollout", of("functions")),
      row("web alone", "prism-rollout", of("web")),
      row("CDN alone", "prism-rollout", of("cdn")),
      row("all, beside the slowest alone", "prism-rollout", { ...of("ours"), ratio: overSlowest }, [
        "all three back, of the slowest alone",
        3,
      ]),
      row("functions", "supabase functions deploy", of("cli")),
      row("web", "vercel rollback", of("vercel")),
      row("CDN", "curl", of("curl")),
      row("all, one after the other", "the three", of("vendors")),
      row("all", "prism-rollout", of("ours", "vendors"), ["all three back, of the vendors' tools", 1 / 4]),
    ];
    return { columns, rows, claims: claimsIn(rows) };
  },
};

function row(work, runner, { took, ratio }, [name, limit] = []) {
  return {
    work,
    runner,
    took: seconds(took),
    ratio: ratio?.toFixed(2),
    target: limit === undefined ? undefined : `≤ ${limit.toFixed(2)}`,
    claims: limit === undefined ? [] : [claim(name, ratio, limit)],
  };
}

async function once(stage) {
  const { release, rollback } = stage;
  const ours = await rollback(["deploy-functions", "deploy-web", "purge-cdn"], await release());
  const functions = await rollback(["deploy-functions"], await release({ web: false }));
  const web = await rollback(["deploy-web"], await release({ functions: false }));
  const cdn = await stage.purge();
  await release();
  const [cli, vercel, curl] = [await stage.cli(), await stage.vercel(), await stage.curl()];
  return { ours, functions, web, cdn, cli, vercel, curl, vendors: cli + vercel + curl };
}

async function onStage(work) {
  const pace = { ms: 0 };
  const [supabase, web, repo] = [await startSupabase({ pace }), await startWeb(pace), await repository()];
  try {
    return await work(await stageOf({ pace, supabase, web, repo }));
  } finally {
    await Promise.all([supabase.close(), web.close()]);
    await repo.remove();
  }
}

async function stageOf({ pace, supabase, web, repo }) {
  // The CLI is looked for on import, so it must be installed by then.
  const { startBundled, startCli } = await import("../conformance/supabase/support/children.mjs");
  const { folder, app } = repo;
  const [old, next] = [
    await siteIn(folder, "old", "a".repeat(40)),
    await siteIn(folder, "next", "b".repeat(40)),
  ];
  const { url, gatewayUrl } = supabase;
  const functionsSection = {
    supabase: REF,
    "supabase-api-url": url,
    "functions-url": `${gatewayUrl}/functions/v1`,
    functions: Object.keys(functionsOf(all)),
    "verify-jwt": false,
    "require-healthy": false,
    "deno-check": "off",
  };
  const sections = { "deploy-functions": functionsSection, ...web.sections };
  const secrets = { "supabase-access-token": TOKEN, "host-token": tokens.host, "cdn-token": tokens.cdn };
  const act = async (name, given = {}, temp) => {
    const place = { folder, temp: temp ?? (await repo.temp()) };
    return await timed(() => startBundled(name, place, { ...secrets, ...given }));
  };
  const slowly = async (run) => {
    pace.ms = delay;
    try {
      return await run();
    } finally {
      pace.ms = 0;
    }
  };
  const deployWeb = (site) => act("deploy-web", { artifact: site.artifact, unpin: "true" });
  const checkOut = (part, of) =>
    repo.lay(of, Object.fromEntries(part.map((section) => [section, sections[section]])));
  const isBack = async () => {
    const pages = await web.visit();
    const [live] = [supabase.live().map(({ files }) => files)];
    deepStrictEqual(pages.filter((page) => !page.includes(old.marker)).length, 0, "the old site is not back");
    const wanted = Object.values(functionsOf(all)).map((files) =>
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, Buffer.from(text).toString("base64")]),
      ),
    );
    deepStrictEqual(live, wanted, "the old functions are not back");
  };
  const profile = join(folder, "profile.yaml");
  await writeFile(profile, `name: bench\napi_url: ${url}\ndashboard_url: ${url}\nproject_host: 127.0.0.1\n`);
  await checkOut(Object.keys(sections), functionsOf(all));
  supabase.seed(functionsOf(all));
  await deployWeb(old);
  const former = web.live();
  return {
    /** Brings a release live, and visitors; gives what its phase of functions has left. */
    release: async ({ functions = true, web: alsoWeb = true } = {}) => {
      supabase.seed(functionsOf(all));
      await checkOut(Object.keys(sections), functionsOf(all, changed));
      const temp = await repo.temp();
      if (functions) await act("deploy-functions", {}, temp);
      if (alsoWeb) await deployWeb(next);
      await web.visit();
      return temp;
    },
    rollback: async (parts, artifacts) => {
      await checkOut(parts, functionsOf(all, changed));
      const took = await slowly(() => act("rollback", { artifacts, reason: "bench" }));
      if (parts.length > 1) await isBack();
      return took;
    },
    purge: async () => {
      await checkOut(["purge-cdn"], functionsOf(all, changed));
      return await slowly(() => act("purge-cdn", { marker: old.marker }));
    },
    cli: async () => {
      await checkOut(["deploy-functions"], functionsOf(all));
      const words = ["functions", "deploy", "--use-api", "--yes", `--remote=${REF}`];
      const env = { SUPABASE_ACCESS_TOKEN: TOKEN, SUPABASE_PROFILE: profile };
      return await slowly(() => timed(() => startCli(repo, words, env)));
    },
    vercel: () => slowly(() => timed(() => startVercelCli(repo, ["rollback", former, "--yes"], web.hostApi))),
    curl: async () => {
      const address = `${web.cdnApi}/zones/${zone}/purge_cache`;
      const words = ["-sf", "-X", "POST", address, "-H", `Authorization: Bearer ${tokens.cdn}`];
      const took = await slowly(() =>
        timed(() => run("curl", [...words, "-d", '{"purge_everything":true}'], { cwd: app })),
      );
      await isBack();
      return took;
    },
  };
}
