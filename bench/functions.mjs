// How long functions take to get live: ours, and `supabase functions deploy`, on a stand-in that takes 300 ms a call.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { eachInTurn, inRounds, seconds, summary, timed } from "./release/measure.mjs";
import { emptyRecord, withRecord } from "./release/record.mjs";
import { functionsOf, repository } from "./release/repository.mjs";
import { REF, TOKEN, startSupabase } from "./release/supabase.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { pinned } from "./support/save.mjs";

const delay = 300;
/** The vendor's limit of each endpoint. */
const rate = { calls: 120, milliseconds: 60_000 };
const many = 300;

/** How the jobs of a chain went: with it `rollback` ends the release, which gives its target back. */
const went = JSON.stringify({ "deploy-functions": { result: "success", outputs: { verdict: "pass" } } });

const columns = ["work", "runner", "took", "calls", "ratio", "target"];

export default {
  work: `functions brought live, ${delay} ms a call; medians, and medians of ratios within a round`,
  peers: [fileURLToPath(new URL("../conformance/supabase", import.meta.url))],
  beside: `${pinned("conformance/supabase", "supabase")}: supabase functions deploy --use-api`,
  target:
    "4 changed ≤ 1.3 × one changed; none of 50 changed: ≤ 2 calls, ≥ 10 × faster than the CLI; 4 of 50 ≥ 2 ×; " +
    `${many} under ${rate.calls} a minute ≤ 1.15 × the least that it allows`,
  run: async ({ rounds = 5 } = {}) => {
    const rows = [...(await few(rounds)), await underLimit()];
    return { columns, rows, claims: claimsIn(rows) };
  },
};

async function few(rounds) {
  return await onStage(undefined, async (stage) => {
    const calls = {};
    const ours = async (name, count, changed) => {
      const { took, asked } = await stage.ours(count, changed);
      calls[name] = asked;
      return took;
    };
    const measured = await inRounds(rounds, async (round) =>
      eachInTurn(round, [
        async () => ({ cli: await stage.cli(50, 4) }),
        async () => ({ cliInParallel: await stage.cli(50, 4, ["--jobs", "8"]) }),
        async () => ({ none: await ours("none", 50, 0) }),
        async () => ({ one: await ours("one", 50, 1) }),
        async () => ({ four: await ours("four", 50, 4) }),
        async () => ({ cliFour: await stage.cli(4, 4) }),
        async () => ({ oursFour: await ours("oursFour", 4, 4) }),
      ]),
    );
    const of = (name, than) => summary(measured, name, than);
    return [
      row("50 functions, whatever changed", "supabase functions deploy", of("cli")),
      row("", "the same, --jobs 8", of("cliInParallel", "cli")),
      row("none of 50 changed", "prism-rollout", of("none", "cli"), 1 / 10, calls.none, { most: 2 }),
      row("1 of 50 changed", "prism-rollout", of("one", "cli"), undefined, calls.one),
      row("4 of 50 changed", "prism-rollout", of("four", "cli"), 1 / 2, calls.four),
      row("4 of 50, beside 1 of 50", "prism-rollout", of("four", "one"), 1.3, undefined, { beside: "one" }),
      row("4 of 4 changed", "supabase functions deploy", of("cliFour")),
      row("4 of 4 changed", "prism-rollout", of("oursFour", "cliFour"), undefined, calls.oursFour),
    ];
  });
}

/** The least: as many whole windows as the endpoint that is asked most must wait for, and one call. */
async function underLimit() {
  return await onStage(rate, async (stage) => {
    const { took, asked } = await stage.ours(many, many);
    const least = (Math.ceil(many / rate.calls) - 1) * rate.milliseconds + delay;
    const name = `${many} of ${many}, ${rate.calls} a minute`;
    return row(name, "prism-rollout", { took, ratio: took / least }, 1.15, asked, {
      beside: "the least time",
    });
  });
}

