import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { systemClock } from "../../../kit/ports/clock.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

test("two migrators at once: one waits, sees that all is done, and both succeed", async () => {
  const project = await server.project({
    "0001_slow.sql": "create table slow (id int); select pg_sleep(0.4)",
    "0002_next.sql": "create table next (id int)",
  });
  const worlds = await Promise.all([project.world(), project.world()]);
  const done = await Promise.all(worlds.map((world) => project.migrate({}, world)));
  expect(done.map(({ report }) => report.verdict)).toEqual(["pass", "pass"]);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
  const said = worlds.flatMap(({ log }) => log.lines).filter((line) => line.includes("Waiting"));
  expect(said).toEqual([
    expect.stringMatching(
      /^info: Waiting until another migration of this database ends: prism-rollout run 42\.1 acme\/prism \(pid \d+, since /,
    ),
  ]);
});

test("a migrator that does not get its turn says who has it, and changes nothing", async () => {
  const project = await server.project({ "0001_slow.sql": "select pg_sleep(2)" });
  const slow = project.migrate();
  const patient = async (): Promise<void> => {
    const held = await project.rows("select 1 from pg_locks where locktype = 'advisory' and granted");
    if (held.length === 0) await patient();
  };
  await patient();
  await expect(project.migrate({ "turn-wait": "100ms" })).rejects.toMatchObject({
    code: "PR415",
    message: expect.stringMatching(
      /did not end within 0\.1 s: prism-rollout run 42\.1 acme\/prism \(pid \d+/,
    ),
  });
  await slow;
});

test("a lock that is not to be had in time is tried again, and the file is applied once", async () => {
  const project = await server.project({ "0001_busy.sql": "create table busy (id int)" });
  await project.migrate();
  const reader = await connected(project.url);
  await reader.query("begin; select * from busy");
  await project.write({
    "0002_column.sql": "create table beside (id int);\nalter table busy add column note text",
  });
  // The reader goes away while we pause between the first try and the second.
  const sleep = async (ms: number): Promise<void> => {
    if (ms >= 1000) await reader.query("commit");
  };
  const world = await project.world({ clock: { now: systemClock.now, sleep } });
  const { report } = await project.migrate({ "lock-timeout": "100ms", "lock-wait": "1s" }, world);
  await reader.end();
  expect(report.verdict).toBe("pass");
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(
      /0002_column\.sql: attempt 1 of 5 failed: .*lock timeout.* Trying again in 1\.\d s\./,
    ),
  );
});

test("a lock that is never to be had ends with what to do, and nothing of the file is there", async () => {
  const project = await server.project({ "0001_busy.sql": "create table busy (id int)" });
  await project.migrate();
  const reader = await connected(project.url);
  await reader.query("begin; select * from busy");
  await project.write({
    "0002_column.sql": "create table beside (id int);\nalter table busy add column note text",
  });
  const limits = { "lock-timeout": "50ms", "lock-wait": "1ms", "lock-attempts": "2" };
  await expect(project.migrate(limits)).rejects.toMatchObject({
    code: "PR415",
    message: expect.stringMatching(
      /0002_column\.sql:2:1 failed in `alter table busy.*`: 55P03: .*The file was rolled back.* 0 of 1 are applied/,
    ),
  });
  await reader.end();
  expect(await project.rows("select to_regclass('beside') as beside")).toEqual([{ beside: null }]);
});

/** Reads again and again, each time for a moment; gives how long the longest read took. */
function reading(url: string): { stop(): Promise<number> } {
  const stop = new AbortController();
  const run = async (): Promise<number> => {
    const client = await connected(`${url}?application_name=shop`);
    let longest = 0;
    while (!stop.signal.aborted) {
      const began = performance.now();
      await client.query("select count(*) from busy");
      longest = Math.max(longest, performance.now() - began);
    }
    await client.end();
    return longest;
  };
  const done = run();
  return {
    stop: () => {
      stop.abort();
      return done;
    },
  };
}

test("a file that holds up live sessions for too long is rolled back, and tried again at a quieter time", async () => {
  const project = await server.project({ "0001_busy.sql": "create table busy (id int)" });
  await project.migrate();
  const shop = reading(project.url);
  await project.write({
    // It is slow as long as somebody else is connected under that name.
    "0002_slow.sql": `alter table busy add column note text;
      select pg_sleep(60) from pg_stat_activity where application_name = 'shop' limit 1`,
  });
  const world = await project.world();
  const sleep = world.clock.sleep;
  const clock: typeof world.clock = {
    ...world.clock,
    sleep: async (ms, signal) => {
      if (ms >= 5000) await shop.stop();
      await sleep(ms >= 5000 ? 1 : ms, signal);
    },
  };
  const limits = { "blocks-for": "200ms", "lock-wait": "5s" };
  const { report } = await project.migrate(limits, { ...world, clock });
  expect(report.verdict).toBe("pass");
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(
      /^info: supabase\/migrations\/0002_slow\.sql: attempt 1 of 5 failed: cancelled, because it held up a live session for up to 0\.\d s \(shop as postgres, pid \d+, for busy\)\. Trying again in/,
    ),
  );
  expect(await project.ledger()).toEqual(["0001", "0002"]);
  // The promise: the time they put up with, and what a cancel takes.
  expect(await shop.stop()).toBeLessThan(5000);
});

