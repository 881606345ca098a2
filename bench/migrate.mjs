// How long it takes to apply many small files: ours with all checks, psql, and `supabase db push`.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { rowsOf, withServer } from "../conformance/supabase/migrate/server.mjs";
import { late } from "./migrate/late.mjs";
import { startDbmate, startNodePgMigrate } from "./migrate/peers.mjs";
import { layProject } from "./migrate/project.mjs";
import { eachInTurn, inRounds, seconds, summary, timed } from "./release/measure.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { pinned } from "./support/save.mjs";

/** What `migrate` may take of what another one takes, as a whole and from its first transaction on; nothing to do (ADR 51). */
const limits = { whole: 2, applying: 1.5, cli: { 100: 1, 1000: 1.25 }, idle: 1 / 3, nothing: 400 };

const stages = [
  { server: "writes to the disk", durable: true, counts: [1000, 100] },
  { server: "the same, 3 ms away", durable: true, ms: 3, counts: [100] },
  { server: "never waits for the disk", durable: false, counts: [1000, 100] },
];

const columns = ["server", "work", "runner", "took", "beside", "ratio", "target", "met"];
const names = {
  whole: "psql, one transaction",
  each: "psql, one a file",
  cli: "supabase db push",
  dbmate: "dbmate",
  nodePgMigrate: "node-pg-migrate",
  ours: "prism-rollout",
  applying: "of that, applying",
};

export default {
  work: "files of 4 small statements each, applied to an empty database; medians, and medians of ratios within a round",
  peers: ["../conformance/supabase", "peers"].map((peer) => fileURLToPath(new URL(peer, import.meta.url))),
  beside: `psql, ${pinned("conformance/supabase", "supabase")}: supabase db push, ${pinned("bench/peers", "dbmate")} and ${pinned("bench/peers", "node-pg-migrate")}`,
  target:
    "1,000 files, a server that writes to the disk: applying ≤ 1.5 ×, the whole ≤ 2 × psql with a transaction and a row of the " +
    "ledger a file, and ≤ 1.25 × supabase db push; 100 files: not slower than supabase db push; nothing to do ≤ 0.4 s (ADR 51)",
  run: async ({ rounds = 5 } = {}) => {
    const rows = [];
    for (const stage of stages)
      for (const count of stage.counts)
        rows.push(...rowsFor(stage, count, await measured(stage, count, rounds)));
    return { columns, rows, claims: claimsIn(rows) };
  },
};

function rowsFor({ server, durable, ms = 0 }, count, rounds) {
  const row = (work, runner, { took, ratio }, beside, held, target) => ({
    server,
    work,
    runner,
    took: seconds(took),
    beside: ratio === undefined ? undefined : names[beside],
    ratio: ratio?.toFixed(2),
    target,
    claims: held === undefined ? [] : [held],
    met: held && (held.met ? "yes" : "no"),
  });
  const files = `${count.toLocaleString("en")} files`;
  const has = (name) => rounds.every((round) => round[name] !== undefined);
  const peers = ["whole", "each", "cli", "dbmate", "nodePgMigrate"].filter(has);
  const held = (what, beside) => {
    const found = summary(rounds, what, beside);
    const limit = limitOf(what, beside, count, durable && ms === 0);
    const of = `${files}, ${server}${what === "applying" ? ", applying" : ""}, of ${names[beside]}`;
    const asked = limit && claim(of, found.ratio, limit);
    return row(files, names[what], found, beside, asked, limit && `≤ ${limit.toFixed(2)}`);
  };
  const nothing = summary(rounds, "nothing");
  const target = ms === 0 ? `≤ ${(limits.nothing / 1000).toFixed(2)} s` : undefined;
  const idle = target && claim(`nothing to do, ${server}, of 0.4 s`, nothing.took / limits.nothing, 1);
  const nothingOf = summary(rounds, "nothing", "idleCli");
  const faster =
    durable && ms === 0
      ? claim(`nothing to do, ${server}, of ${names.cli}`, nothingOf.ratio, limits.idle)
      : undefined;
  return [
    ...peers.map((name) => row(files, names[name], summary(rounds, name))),
    ...peers.map((beside) => held("ours", beside)),
    ...(has("each") ? [held("applying", "each")] : []),
    ...(count === 100
      ? [
          row("nothing to do", names.cli, summary(rounds, "idleCli")),
          row("nothing to do", names.ours, nothing, undefined, idle, target),
          row("nothing to do", names.ours, nothingOf, "cli", faster, faster && `≤ ${limits.idle.toFixed(2)}`),
        ]
      : []),
  ];
}

/** What the start takes is told at 100 files; what the judge takes at 1,000, where it stands beside a server at work. */
function limitOf(what, beside, count, real) {
  if (beside === "each") return real && count === 1000 ? limits[what === "ours" ? "whole" : what] : undefined;
  return beside === "cli" && (real || count === 100) ? limits.cli[count] : undefined;
}

/** In turns, each on a database of its own. */
async function measured({ durable, ms = 0 }, count, rounds) {
  // The CLI is looked for on import, so it must be installed by then.
  const { projectIn, push, startCli } = await import("../conformance/supabase/migrate/runners.mjs");
  const { startBundled } = await import("../conformance/supabase/support/children.mjs");
  const work = async (server) => {
    const way = ms === 0 ? undefined : await late(server.port, ms);
    let number = 0;
    const database = async (name) => (way?.through ?? String)(await server.database(name));
    const psql = async (args) => {
      const url = await database("psql");
      return await timed(() => ({ ended: ran("psql", [url, "-q", "-v", "ON_ERROR_STOP=1", ...args]) }));
    };
    const once = async (round) => {
      const { project, whole, each } = await layProject(
        `${server.folder}/${(number += 1)}`,
        count,
        projectIn,
      );
      const [theirs, ours] = [await database("cli"), await database("ours")];
      const start = () => startBundled("migrate", project, { "database-url": ours });
      return await eachInTurn(round, [
        ...(hasPsql()
          ? [async () => ({ whole: await psql(whole) }), async () => ({ each: await psql(each) })]
          : []),
        async () => ({
          cli: await timed(() => startCli(project, theirs, push)),
          idleCli: await timed(() => startCli(project, theirs, push)),
        }),
        async () => ({ dbmate: await timed(async () => startDbmate(project, await database("dbmate"))) }),
        async () => ({
          nodePgMigrate: await timed(async () =>
            startNodePgMigrate(project, await database("node_pg_migrate")),
          ),
        }),
        async () => ({
          ours: await timed(start),
          applying: await applying(ours, count),
          nothing: await timed(start),
        }),
      ]);
    };
    try {
      return await inRounds(rounds, once);
    } finally {
      await way?.close();
    }
  };
  return await withServer(work, { durable });
}

/** From the begin of the first file's transaction to the end of the last one, which takes what the others took. */
async function applying(url, count) {
  const sql = `select extract(epoch from max(applied) - min(applied)) * 1000 as took from prism_rollout.migrations`;
  const [{ took }] = await rowsOf(url, sql);
  return (Number(took) * count) / (count - 1);
}

function hasPsql() {
  return spawnSync("psql", ["--version"]).status === 0;
}

function ran(command, args) {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (data) => (stderr += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout: "", stderr })));
}
