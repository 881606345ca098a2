// How long functions take to get live: ours, and `supabase functions deploy`, on a stand-in that takes 300 ms a call.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { inRounds, seconds, summary, timed } from "./release/measure.mjs";
import { functionsOf, repository } from "./release/repository.mjs";
import { REF, TOKEN, startSupabase } from "./release/supabase.mjs";

const delay = 300;
/** 120 calls a minute, ten times as fast: with the vendor's own minute one round would take minutes. */
const rate = { calls: 120, milliseconds: 6000 };
const many = 300;

const columns = ["work", "runner", "took", "calls", "ratio", "target"];

export default {
  work: `functions brought live, ${delay} ms a call; medians, and medians of ratios within a round`,
  peers: [fileURLToPath(new URL("../conformance/supabase", import.meta.url))],
  target:
    "4 changed ≤ 1.3 × one changed; none of 50 changed: ≤ 2 calls, ≥ 10 × faster than the CLI; 4 of 50 ≥ 2 ×; " +
    `${many} under a limit ≤ 1.15 × the least that it allows`,
  run: async ({ rounds = 5 } = {}) => {
    const rows = [...(await fifty(rounds)), await underLimit()];
    return { columns, rows, met: rows.every(({ missed }) => missed !== true) };
  },
};

async function fifty(rounds) {
  return await onStage({ pace: { ms: delay } }, async (stage) => {
    const calls = {};
    const measured = await inRounds(rounds, async () => ({
      cli: await stage.cli(50, 4),
      cliInParallel: await stage.cli(50, 4, ["--jobs", "8"]),
      none: await stage.ours(50, 0, (made) => (calls.none = made)),
      one: await stage.ours(50, 1, (made) => (calls.one = made)),
      four: await stage.ours(50, 4, (made) => (calls.four = made)),
      cliFour: await stage.cli(4, 4),
      oursFour: await stage.ours(4, 4, (made) => (calls.oursFour = made)),
    }));
    const of = (name, than) => summary(measured, name, than);
    return [
      row("50 functions, whatever changed", "supabase functions deploy", of("cli")),
      row("", "the same, --jobs 8", of("cliInParallel", "cli")),
      row("none of 50 changed", "prism-rollout", of("none", "cli"), 1 / 10, calls.none, 2),
      row("1 of 50 changed", "prism-rollout", of("one", "cli"), undefined, calls.one),
      row("4 of 50 changed", "prism-rollout", of("four", "cli"), 1 / 2, calls.four),
      row("4 of 50, beside 1 of 50", "prism-rollout", of("four", "one"), 1.3),
      row("4 of 4 changed", "supabase functions deploy", of("cliFour")),
      row("4 of 4 changed", "prism-rollout", of("oursFour", "cliFour"), undefined, calls.oursFour),
    ];
  });
}

/** The least: as many whole windows as the endpoint that is asked most must wait for, and one call. */
async function underLimit() {
  return await onStage({ pace: { ms: delay }, rate }, async (stage) => {
    let calls;
    const took = await stage.ours(many, many, (made) => (calls = made));
    const least = (Math.ceil(many / rate.calls) - 1) * rate.milliseconds + delay;
    const name = `${many} of ${many}, ${rate.calls} in ${rate.milliseconds / 1000} s`;
    return row(name, "prism-rollout", { took, ratio: took / least }, 1.15, calls);
  });
}

function row(work, runner, { took, ratio }, limit, calls, most) {
  const targets = [limit && `≤ ${limit.toFixed(2)}`, most && `≤ ${most} calls`].filter(Boolean);
  return {
    work,
    runner,
    took: seconds(took),
    calls,
    ratio: ratio?.toFixed(2),
    target: targets.length === 0 ? undefined : targets.join(", "),
    missed: (limit !== undefined && ratio > limit) || (most !== undefined && calls > most),
  };
}

async function onStage(how, work) {
  const supabase = await startSupabase(how);
  const repo = await repository();
  try {
    return await work(await stageOf(supabase, repo));
  } finally {
    await supabase.close();
    await repo.remove();
  }
}

async function stageOf(supabase, repo) {
  // The CLI is looked for on import, so it must be installed by then.
  const { startBundled, startCli } = await import("../conformance/supabase/support/children.mjs");
  const { url, gatewayUrl } = supabase;
  const profile = join(repo.folder, "profile.yaml");
  await writeFile(profile, `name: bench\napi_url: ${url}\ndashboard_url: ${url}\nproject_host: 127.0.0.1\n`);
  const lay = async (count, changed) => {
    supabase.seed(functionsOf(count));
    const functions = functionsOf(count, changed);
    const access = { supabase: REF, "supabase-api-url": url, "functions-url": `${gatewayUrl}/functions/v1` };
    await repo.lay(functions, {
      "deploy-functions": { ...access, functions: Object.keys(functions), "verify-jwt": false },
    });
  };
  const cliEnv = { SUPABASE_ACCESS_TOKEN: TOKEN, SUPABASE_PROFILE: profile };
  return {
    cli: async (count, changed, more = []) => {
      await lay(count, changed);
      const words = ["functions", "deploy", "--use-api", ...more, "--yes", `--remote=${REF}`];
      return await timed(() => startCli(repo, words, cliEnv));
    },
    ours: async (count, changed, tell) => {
      await lay(count, changed);
      const [before, temp] = [supabase.requests.length, await repo.temp()];
      const took = await timed(() =>
        startBundled("deploy-functions", { ...repo, temp }, { "supabase-access-token": TOKEN }),
      );
      tell(supabase.requests.length - before);
      const live = supabase.live().filter(({ version }) => version === 2).length;
      if (live !== changed) throw new Error(`${live} of ${changed} functions are live`);
      return took;
    },
  };
}
