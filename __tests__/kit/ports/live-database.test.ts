import { afterEach, expect, test } from "@jest/globals";
import { Stopped } from "../../../kit/errors/user-error.ts";
import { isServerError, readSqlError } from "../../../kit/parts/database/connection/sql-error.ts";
import { connectPostgres, postgresUntil } from "../../../kit/ports/live-database.ts";
import { type Silent, databaseMoods, serveSilent } from "../../support/serve-silent.ts";

const [silent, drips, letsIn] = databaseMoods;
const open: Silent[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.close()))));

async function serverThat(mood = silent): Promise<{ readonly url: string; readonly asked: Promise<void> }> {
  if (mood === undefined) throw new Error("no such mood");
  const server = await serveSilent(mood);
  open.push(server);
  return { url: `postgresql://owner@127.0.0.1:${server.port}/app`, asked: server.first };
}

test.each([silent, drips].map((mood) => [mood?.name ?? "", mood] as const))(
  "who connects to a server that %s ends with the work",
  async (_, mood) => {
    const { url, asked } = await serverThat(mood);
    const work = new AbortController();
    const connecting = postgresUntil(work.signal)(url, "a test");
    await asked;
    work.abort(new Error("the work is over"));
    await expect(connecting).rejects.toThrow("the work is over");
  },
);

test("who has asked a server that answers no question ends with the work, and is told why", async () => {
  const { url } = await serverThat(letsIn);
  const work = new AbortController();
  const session = await postgresUntil(work.signal)(url, "a test");
  const asking = session.query("select 1");
  work.abort(new Error("the work is over"));
  await expect(asking).rejects.toThrow("the work is over");
  await session.close();
});

test("asked to stop, a session has a moment to end in good order; so has a server to say goodbye", async () => {
  const { url } = await serverThat(letsIn);
  const job = new AbortController();
  const session = await postgresUntil(job.signal)(url, "a test");
  const other = await connectPostgres(url, "a test");
  let ended = false;
  const asking = session.query("select 1").finally(() => (ended = true));
  job.abort(new Stopped("PR504", "Its time was over.", "Look why."));
  await new Promise(setImmediate);
  expect(ended).toBe(false);
  await Promise.all([expect(asking).rejects.toThrow("Its time was over."), other.close()]);
  await session.close();
});

test("an order to stop is nothing that a server has said, though its code has five signs as well", () => {
  const said = readSqlError(new Stopped("PR504", "Its time was over.", "Look why."));
  expect({ said, isServers: isServerError(said) }).toEqual({
    said: { message: "Its time was over." },
    isServers: false,
  });
});
