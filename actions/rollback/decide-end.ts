import type { Runtime } from "../../kit/action/runtime.ts";
import { roomComponent } from "../../kit/parts/functions/change/rooms.ts";
import { decideWatch } from "../../kit/release/decision/decide-watch.ts";
import {
  type Begun,
  type Decision,
  type Facts,
  activated,
  decide,
} from "../../kit/release/decision/decision.ts";
import { begunOf } from "../../kit/release/record/history.ts";
import { environmentOf } from "../../kit/release/ids.ts";
import { type Needs, readNeeds } from "../../kit/release/decision/needs.ts";
import { phaseNames } from "../../kit/release/phases.ts";
import { readRunFacts } from "../../kit/release/run/run-facts.ts";
import type { Known } from "./learn.ts";
import type { Parts } from "./parts.ts";
import { type Readiness, readiness } from "./readiness.ts";
import type { RollbackInputs } from "./spec.ts";

/** How this release ends. `tried` is there where the way back was tried, since the release stays live. */
export interface End {
  readonly decision: Decision;
  readonly tried?: Readiness;
  /** What GitHub knew of the run's jobs and reviews, where it was asked. */
  readonly run?: Pick<Facts, "jobs" | "reviews">;
}

/** Decides from the jobs and the record; or takes a person's decision, as far as there is a way back. */
export async function decideEnd(
  inputs: RollbackInputs,
  known: Known,
  parts: Parts,
  world: Runtime,
): Promise<End> {
  const needs = inputs.needs === undefined ? undefined : (readNeeds(inputs.needs) ?? unreadable(world));
  const begun = known.changes?.map(begunOf) ?? (await begunByProviders(needs ?? {}, parts));
  if (needs === undefined) return { decision: byPerson(inputs.reason ?? "", begun, known) };
  const facts = await factsOf(inputs, { ...known, wentBack: known.wentBack || parts.wentBack }, begun, world);
  const policy = { ...inputs, ...(known.noRollback === undefined ? {} : { off: known.noRollback }) };
  const now = world.clock.now();
  const judge = (of: Facts): Decision => (inputs.watch ? decideWatch : decide)(needs, of, now, policy);
  const decision = judge(facts);
  // A later look that leaves it open has nothing to prove: the first one did.
  const stays = decision.do === "none" || (decision.do === "watch" && !inputs.watch);
  const run = { jobs: facts.jobs, reviews: facts.reviews };
  if (!stays || decision.components.length === 0 || known.noRollback !== undefined) return { decision, run };
  const tried = await readiness(parts, known, world);
  const { notReady } = tried;
  return {
    run,
    tried,
    decision: notReady === undefined ? decision : judge({ ...facts, notReady }),
  };
}

function unreadable(world: Runtime): Needs {
  world.log.warn("`needs` is not what toJSON(needs) gives; how the jobs ended is not known.");
  return {};
}

function byPerson(reason: string, begun: readonly Begun[], known: Known): Decision {
  const { to, passed, release } = known;
  const because = `a person says: ${reason}`;
  const components = activated(begun);
  const not = whyNot(known, components);
  if (not !== undefined)
    return {
      do: not.do,
      because: `${because}; but ${not.why}`,
      components: to === release ? [] : components,
    };
  if (to === undefined) return { do: "roll-back", because, components };
  const past = passed.map((one) => one.release);
  const how = past.length === 0 ? "" : `, past ${past.join(", ")}`;
  return { do: "roll-back", because: `${because}; back to ${to}${how}`, components };
}

/** Why a person's wish would come to nothing. */
interface Not {
  readonly do: "stop" | "hold";
  readonly why: string;
}

function whyNot(
  { release, to, supersededBy }: Pick<Known, "release" | "to" | "supersededBy">,
  components: readonly unknown[],
): Not | undefined {
  if (to === release) return { do: "stop", why: `${to} is what is live by the record` };
  if (components.length === 0) return { do: "stop", why: "nothing of it is live" };
  if (supersededBy === undefined) return undefined;
  return {
    do: "hold",
    why: `${supersededBy} has gone live since, on top of it: roll that one back first, or name by \`to\` what is wanted back`,
  };
}

/** Why a rollback that a person asks for would touch nothing, whatever can be had: a dry run says the same. */
export function holdsPerson(known: Known): string | undefined {
  // Without a record, who is on top is not known, nor is what was begun.
  if (known.changes === undefined) return undefined;
  const not = whyNot(known, activated(known.changes.map(begunOf)));
  return not?.do === "hold" ? not.why : undefined;
}

async function factsOf(
  inputs: RollbackInputs,
  known: Known,
  begun: readonly Begun[],
  world: Runtime,
): Promise<Facts> {
  const { github, target } = known;
  const run = github ? await readRunFacts(github, world.context, world.log) : { jobs: [], reviews: [] };
  const named = {
    migrate: inputs.migrateEnvironment,
    "deploy-functions": inputs.deployFunctionsEnvironment,
    "deploy-web": inputs.deployWebEnvironment,
  };
  const environments = Object.fromEntries(
    Object.entries(named).map(([phase, name]) => [phase, name ?? environmentOf(target, phase)]),
  );
  const superseded = known.supersededBy === undefined ? {} : { supersededBy: known.supersededBy };
  const { wentBack } = known;
  return { ...run, ...superseded, attempt: world.context.attempt, environments, begun, wentBack };
}

/** Without a record: what the jobs said before they ended, and what is live by the providers' own word. */
async function begunByProviders(needs: Needs, parts: Parts): Promise<readonly Begun[]> {
  const said = phaseNames.flatMap((phase): Begun[] => {
    const outputs = needs[phase]?.outputs ?? {};
    const component = componentOf(outputs["receipt"]);
    if (component !== undefined) return [{ phase, component, at: null }];
    return phase === "migrate" && outputs["started"] === "true"
      ? [{ phase, component: "migrations", at: null }]
      : [];
  });
  const web: Begun[] =
    parts.web && "ready" in parts.web ? [{ phase: "deploy-web", component: "web", at: null }] : [];
  const isNew = await hasNewFunctions(parts);
  const functions: Begun[] = isNew ? [{ phase: "deploy-functions", component: "functions", at: null }] : [];
  return [...said, ...functions, ...web];
}

async function hasNewFunctions({ functions }: Parts): Promise<boolean> {
  if (functions === undefined || "problem" in functions) return false;
  const { judged } = await functions.ready.look();
  return judged.some(({ outcome }) => outcome === "reverted" || outcome === "irreversible");
}

function componentOf(receipt: string | undefined): string | undefined {
  try {
    const component = (JSON.parse(receipt ?? "null") as { readonly component?: unknown } | null)?.component;
    // Room is made for functions alone, while they are changed.
    if (component === roomComponent) return "functions";
    return typeof component === "string" ? component : undefined;
  } catch {
    return undefined;
  }
}
