import { posix } from "node:path";
import { record } from "../../kit/action/input-map.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { type WebInputs, webInputs } from "../../kit/parts/web/inputs.ts";
import { requiredAt } from "../../kit/parts/web/required-at.ts";
import { namesHeldOtherwise } from "../../kit/parts/web/required-env.ts";
import { openHost } from "../../kit/providers/hosts/hosts.ts";
import type { Journal } from "../../kit/release/journal.ts";
import type { Known } from "./learn.ts";
import type { Parts } from "./parts.ts";
import { type Row, isBack } from "./rows.ts";
import type { RollbackInputs } from "./spec.ts";

type Values = Readonly<Record<string, string>>;

/**
 * A build at the host takes its values from the host: those that the former release requires must be there, whoever
 * has changed them. Its own `rollout.yml` says which; so no value is kept that may be a secret. A row for each that is
 * set. Where the web is not back, its values are not either.
 */
export async function envBack(
  inputs: RollbackInputs,
  { web }: Parts,
  known: Known,
  rows: readonly Row[],
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  const own = rows.filter(({ component }) => component === "web");
  if ((web === undefined ? rows.length === 0 : own.length === 0) || !own.every(isBack)) return [];
  // Also where the release changed functions alone: somebody may have toggled a value since.
  const hostInputs = web === undefined ? declaredHost(world) : "ready" in web ? web.ready.inputs : undefined;
  if (hostInputs === undefined) return [];
  const required = await requiredBefore(inputs, known, world);
  const names = Object.keys(required);
  if (names.length === 0) return [];
  const host = openHost(hostInputs, world);
  let wrong: readonly string[] = names;
  try {
    const held = await host.env(names);
    for (const name of names)
      if (held[name]?.state !== "value") world.log.notice(unseen(name, held[name]?.state));
    wrong = namesHeldOtherwise(required, held);
    if (wrong.length === 0) return [];
    const intended = Object.fromEntries(wrong.map((name) => [name, required[name] ?? ""]));
    const before = Object.fromEntries(wrong.map((name) => [name, "another value"]));
    await journal.change("web-env", { before, intended }, async () => {
      await host.setEnv(intended);
      return { id: wrong.join(","), ...intended };
    });
    return wrong.map((name) => rowOf(name, required, { outcome: "reverted" }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = `${describe(error)} ${error.fix}`;
    return wrong.map((name) => rowOf(name, required, { outcome: "failed", why }));
  }
}

/** A release of functions alone may be rolled back by a job that is not told of the host: that holds nothing up. */
function declaredHost(world: Runtime): WebInputs | undefined {
  if (!world.sections.includes("deploy-web")) return undefined;
  try {
    return world.section("deploy-web", webInputs);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    world.log.notice(
      `Whether the host holds the values that are required is not looked at: ${error.message}`,
    );
    return undefined;
  }
}

/** What the release before it requires; where nobody can tell, what this commit does. */
async function requiredBefore(
  { config, workingDirectory }: RollbackInputs,
  { github, formerCommit: commit, target }: Known,
  world: Runtime,
): Promise<Values> {
  const path = posix.join(workingDirectory, config);
  const former =
    github === undefined || commit === undefined
      ? { unread: "the record does not tell which release was before" }
      : await requiredAt(github, { path, commit, target });
  if ("values" in former) return former.values;
  const input = { "required-env": record({ description: "", default: "{}" }) };
  const values = {
    ...world.section("build", input).requiredEnv,
    ...world.section("deploy-web", input).requiredEnv,
  };
  if (Object.keys(values).length > 0)
    world.log.notice(
      `Which values the former release requires at the host is not known (${former.unread}): those of this commit count.`,
    );
  return values;
}

function unseen(name: string, state: string | undefined): string {
  return state === "absent"
    ? `${name} is not set at the host; a build there takes it from its files.`
    : `${name} cannot be read at the host; see yourself that a build there gets the required value.`;
}

function rowOf(
  name: string,
  required: Values,
  came: { readonly outcome: "reverted" } | { readonly outcome: "failed"; readonly why: string },
): Row {
  const value = JSON.stringify(required[name]);
  const row = { component: "web", name: `env ${name}`, outcome: came.outcome } as const;
  if (came.outcome === "reverted")
    return { ...row, said: `the host held another value; ${name} is ${value} again, for builds to come` };
  const said = `whether the host holds ${name}=${value} is not known, or it could not be set: ${came.why}`;
  return { ...row, said, manual: `set ${name} to ${value} at the host for production` };
}
