import { readdirSync } from "node:fs";
import { expect } from "@jest/globals";
import { loadParser } from "../../kit/judge/parser.ts";
import type { ShadowFacts } from "../../kit/shadow/replay.ts";
import { type Shadow, replayOnShadow } from "../../kit/shadow/shadow.ts";
import { shadowEnv } from "./shadow-env.ts";
import { testWorld } from "./test-world.ts";

/** Texts as applied and pending files, replayed on a shadow; nothing of it is left behind. */
export async function replayed(applied: readonly string[], pending: readonly string[]): Promise<Shadow> {
  const world = await testWorld({ env: await shadowEnv() });
  const files = (texts: readonly string[], kind: string) =>
    texts.map((text, index) => ({ path: `${kind}${index + 1}.sql`, text }));
  const parser = await loadParser();
  const found = await replayOnShadow(
    parser,
    { history: files(applied, "a"), pending: files(pending, "p") },
    world,
  );
  if ("because" in found) throw new Error(found.because);
  expect(readdirSync(world.temp)).toEqual([]);
  return found;
}

/** The facts of a file, each with its statement, or why there are none. */
export function said(file: ShadowFacts | undefined): readonly string[] {
  if (!file || "unverified" in file) return [`unverified: ${file?.unverified}`];
  return file.facts.map(({ kind, thing, statement }) => `${statement + 1} ${kind} ${thing}`);
}
