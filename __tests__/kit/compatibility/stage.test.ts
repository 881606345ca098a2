import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Keeper, startKeeper } from "../../../kit/compatibility/keeper.ts";
import { openStage } from "../../../kit/compatibility/stage.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { systemHttp } from "../../../kit/ports/http.ts";

let keeper: Keeper;
beforeEach(() => {
  keeper = startKeeper(process.env);
});
afterEach(() => keeper.stop());

test("a stage that cannot open leaves nobody behind who still writes a function into its folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const many = Array.from({ length: 1500 }, (_, at) => ({
    path: `part-${at}.ts`,
    content: new Uint8Array(10),
  }));
  const files = [{ path: "index.ts", content: new Uint8Array(10) }, ...many];
  const source = { files, entrypoint: "index.ts", importMap: null };
  const gone = join(folder, "no-program");
  const setting = {
    engines: { deno: gone, postgrest: gone },
    keeper,
    folder: join(folder, "stages"),
    modules: undefined,
    env: {},
    world: { clock: systemClock, http: systemHttp },
    signal: new AbortController().signal,
    next: () => 1,
  };
  await expect(
    openStage(setting, "live-1", "postgres://127.0.0.1:1/x", [{ slug: "hello", source }]),
  ).rejects.toThrow();
  const written = async (): Promise<number> => (await readdir(folder, { recursive: true })).length;
  const laidOut = await written();
  await rm(join(folder, "stages"), { recursive: true, force: true });
  expect({ whole: laidOut > files.length, left: await written() }).toEqual({ whole: true, left: 0 });
});
