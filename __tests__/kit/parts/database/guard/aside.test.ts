import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openAside } from "../../../../../kit/parts/database/guard/aside.ts";
import { lookWhoWaits } from "../../../../../kit/parts/database/guard/held-up.ts";
import type { Connect, LiveDatabase } from "../../../../../kit/ports/database.ts";
import { type MigrationServer, migrationServer } from "../../../../support/migration-world.ts";
import { testWorld } from "../../../../support/test-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

test("a look that was under way at the close, and asks again, leaves no session behind", async () => {
  const world = await testWorld();
  const { url } = await server.project();
  const opened: Promise<LiveDatabase>[] = [];
  const connect: Connect = (...where) => {
    const session = world.connect(...where);
    opened.push(session);
    return session;
  };
  const aside = openAside({ ...world, connect }, url);
  await aside.query("select 1");
  const look = lookWhoWaits(aside, 0).catch(() => lookWhoWaits(aside, 0));
  await aside.close();
  await look.catch(() => undefined);
  await expect(aside.query("select 1")).rejects.toThrow("the second connection was closed");
  expect(opened).toHaveLength(1);
});

test("a connection that broke is made again", async () => {
  const { url } = await server.project();
  const world = await testWorld();
  const aside = openAside(world, url);
  await expect(
    aside.query("select pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid())"),
  ).rejects.toThrow();
  expect(await aside.query("select 1 as one")).toEqual([{ one: 1 }]);
  await aside.close();
});
