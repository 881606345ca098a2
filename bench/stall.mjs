// How long live sessions stand still while a migration runs: ours, and `supabase db push`.
import { fileURLToPath } from "node:url";
import { live } from "./stall/clients.mjs";
import { scenes } from "./stall/scenes.mjs";
import { withShop } from "./stall/shop.mjs";
import { claim } from "./support/claim.mjs";
import { pinned } from "./support/save.mjs";

/** What live sessions put up with, in ms, as `blocks-for` says it; and what a look, a cancel and a rollback take. */
const patience = 2000;
const more = 1000;

/** Both are children. The CLI is looked for on import, so it must be installed by then. */
async function runnersOf() {
  const { projectIn, push, startCli, startOurs } =
    await import("../conformance/supabase/migrate/runners.mjs");
  return {
    projectIn,
    "prism-rollout": (project, url, inputs) =>
      startOurs(project, url, { "blocks-for": `${patience}ms`, "lock-wait": "1s", ...inputs }),
    "supabase db push": (project, url) => startCli(project, url, push),
  };
}

const columns = ["migration", "runner", "worst stall", "p99", "took", "outcome"];

export default {
  work: "8 sessions read and write a table of 2 million rows, without a pause, while it is migrated",
  peers: [fileURLToPath(new URL("../conformance/supabase", import.meta.url))],
  beside: `${pinned("conformance/supabase", "supabase")}: supabase db push`,
  target: `with ours nobody waits longer than ${patience / 1000} s (blocks-for) and ${more / 1000} s for a look, a cancel and a rollback`,
  run: async () => {
    const rows = [];
    const { projectIn, ...runners } = await runnersOf();
    await withShop(async (shop) => {
      for (const scene of scenes) {
        for (const [runner, start] of Object.entries(runners)) {
          rows.push({ migration: scene.name, runner, ...(await play(shop, scene, start, projectIn)) });
        }
      }
    });
    const ours = rows.filter(({ runner }) => runner === "prism-rollout");
    return {
      columns,
      rows: rows.map((row) => ({ ...row, "worst stall": seconds(row.worst), p99: seconds(row.p99) })),
      claims: ours.map(({ migration, worst }) =>
        claim(
          `the worst stall, of ${(patience + more) / 1000} s: ${migration}`,
          worst / (patience + more),
          1,
        ),
      ),
    };
  },
};

/** One migration by one runner, on a copy of the shop. */
async function play(shop, { sql, inputs, beside }, start, projectIn) {
  const url = await shop.open();
  const project = await projectIn(`${shop.folder}/${url.split("/").at(-1)}`);
  await project.write({ "0001_change.sql": sql });
  const clients = await live(url, 8);
  const other = await beside?.(url);
  const began = Date.now();
  const { code, stdout, stderr } = await (await start(project, url, inputs)).ended;
  const took = Date.now() - began;
  await other?.end();
  const { worst, p99 } = await clients.stop();
  await shop.close(url);
  const failed = /PR\d{3}/.exec(`${stdout}${stderr}`)?.[0] ?? "failed";
  const outcome = code === 0 ? "applied" : `${failed}: rolled back`;
  return { worst, p99, took: seconds(took), outcome };
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}
