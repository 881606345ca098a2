import { beforeAll, expect, test } from "@jest/globals";
import { sideBySide } from "./kills/side-by-side.ts";
import { type Walk, type Walked, say, walk } from "./kills/walk.ts";
import { type Base, newBase } from "./kills/walks/base.ts";
import { commanded } from "./kills/walks/command.ts";
import { makingRoom, refused } from "./kills/walks/failing-bundle.ts";
import { pruning, pruningBack } from "./kills/walks/prune.ts";
import { deployment, wayBack } from "./kills/walks/release.ts";
import { pastSeveral } from "./kills/walks/several.ts";
import { byBundle, roomBack, roomBackUnrecorded, valuesBack } from "./kills/walks/ways-back.ts";

/** `npm run kills` tries every boundary, `npm run engines` a few of each walk, others from day to day. */
const whole = process.env["KILLS"] === "all";
const seed = Number(process.env["KILLS_SEED"] ?? Math.floor(Date.now() / 86_400_000));
/** What failed is tried again by words of the line that says so. */
const only = process.env["KILLS_CASE"] ?? "";
const part = { most: whole ? undefined : 2, seed, only };
const patience = whole ? 3_600_000 : 300_000;

const all: readonly (readonly [string, (base: Base) => Promise<Walk>])[] = [
  ["deploy-functions: run again new and released, rolled back old", deployment],
  ["a bundle that is refused: nothing is activated, and the next release is not held up", refused],
  ["a release that must make room first: run again new, rolled back old", makingRoom],
  ["prune: what is wanted first, what nobody wants gone then; rolled back it is there again", pruning],
  ["a command of the user's: run again new, rolled back old", commanded],
  ["rollback: run again, functions, web and every page are the old ones", wayBack],
  ["rollback of a release that pruned: run again, what was removed is there", pruningBack],
  ["rollback from bundles: run again, all are the old ones", byBundle],
  ["rollback that must make room: run again, all are the old ones", roomBack],
  ["rollback without a record that must make room: run again, all are the old ones", roomBackUnrecorded],
  ["rollback with values at the host: run again, they are what is required", valuesBack],
  ["rollback past several releases: run again, live is the one that was named", pastSeveral],
];

/** `KILLS_WALK` are words of a name: that walk alone. */
const walks = all.filter(([name]) => name.includes(process.env["KILLS_WALK"] ?? ""));

/** Two at a time where few of each are tried: a walk that makes room waits longer than it works. */
const together = whole ? 1 : 2;
let walking: ReadonlyMap<string, Promise<Walked>>;
beforeAll(async () => {
  const base = await newBase();
  const named = walks.map(
    ([name, walkOf]) => [name, async () => await walk(await walkOf(base), part)] as const,
  );
  walking = sideBySide(named, together);
}, patience);

test.each(walks)(
  "killed at any call, live is wholly old, wholly new, or told by name. %s",
  async (name) => {
    const walked = await walking.get(name);
    if (walked === undefined) throw new Error("it was not walked");
    say(name, walked, seed);
    expect(walked.failures).toEqual([]);
    expect(walked.tried).toBeGreaterThanOrEqual(mostOf(walked.chosen));
  },
  patience,
);

/** A walk that no longer comes to what it chose proves nothing. */
function mostOf(chosen: number): number {
  return Math.max(1, chosen - Math.max(1, Math.floor(chosen / 10)));
}
