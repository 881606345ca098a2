// How long it takes to apply many small files: ours with all checks, one `psql`, and `supabase db push`.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { withServer } from "../conformance/supabase/migrate/server.mjs";

/** What `migrate` may cost: of one psql at many files, of the CLI at some, and where there is nothing to do. */
const limits = { floor: 1.5, cli: 1 / 2.5, nothing: 400 };
const rounds = 3;

const columns = ["work", "runner", "took", "ratio", "target"];

export default {
  work: "files of 4 small statements each, applied to an empty database; the best of 3",
  peers: [fileURLToPath(new URL("../conformance/supabase", import.meta.url))],
  target:
    "≤ 1.5 × one psql at 1,000 files; ≥ 2.5 × faster than supabase db push at 100; nothing to do ≤ 0.4 s",
  run: async () => {
    // The CLI is looked for on import, so it must be installed by then.
    const runners = await import("../conformance/supabase/migrate/runners.mjs");
    return await withServer(async (server) => {
      const many = await measured(server, runners, 1000);
      const some = await measured(server, runners, 100);
      const rows = [
        rowOf("1,000 files", "one psql", many.psql),
        rowOf("1,000 files", "supabase db push", many.cli, many.psql),
        rowOf("1,000 files", "prism-rollout", many.ours, many.psql, limits.floor),
        rowOf("100 files", "one psql", some.psql, some.cli),
        rowOf("100 files", "supabase db push", some.cli),
        rowOf("100 files", "prism-rollout", some.ours, some.cli, limits.cli),
        { ...rowOf("nothing to do", "prism-rollout", some.nothing), target: "≤ 0.40 s" },
      ];
      const met =
        some.nothing <= limits.nothing &&
        rows.every(({ over }) => over === undefined || over === false) &&
        some.ours <= some.cli * limits.cli;
      return { columns, rows, met };
    });
  },
};

function rowOf(work, runner, ms, than, limit) {
  const ratio = ms === undefined || than === undefined ? undefined : ms / than;
  return {
    work,
    runner,
    took: ms === undefined ? "-" : `${(ms / 1000).toFixed(2)} s`,
    ratio: ratio?.toFixed(2),
    target: limit === undefined ? undefined : `≤ ${limit.toFixed(2)}`,
    over: limit === undefined || ratio === undefined ? undefined : ratio > limit,
  };
}

/** The best of some rounds, in turns, so that what else the machine does meets all of them. */
async function measured(server, runners, count) {
  const best = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, ms] of Object.entries(await once(server, runners, count))) {
      best[name] = Math.min(best[name] ?? Infinity, ms);
    }
  }
  return best;
}

async function once(server, { projectIn, startOurs, startCli, push }, count) {
  const files = filesOf(count);
  const [psql, cli, ours] = await Promise.all(["psql", "cli", "ours"].map((name) => server.database(name)));
  const folder = `${server.folder}/${ours.split("/").at(-1)}`;
  await mkdir(folder);
  const project = await projectIn(folder);
  await project.write(files);
  const paths = Object.keys(files).flatMap((name) => ["-f", `${folder}/app/supabase/migrations/${name}`]);
  const floor = await timed(() => ran("psql", [psql, "-q", "-1", "-v", "ON_ERROR_STOP=1", ...paths]));
  return {
    ...(floor === undefined ? {} : { psql: floor }),
    cli: await timed(async () => (await startCli(project, cli, push).ended).code),
    ours: await timed(async () => (await (await startOurs(project, ours)).ended).code),
    nothing: await timed(async () => (await (await startOurs(project, ours)).ended).code),
  };
}

function filesOf(count) {
  const names = Array.from({ length: count }, (_, index) => String(index + 1).padStart(5, "0"));
  return Object.fromEntries(
    names.map((name) => [
      `${name}_table.sql`,
      `create table t${name} (id int primary key, note text);\ncreate index on t${name} (note);\n` +
        `insert into t${name} values (1, 'a');\ncomment on table t${name} is 'one of many';\n`,
    ]),
  );
}

/** Undefined where the program is not there. */
async function timed(run) {
  const began = performance.now();
  const code = await run();
  if (code === "absent") return undefined;
  if (code !== 0) throw new Error(`A runner failed: exit ${code}`);
  return performance.now() - began;
}

function ran(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "ignore" });
    child.on("error", () => resolve("absent"));
    child.on("close", resolve);
  });
}
