import { isDeepStrictEqual } from "node:util";
import { type PhaseName, phases } from "../../../../kit/release/phases.ts";
import type { Met } from "../scene.ts";
import { differ, outcomeOf, outputOf, passed } from "../tell.ts";
import type { End, Walk } from "../walk.ts";
import { wayBackOf } from "../walks/rollbacks.ts";
import type { Way } from "../ways.ts";
import { allPassed, endedIn, ending, sections } from "./acts.ts";
import { type Chain, type Point, actOf, handedOn, phasesOfChain } from "./base.ts";

/** A phase of a chain: run again the chain goes on and is released; where it ends there, nothing of it stays. */
export function phaseWalk(chain: Chain, name: PhaseName, times: readonly number[]): Walk {
  const { before, did, of } = chain;
  const [point, next] = [before[name], pointAfter(chain, name)];
  return {
    start: point.saved,
    ready: (scene) => scene.jobs(name),
    act: actOf(name, of, point.planned),
    calls: did[name].calls,
    times,
    functions: { from: point.met.functions, to: next.met.functions },
    web: [point.met.web, next.met.web],
    schema: (found) => judgeSchema(found, point.schema, next.schema),
    ends: { "the chain goes on": goesOn(chain, name), "its rollback": backFrom(chain, name) },
  };
}

/** How it stands once a phase is done. */
function pointAfter({ before, after }: Chain, name: PhaseName): Point {
  const next = phasesOfChain[phasesOfChain.indexOf(name) + 1];
  return next === undefined ? after : before[next];
}

/** Each file is wholly there, with its tables, or not at all; and one after the other. */
function judgeSchema(
  found: readonly string[],
  was: readonly string[],
  becomes: readonly string[],
): string | undefined {
  const prefixes = [was, ["0001", "0002", "first", "second"], becomes];
  return prefixes.some((one) => isDeepStrictEqual(found, one))
    ? undefined
    : `the database has ${found.join(", ")}`;
}

function goesOn(chain: Chain, name: PhaseName): End {
  const { of, before, after } = chain;
  return {
    ways: ["killed", "terminated"],
    hold: async (scene) => {
      scene.again(name);
      let { planned } = before[name];
      for (const one of phasesOfChain.slice(phasesOfChain.indexOf(name))) {
        // What only looks is not asked again where it was not what ended.
        if (one !== name && !phases[one].changes && one !== "plan") continue;
        planned = await handedOn(one, await passed(scene, actOf(one, of, planned)), planned);
      }
      const release = outputOf(planned.outputs, "release");
      const outcome = await outcomeOf(scene, ending(of, release, after.artifacts, allPassed));
      const schema = await scene.schema();
      return (
        differ(await scene.met(), after.met) ??
        (isDeepStrictEqual(schema, after.schema) ? undefined : `the database has ${schema.join(", ")}`) ??
        (outcome === "released" ? "held" : `ends ${outcome}`)
      );
    },
  };
}

function backFrom({ of, release, before, after }: Chain, name: PhaseName): End {
  const was = before.build.met;
  return {
    ways: ["cancelled", "lost"],
    hold: async (scene, killed, way) => {
      const [left, schema] = [await scene.met(), await scene.schema()];
      const result = way === "cancelled" ? "cancelled" : "failure";
      scene.jobs(name, result);
      const needs = endedIn(name, killed, result);
      const outcome = await outcomeOf(scene, ending(of, release, before[name].artifacts, needs));
      const outcomes = expected(name, way, !isSameStack(left, was));
      if (!outcomes.includes(outcome)) return `ends ${outcome}, not ${outcomes.join(" or ")}`;
      const problem = differ(await scene.met(), outcome === "rolled-back" ? was : left);
      if (problem !== undefined) return problem;
      if (!isDeepStrictEqual(await scene.schema(), schema)) return "the rollback has changed the schema";
      if (isSameStack(await scene.met(), was)) return "held";
      // What is held stays as it is until a person says.
      scene.byPerson("failure");
      const person = ending(of, release, after.artifacts, { reason: "nobody wants it" });
      const second = await outcomeOf(scene, person);
      return differ(await scene.met(), was) ?? (second === "rolled-back" ? "held" : `ends ${second}`);
    },
  };
}

/** DESIGN's table: what an end in this phase comes to. */
function expected(name: PhaseName, way: Way, isActivated: boolean): readonly string[] {
  if (!isActivated) return ["stopped", "held", "rolled-back"];
  if (phases[name].changes && name !== "purge-cdn") return ["rolled-back"];
  return way === "cancelled" ? ["rolled-back"] : ["held"];
}

function isSameStack(one: Met, other: Met): boolean {
  return isDeepStrictEqual(one.functions, other.functions) && isDeepStrictEqual(one.web, other.web);
}

/** The rollback of all that a chain has made live, ended in all ways. */
export async function rollbackWalk(
  { of, release, before, after }: Chain,
  times: (milliseconds: number) => readonly number[],
): Promise<Walk> {
  const { met: live, saved, artifacts } = after;
  const gone = { of: { ...of, release }, live: { saved, met: live }, was: before.build.met, artifacts };
  return await wayBackOf({
    ...gone,
    build: sections,
    times,
    ways: [
      ["killed", "cancelled"],
      ["terminated", "lost"],
    ],
  });
}