function row(work, runner, { took, ratio }, limit, calls, { most, beside = "the Supabase CLI" } = {}) {
  const targets = [limit && `≤ ${limit.toFixed(2)}`, most && `≤ ${most} calls`].filter(Boolean);
  return {
    work,
    runner,
    took: seconds(took),
    calls,
    ratio: ratio?.toFixed(2),
    target: targets.length === 0 ? undefined : targets.join(", "),
    claims: [
      ...(limit ? [claim(`${work}, of ${beside}`, ratio, limit)] : []),
      ...(most ? [claim(`calls, ${work}, of ${most}`, calls / most, 1)] : []),
    ],
  };
}

/** The release before is made on a stand-in that is fast and without a limit. */
async function onStage(limit, work) {
  const [before, measured] = [{ pace: { ms: 0 } }, { pace: { ms: delay }, rate: limit }];
  const [fast, slow] = [await startSupabase(before), await startSupabase(measured)];
  const repo = await repository();
  try {
    return await work(await stageOf({ ...before, supabase: fast }, { ...measured, supabase: slow }, repo));
  } finally {
    await Promise.all([fast.close(), slow.close()]);
    await repo.remove();
  }
}

async function stageOf(before, measured, repo) {
  // The CLI is looked for on import, so it must be installed by then.
  const { startBundled, startCli } = await import("../conformance/supabase/support/children.mjs");
  const profile = join(repo.folder, "profile.yaml");
  const { url } = measured.supabase;
  await writeFile(profile, `name: bench\napi_url: ${url}\ndashboard_url: ${url}\nproject_host: 127.0.0.1\n`);
  const cliEnv = { SUPABASE_ACCESS_TOKEN: TOKEN, SUPABASE_PROFILE: profile };
  const deploy = async ({ pace, supabase }, record, ends = false) => {
    const temp = await repo.temp();
    let took;
    const state = await withRecord(record, pace, async ({ inputs, env }) => {
      const given = { ...inputs, "supabase-access-token": TOKEN };
      const act = (name, more) =>
        timed(() => startBundled(name, { ...repo, temp }, { ...given, ...more }, env));
      took = await act("deploy-functions", {});
      if (ends) await act("rollback", { needs: went, artifacts: temp });
    });
    return { took, state, live: supabase.live().map(({ version }) => version) };
  };
  const lay = ({ supabase }, count, changed) =>
    repo.lay(functionsOf(count, changed), sections(supabase, count));
  const released = new Map();
  const releaseOf = async (count) => {
    if (!released.has(count)) {
      before.supabase.seed({});
      await lay(before, count, 0);
      const { state } = await deploy(before, emptyRecord(), true);
      released.set(count, { record: state, functions: before.supabase.saved() });
    }
    return released.get(count);
  };
  return {
    cli: async (count, changed, more = []) => {
      measured.supabase.restore((await releaseOf(count)).functions);
      await lay(measured, count, changed);
      const words = ["functions", "deploy", "--use-api", ...more, "--yes", `--remote=${REF}`];
      return await timed(() => startCli(repo, words, cliEnv));
    },
    ours: async (count, changed) => {
      const { record, functions } = await releaseOf(count);
      measured.supabase.restore(functions);
      await lay(measured, count, changed);
      const already = measured.supabase.requests.length;
      const { took, live } = await deploy(measured, record);
      const activated = live.filter((version) => version === 2).length;
      if (activated !== changed) throw new Error(`${activated} of ${changed} functions are live`);
      return { took, asked: measured.supabase.requests.length - already };
    },
  };
}

function sections({ url, gatewayUrl }, count) {
  const functions = Object.keys(functionsOf(count));
  const access = { supabase: REF, "supabase-api-url": url, "functions-url": `${gatewayUrl}/functions/v1` };
  // Deno's check of the types is no part of a deployment by the CLI.
  const section = { ...access, functions, "verify-jwt": false, "deno-check": "off" };
  return { "deploy-functions": section, targets: { production: {} } };
}
