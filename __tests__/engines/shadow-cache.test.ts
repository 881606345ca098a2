import { chmod, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { loadParser } from "../../kit/judge/parser.ts";
import { findSnapshot, saveSnapshot } from "../../kit/shadow/cache/store.ts";
import { type Shadow, replayOnShadow } from "../../kit/shadow/shadow.ts";
import { shadowEnv } from "../support/shadow-env.ts";
import { testWorld } from "../support/test-world.ts";

const nothing = {
  problems: [],
  assumed: [],
  kept: { weak: [], strong: [], doubted: [], unsureRows: false, things: 0 },
};

const applied = [
  "create table notes (id int primary key, body text); insert into notes select generate_series(1, 500), 'some text';",
  "create unlogged table drafts (id int); create view listed as select * from notes; select nothing_there();",
  "create extension pg_cron; select cron.schedule('nightly', '0 3 * * *', 'select 1');",
];
const pending =
  "do $$ begin if (select count(*) from notes) = 500 then execute 'drop view listed'; end if; end $$;";

async function project() {
  const [parser, env] = await Promise.all([loadParser(), shadowEnv()]);
  const world = await testWorld({ env });
  const cache = join(world.temp, "kept");
  const files = (texts: readonly string[]) => texts.map((text, index) => ({ path: `${index}.sql`, text }));
  return {
    cache,
    world,
    run: async (history: readonly string[]): Promise<Shadow> => {
      const given = { history: files(history), pending: [{ path: "p.sql", text: pending }] };
      const found = await replayOnShadow(parser, given, world, undefined, { cache });
      if ("because" in found) throw new Error(found.because);
      return found;
    },
  };
}

test("what is applied is replayed once: the next run, and one with more of it, begin where it ended, and see the same", async () => {
  const { run, cache, world } = await project();
  const first = await run(applied.slice(0, 2));
  expect(first).toMatchObject({
    restored: 0,
    limits: [],
    history: [expect.stringContaining("1.sql does not run")],
  });
  expect(first.files).toMatchObject([{ facts: [{ kind: "view-gone", thing: "view public.listed" }] }]);
  const again = await run(applied.slice(0, 2));
  expect(again).toMatchObject({ restored: 2, limits: [], history: first.history, engine: first.engine });
  expect(again.files).toEqual(first.files);
  const more = await run(applied);
  expect(more).toMatchObject({ restored: 2, limits: [], history: first.history });
  expect(more.files).toMatchObject([{ facts: [{ kind: "view-gone" }] }]);
  expect(await readdir(cache)).toHaveLength(2);
  expect((await run(["select 1;", ...applied.slice(1, 2)])).restored).toBe(0);
  // Nothing but what is kept is left behind.
  expect(await readdir(world.temp)).toEqual(["kept"]);
}, 120_000);

test("a snapshot that was damaged, or that others can change, is not believed: all is replayed, and that is said", async () => {
  const { run, cache } = await project();
  const first = await run(applied.slice(0, 1));
  const path = join(cache, (await readdir(cache))[0] ?? "");
  const bytes = await readFile(path);
  bytes[bytes.length - 5000] = (bytes[bytes.length - 5000] ?? 0) ^ 1;
  await writeFile(path, bytes);
  const second = await run(applied.slice(0, 1));
  expect(second).toMatchObject({
    restored: 0,
    limits: [expect.stringContaining("is damaged, and is not used")],
  });
  expect(second.files).toEqual(first.files);
  await chmod(path, 0o666);
  expect(await run(applied.slice(0, 1))).toMatchObject({
    restored: 0,
    limits: [expect.stringContaining("can be changed by others")],
  });
  expect(await run(applied.slice(0, 1))).toMatchObject({ restored: 1, limits: [] });
}, 120_000);

test("one that a server does not start on is given up for a replay, and said", async () => {
  const { run, cache } = await project();
  const first = await run(applied.slice(0, 1));
  const key = (await readdir(cache))[0]?.replace(/\.shadow$/, "") ?? "";
  await saveSnapshot(cache, { key, applied: nothing, entries: [{ path: "base" }], bytes: Buffer.alloc(0) });
  const second = await run(applied.slice(0, 1));
  expect(second).toMatchObject({
    restored: 0,
    limits: [expect.stringContaining("does not start, and is not used")],
  });
  expect(second.files).toEqual(first.files);
}, 120_000);

test("only the last used ones are kept, and a name alone makes none", async () => {
  const { cache } = await project();
  const none = { applied: nothing, entries: [], bytes: Buffer.alloc(0) };
  for (let number = 0; number < 6; number += 1) await saveSnapshot(cache, { ...none, key: `k${number}` });
  expect(await readdir(cache)).toHaveLength(4);
  await writeFile(join(cache, "other.shadow"), await readFile(join(cache, "k5.shadow")), { mode: 0o600 });
  const { snapshot, doubts } = await findSnapshot(cache, ["k5", "other"]);
  expect(snapshot?.key).toBe("k5");
  expect(doubts).toEqual([expect.stringContaining("is of something else")]);
});