test("a file that always holds up live sessions ends with whom, what to do, and nothing of it there", async () => {
  const project = await server.project({ "0001_busy.sql": "create table busy (id int)" });
  await project.migrate();
  const shop = reading(project.url);
  await project.write({
    "0002_slow.sql": "alter table busy add column note text;\nselect pg_sleep(60)",
  });
  const limits = { "blocks-for": "100ms", "lock-wait": "1ms", "lock-attempts": "2" };
  await expect(project.migrate(limits)).rejects.toMatchObject({
    code: "PR426",
    message: expect.stringMatching(
      /0002_slow\.sql:2:1 failed in `select pg_sleep\(60\)`: it held up a live session for up to 0\.\d s \(shop as postgres, pid \d+, for busy\), and was cancelled\. The file was rolled back: nothing of it is there\. 0 of 1 are applied/,
    ),
    fix: expect.stringContaining("raise `blocks-for`"),
  });
  await shop.stop();
  expect(await project.ledger()).toEqual(["0001"]);
});

test("an index that is built beside the live table makes way, too: what is left of it is dropped, and it is built again", async () => {
  const project = await server.project({ "0001_busy.sql": "create table busy (id int)" });
  await project.migrate();
  // The build waits for this reader, and who wants to change the table waits for the build.
  const reader = await connected(project.url);
  await reader.query("begin isolation level repeatable read; select * from busy");
  await project.write({ "0002_index.sql": "create index concurrently by_id on busy (id)" });
  const world = await project.world();
  const sleep = world.clock.sleep;
  const clock: typeof world.clock = {
    ...world.clock,
    sleep: async (ms, signal) => {
      if (ms >= 5000) await reader.query("commit");
      await sleep(ms >= 5000 ? 1 : ms, signal);
    },
  };
  const running = project.migrate({ "blocks-for": "200ms", "lock-wait": "5s" }, { ...world, clock });
  const building = async (): Promise<void> => {
    const rows = await project.rows(
      "select 1 from pg_stat_progress_create_index where phase like 'waiting%'",
    );
    if (rows.length === 0) await building();
  };
  await building();
  const other = await connected(`${project.url}?application_name=cleaner`);
  const changed = other.query("alter table busy add column note text");
  const { report } = await running;
  await Promise.all([changed, other.end(), reader.end()]);
  expect(report.verdict).toBe("pass");
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(
      /held up a live session behind it while it waited for a lock itself for up to 0\.\d s \(cleaner as postgres, pid \d+, for busy\)/,
    ),
  );
  expect(
    await project.rows("select indisvalid as valid from pg_index where indrelid = 'busy'::regclass"),
  ).toEqual([{ valid: true }]);
}, 60_000);
