import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { openAside } from "../../../../../kit/parts/database/guard/aside.ts";
import { type Patience, watchdog } from "../../../../../kit/parts/database/guard/watchdog.ts";
import { type MigrationServer, migrationServer } from "../../../../support/migration-world.ts";
import { type TestWorld, testWorld } from "../../../../support/test-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

interface Scene {
  readonly world: TestWorld;
  readonly url: string;
  /** Another session, in a transaction; `sql` is what it runs. Its end is not waited for. */
  session(name: string, sql: string, user?: string): Promise<{ ended: Promise<unknown>; client: Client }>;
  end(): Promise<void>;
}

async function scene(world?: TestWorld): Promise<Scene> {
  const { url } = await server.project();
  const clients: Client[] = [];
  const connected = async (name: string, at = url): Promise<Client> => {
    const client = new Client({ connectionString: at, application_name: name });
    client.on("error", () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };
  const setUp = await connected("set-up");
  await setUp.query("create table t (id int); create table u (id int); insert into t values (1)");
  return {
    world: world ?? (await testWorld()),
    url,
    session: async (name, sql, user) => {
      const client = await connected(name, user ? url.replace("postgres@", `${user}@`) : url);
      await client.query("begin");
      const ended = client.query(sql).catch((error: unknown) => error);
      return { ended, client };
    },
    end: async () => {
      for (const client of clients) void client.end().catch(() => undefined);
    },
  };
}

/** Until as many sessions wait for a lock. */
async function waiting(client: Client, count: number): Promise<void> {
  const { rows } = await client.query("select count(*)::int as n from pg_locks where not granted");
  if (rows[0].n < count) await waiting(client, count);
}

interface Watched {
  readonly error: unknown;
  readonly stall: unknown;
  readonly world: TestWorld;
}

/** What happens to our session, which runs `sql`, while the others do what they do. */
async function watched(
  on: Scene,
  sql: string,
  patience: Patience,
  others: (look: Client) => Promise<void>,
): Promise<Watched> {
  const look = new Client({ connectionString: on.url });
  await look.connect();
  const ours = new Client({ connectionString: on.url, application_name: "ours" });
  await ours.connect();
  const { rows } = await ours.query("select pg_backend_pid() as pid");
  const aside = openAside(on.world, on.url);
  const watch = watchdog(on.world, aside, rows[0].pid, patience).watch();
  await ours.query("begin");
  const running = ours.query(sql).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    await others(look);
    const error = await running;
    await watch.end();
    return { error, stall: watch.stall(), world: on.world };
  } finally {
    await aside.close();
    await ours.end();
    await look.end();
    await on.end();
  }
}

const hold = (mode: string): string => `lock table t in ${mode} mode; select pg_sleep(20)`;

test("a statement that holds a live session up for too long is cancelled, and it is known whom it held up", async () => {
  const on = await scene();
  const began = Date.now();
  const { error, stall } = await watched(
    on,
    hold("access exclusive"),
    { sessions: 1, ms: 200 },
    async (look) => {
      await locked(look);
      await on.session("shop", "select * from t");
    },
  );
  expect(error).toMatchObject({ code: "57014" });
  expect(stall).toEqual({
    waited: false,
    heldUp: [{ pid: expect.any(Number), who: "shop as postgres", relation: "t", ms: expect.any(Number) }],
  });
  expect(Date.now() - began).toBeLessThan(10_000);
});

async function locked(look: Client): Promise<void> {
  const { rows } = await look.query("select 1 from pg_locks where relation = 't'::regclass and granted");
  if (rows.length === 0) await locked(look);
}

test("who waits behind one that waits for us is held up by us, too", async () => {
  const on = await scene();
  const { error, stall } = await watched(on, hold("share"), { sessions: 2, ms: 100 }, async (look) => {
    await locked(look);
    await on.session("other", "alter table t add column a int");
    await waiting(look, 1);
    // A share lock lets reads pass; the one that waits for it does not.
    await on.session("reader", "select * from t");
  });
  expect(error).toMatchObject({ code: "57014" });
  expect(stall).toMatchObject({
    heldUp: expect.arrayContaining([
      expect.objectContaining({ who: "other as postgres" }),
      expect.objectContaining({ who: "reader as postgres" }),
    ]),
  });
});

