import { readFile, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { whyNoRollback } from "../../kit/parts/database/plan/say-plan.ts";
import type { UserError } from "../../kit/errors/user-error.ts";
import { ofOtherMajor, readFormat } from "../../kit/release/formats.ts";
import { type Plan, planBackForm } from "../../kit/release/plan/plan.ts";
import type { Known } from "./learn.ts";
import type { RollbackInputs } from "./spec.ts";
import { jsonIn } from "../../kit/ports/parse-json.ts";

/**
 * Why nothing of a release goes back, by its own plan among the downloaded artifacts: where there is no record. Asked
 * once the host has named the release; where nobody was named and that one has no plan, each plan of the target counts.
 * With its plan, a record that could not be read is not missed.
 */
export async function withPlan(
  { artifacts, release: named }: Pick<RollbackInputs, "artifacts" | "release">,
  known: Known,
  { root }: Pick<Runtime, "root">,
): Promise<Known> {
  if (known.changes !== undefined || artifacts === undefined) return known;
  const { all, other } = await plansIn(resolve(root, artifacts));
  const own = all.filter(({ release }) => release === known.release);
  const others = named === "last" ? all.filter(({ target }) => target === known.target) : [];
  const noRollback = (own.length > 0 ? own : others).map(whyNoRollback).find((one) => one !== undefined);
  return { ...known, noRollback, unread: own.length > 0 ? undefined : (known.unread ?? other?.message) };
}

/** The release that this run has planned for a target; a slice goes on with one that another run has named. */
export async function plannedRelease(
  folder: string,
  { target, commit }: Pick<Plan, "target" | "commit">,
): Promise<string | undefined> {
  const own = (await plansIn(folder)).all.filter((plan) => plan.target === target && plan.commit === commit);
  return own.length === 1 ? own[0]?.release : undefined;
}

interface Downloaded {
  readonly all: readonly Plan[];
  /** Why one of them is not read: another version of the suite wrote it, and what it says of a way back is not known. */
  readonly other: UserError | undefined;
}

async function plansIn(folder: string): Promise<Downloaded> {
  const files = await readdir(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
  const named = files.filter((one) => basename(one) === "plan.json").map((file) => join(folder, file));
  const texts = await Promise.all(named.map(async (file) => [file, await textOf(file)] as const));
  return {
    all: texts.flatMap(([file, text]) => planIn(file, text) ?? []),
    other: texts
      .map(([file, text]) => ofOtherMajor("plan", jsonIn(text), file))
      .find((one) => one !== undefined),
  };
}

async function textOf(file: string): Promise<string> {
  return await readFile(file, "utf8").catch(() => "");
}

/** A plan that cannot be read says nothing. */
function planIn(file: string, text: string): Plan | undefined {
  try {
    return readFormat<Plan>("plan", text, file, planBackForm);
  } catch {
    return undefined;
  }
}
