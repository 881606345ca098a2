import { expect, test } from "@jest/globals";
import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadParser } from "../../../kit/judge/parser.ts";
import { replayOnShadow } from "../../../kit/shadow/shadow.ts";
import { shadowEnv } from "../../support/shadow-env.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";

const files = { history: [], pending: [{ path: "1.sql", text: "select pg_sleep(60);" }] };

async function worldUntil(signal: AbortSignal): Promise<TestWorld> {
  const temp = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  return { ...(await testWorld({ temp })), env: await shadowEnv(), temp, signal };
}

test.each([
  ["while its server is being started", 0],
  ["while a statement of it runs", 1],
] as const)(
  "a replay ends with the work, %s, and leaves nothing behind",
  async (_, begun) => {
    const work = new AbortController();
    const world = await worldUntil(work.signal);
    let asked = 0;
    const connect: typeof world.connect = async (url, name) => {
      const session = await world.connect(url, name);
      const script: typeof session.script = (sql) => {
        const answer = session.script(sql);
        if (sql.includes("pg_sleep")) work.abort(new Error("the work is over"));
        return answer;
      };
      asked += 1;
      return { ...session, script };
    };
    if (begun === 0) work.abort(new Error("the work is over"));
    const replaying = replayOnShadow(await loadParser(), files, { ...world, connect });
    await expect(replaying).rejects.toThrow("the work is over");
    expect(asked > 0).toBe(begun === 1);
    const until = Date.now() + 20_000;
    while ((await readdir(world.temp)).length > 0) {
      if (Date.now() > until) throw new Error(`20 s after the replay ended, ${world.temp} is not empty`);
      await new Promise(setImmediate);
    }
  },
  60_000,
);
