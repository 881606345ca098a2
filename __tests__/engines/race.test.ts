import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, migrationServer } from "../support/migration-world.ts";
import { type Chain, oldWorld, playChain } from "./kills/chain/base.ts";
import { besideFunctions, besideMigrations } from "./kills/races/developer.ts";
import { type Race, type Raced, raceAll, sayRace } from "./kills/races/race.ts";
import { againstRollback, lostAndFound, onceOver, twoReleases } from "./kills/races/releases.ts";
import { againstWatch } from "./kills/races/watch.ts";
import { besideWeb } from "./kills/races/web.ts";
import { sideBySide } from "./kills/side-by-side.ts";
import { type Base, newBase } from "./kills/walks/base.ts";

/** `npm run races` holds the first at every call, `npm run engines` at one of each race, others from day to day. */
const whole = process.env["RACES"] === "all";
const seed = Number(process.env["RACES_SEED"] ?? Math.floor(Date.now() / 86_400_000));
const most = process.env["RACES_MOST"];
const places = {
  most: most === undefined ? (whole ? undefined : 1) : Number(most),
  seed,
  only: process.env["RACES_CASE"] ?? "",
};
const patience = whole ? 1_800_000 : 180_000;

interface World {
  readonly base: Base;
  readonly chain: Chain;
}

const all: readonly (readonly [string, (world: World) => Promise<Race> | Race])[] = [
  ["a release, and another one beside it", ({ base }) => twoReleases(base)],
  ["a release, and a newer one that is over before it goes on", ({ base }) => onceOver(base, true)],
  ["a release, and an older one that is over before it goes on", ({ base }) => onceOver(base, false)],
  ["a release, and a person who rolls back what is live", ({ base }) => againstRollback(base, "release")],
  ["a person who rolls back what is live, and a release", ({ base }) => againstRollback(base, "person")],
  ["a release, and a watched one that is rolled back", ({ chain }) => againstWatch(chain, "release")],
  ["a watched release that is rolled back, and another one", ({ chain }) => againstWatch(chain, "watch")],
  ["a runner that is given up, and the one that its job is given to", ({ base }) => lostAndFound(base)],
  ["the functions of a release, and a developer's own deployment", ({ base }) => besideFunctions(base)],
  ["the web of a release, and a developer's own deployment", ({ base }) => besideWeb(base, "developer")],
  ["the web of a release, and a newer one that is over", ({ base }) => besideWeb(base, "newer")],
  ["the web of a release, and an older one that is over", ({ base }) => besideWeb(base, "older")],
  ["the migrations of a release, and a developer's own push", ({ chain }) => besideMigrations(chain)],
];

const races = all.filter(([name]) => name.includes(process.env["RACES_NAME"] ?? ""));

let server: MigrationServer;
let racing: ReadonlyMap<string, Promise<Raced>>;
beforeAll(async () => {
  server = await migrationServer();
  const [base, chain] = await Promise.all([
    newBase(),
    oldWorld(server.postgres).then((start) => playChain(start)),
  ]);
  const works = races.map(
    ([name, raceOf]) => [name, async () => await raceAll(await raceOf({ base, chain }), places)] as const,
  );
  racing = sideBySide(works, whole ? 1 : 2);
}, 300_000);
afterAll(async () => {
  await Promise.allSettled(racing.values());
  await server.stop();
});

test.each(races)(
  "held at any call while the other one does all of its own, exactly one goes on. %s",
  async (name) => {
    const raced = await racing.get(name);
    if (raced === undefined) throw new Error("it was not raced");
    sayRace(name, raced, seed);
    expect(raced.failures).toEqual([]);
    // It polls, so that now and then one has fewer calls than the one that was counted.
    expect(raced.tried).toBeGreaterThanOrEqual(raced.chosen - Math.max(1, Math.floor(raced.chosen / 10)));
  },
  patience,
);
