import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, migrationServer } from "../support/migration-world.ts";
import { type Chain, oldWorld, phasesOfChain, playChain } from "./kills/chain/base.ts";
import { phaseWalk, rollbackWalk } from "./kills/chain/walks.ts";
import { watchWalks } from "./kills/chain/watch.ts";
import { sideBySide } from "./kills/side-by-side.ts";
import { momentsOf } from "./kills/times.ts";
import { type Walk, type Walked, say, walk } from "./kills/walk.ts";

/** `npm run kills` tries every boundary, `npm run engines` one of each walk, others from day to day. */
const whole = process.env["KILLS"] === "all";
const seed = Number(process.env["KILLS_SEED"] ?? Math.floor(Date.now() / 86_400_000));
const most = process.env["KILLS_MOST"];
const part = {
  most: most === undefined ? (whole ? undefined : 1) : Number(most),
  seed,
  only: process.env["KILLS_CASE"] ?? "",
};
const patience = whole ? 3_600_000 : 180_000;
const times = momentsOf(whole ? 10 : 2, seed);

type Walks = Readonly<Record<string, () => Promise<Walk>>>;
const names = [...phasesOfChain, "rollback", "watch: find", "watch: look", "watch: its rollback"];

/** `KILLS_WALK` are words of a name: that walk alone. */
const named = names
  .map((name) => `chain, ${name}`)
  .filter((one) => one.includes(process.env["KILLS_WALK"] ?? ""));

async function walksOf(chain: Chain): Promise<Walks> {
  const phases = phasesOfChain.map(
    (name) => [name, async () => phaseWalk(chain, name, times(chain.did[name].milliseconds))] as const,
  );
  const watch = named.some((name) => name.includes("watch")) ? await watchWalks(chain, times) : undefined;
  const watched = Object.entries(watch ?? {}).map(
    ([name, of]) => [`watch: ${name}`, async () => of] as const,
  );
  return Object.fromEntries([...phases, ["rollback", () => rollbackWalk(chain, times)], ...watched]);
}

let server: MigrationServer;
let walking: ReadonlyMap<string, Promise<Walked>>;
beforeAll(async () => {
  server = await migrationServer();
  const all = await walksOf(await playChain(await oldWorld(server.postgres)));
  const works = named.map((name) => {
    const walkOf = new Map(Object.entries(all)).get(name.slice("chain, ".length));
    return [name, async () => await walk((await walkOf?.()) ?? never(name), part)] as const;
  });
  // Each walk tries two at a time, where it has more than one to try.
  walking = sideBySide(works, whole ? 1 : 2);
}, 300_000);
afterAll(async () => {
  await Promise.allSettled(walking.values());
  await server.stop();
}, patience);

test.each(named)(
  "killed, cancelled, terminated or with its runner lost, anywhere: all of it goes on, or all of it goes back. %s",
  async (name) => {
    const walked = await (walking.get(name) ?? never(name));
    say(name, walked, seed);
    expect(walked.failures).toEqual([]);
    // A moment may come when the process has ended.
    expect(walked.tried).toBeGreaterThanOrEqual(walked.chosen > 1 ? Math.floor(walked.chosen * 0.8) : 0);
  },
  patience,
);

function never(name: string): never {
  throw new Error(`no walk is called ${name}`);
}
