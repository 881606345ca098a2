import type { Report } from "../../kit/action/report.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { type EnvironmentChange, isNothing } from "../../kit/release/environments/make/change.ts";
import { differenceOf } from "../../kit/release/environments/make/difference.ts";
import { makeInputsOf } from "../../kit/release/environments/make/inputs.ts";
import { makeEnvironments, refuseUnkept } from "../../kit/release/environments/make/make.ts";
import { sayCount, sayDifference } from "../../kit/release/environments/make/say.ts";
import { bypassIn } from "../../kit/release/environments/settings.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;

/** Shows the difference, then makes it, then looks whether GitHub holds it. */
export async function environments(
  given: Inputs,
  world: Pick<Runtime, "github" | "log" | "section">,
): Promise<Done<typeof spec>> {
  const target = given.target ?? "default";
  const github = await world.github(given.githubToken);
  const inputs = makeInputsOf(given, world.section);
  const request = { target, inputs, bypass: bypassIn(world.section), prune: given.prune };
  const changes = await differenceOf(github, request);
  for (const line of sayDifference(target, changes)) world.log.info(line);
  const some = changes.filter((one) => !isNothing(one));
  const difference = JSON.stringify(some.map(({ name, says }) => ({ environment: name, says })));
  const outputs = { changed: some.length === 0 ? "none" : "some", difference };
  if (some.length === 0 || given.dryRun) return { outputs, report: reportOf(changes, [], false) };
  const left = await makeEnvironments(github, changes, (line) => world.log.info(line));
  for (const line of left) world.log.warn(line);
  refuseUnkept(await differenceOf(github, request), left);
  return { outputs, report: reportOf(changes, left, true) };
}

function reportOf(changes: readonly EnvironmentChange[], left: readonly string[], made: boolean): Report {
  const differs = changes.some((one) => !isNothing(one));
  return {
    verdict: "pass",
    reason: made ? `${sayCount(changes)} They were made.` : sayCount(changes),
    next:
      left.length > 0
        ? left.join(" ")
        : differs && !made
          ? "Run it without dry-run to make them."
          : "Nothing to do.",
    evidence: changes.flatMap(({ name, keeps }) => keeps.map((what) => `${name} keeps ${what}`)),
    tables: [
      {
        title: "Environments",
        columns: ["environment", made ? "what was changed" : "what differs", "stays"],
        rows: changes.map(({ name, says, keeps }) => [name, says.join("\n") || "nothing", keeps.join("\n")]),
      },
    ],
  };
}
