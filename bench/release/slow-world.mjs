// A world whose APIs take a while to answer, as they do over a network: each call that late, functions and pages at their own speed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { pointTargetAt } from "../../lib/rehearsal/world/rollout-file.js";
import { slowed } from "./slowed.mjs";

const { parse } = createRequire(new URL("../../package.json", import.meta.url))("yaml");

/** The world as a release is to meet it, and what closes the ways there. `ms` before each answer. */
export async function slowWorld(world, ms) {
  const file = join(world.repository, world.workingDirectory, "rollout.yml");
  const text = readFileSync(file, "utf8");
  const target = parse(text).targets[world.target];
  const opened = [];
  const late = async (url) => {
    const one = await slowed(url, { ms });
    opened.push(one);
    return one.url;
  };
  const ways = {
    "supabase-api-url": await late(target["supabase-api-url"]),
    "host-api-url": await late(target["host-api-url"]),
    "purge-cdn": { "cdn-api-url": await late(target["purge-cdn"]["cdn-api-url"]) },
  };
  const pointed = pointTargetAt(text, world.target, ways);
  writeFileSync(file, pointed);
  world.github.change(({ files }) => void (files[world.commit] = { "rollout.yml": pointed }));
  const github = { ...world.github, url: await late(world.github.url) };
  return { world: { ...world, github }, close: () => Promise.all(opened.map((one) => one.close())) };
}