test("a statement that itself waits, with others behind it, makes way for them", async () => {
  const on = await scene();
  const { client } = await on.session("long reader", "select * from t");
  await client.query("select 1");
  const { error, stall } = await watched(
    on,
    hold("access exclusive"),
    { sessions: 1, ms: 100 },
    async (look) => {
      await waiting(look, 1);
      await on.session("shop", "select * from t");
    },
  );
  expect(error).toMatchObject({ code: "57014" });
  expect(stall).toMatchObject({ waited: true, heldUp: [{ who: "shop as postgres" }] });
});

test("who waits for a row that we have changed is held up as well", async () => {
  const on = await scene();
  const { stall } = await watched(
    on,
    "update t set id = 2; select pg_sleep(20)",
    { sessions: 1, ms: 100 },
    async (look) => {
      await locked(look);
      await on.session("writer", "update t set id = 3");
    },
  );
  expect(stall).toMatchObject({ heldUp: [{ who: "writer as postgres" }] });
});

test("fewer than are too many, or for a shorter time, are left to wait", async () => {
  const on = await scene();
  const few = await watched(
    on,
    "lock table t; select pg_sleep(0.5)",
    { sessions: 2, ms: 20 },
    async (look) => {
      await locked(look);
      await on.session("shop", "select * from t");
    },
  );
  expect(few).toMatchObject({ error: undefined, stall: undefined });
  const other = await scene();
  const short = await watched(
    other,
    "lock table t; select pg_sleep(0.5)",
    { sessions: 1, ms: 60_000 },
    async (look) => {
      await locked(look);
      await other.session("shop", "select * from t");
    },
  );
  expect(short).toMatchObject({ error: undefined, stall: undefined });
});

test("a role that may not see the activity of others sees who waits all the same", async () => {
  const on = await scene();
  await (
    await on.session("make", "create role plain login; grant all on t to plain; commit")
  ).ended;
  const plain = on.url.replace("postgres@", "plain@");
  const { error, stall } = await watched(
    { ...on, url: plain },
    "update t set id = 2; select pg_sleep(20)",
    { sessions: 1, ms: 100 },
    async (look) => {
      await locked(look);
      await on.session("writer", "update t set id = 3");
    },
  );
  expect(error).toMatchObject({ code: "57014" });
  expect(stall).toMatchObject({ heldUp: [{ who: "writer as postgres" }] });
});

test("a refused second connection is said once, and the migration goes on", async () => {
  const full = async () => {
    throw new Error("sorry, too many clients already");
  };
  const on = await scene(await testWorld({ connect: full }));
  const { error, world } = await watched(
    on,
    "select pg_sleep(0.2)",
    { sessions: 1, ms: 20 },
    async () => undefined,
  );
  expect(error).toBeUndefined();
  expect(world.log.lines).toEqual([
    "warning: Nobody watches for how long this migration holds up live sessions: sorry, too many clients already. `lock-timeout` still bounds how long it waits for a lock.",
  ]);
});

test("a second connection that is ended is made again", async () => {
  const on = await scene();
  const { error } = await watched(on, hold("access exclusive"), { sessions: 1, ms: 600 }, async (look) => {
    await locked(look);
    await guardEnded(look);
    await on.session("shop", "select * from t");
  });
  expect(error).toMatchObject({ code: "57014" });
  expect(on.world.log.lines).toEqual([]);
});

async function guardEnded(look: Client): Promise<void> {
  const guard = "pg_stat_activity where application_name like 'prism-rollout guard%'";
  const ended = await look.query(`select pg_terminate_backend(pid) from ${guard}`);
  return ended.rowCount === 0 ? guardEnded(look) : undefined;
}
