import { posix } from "node:path";
import { record } from "../../kit/action/input-map.ts";
import { heldIn } from "../../kit/action/held-in.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { type WebInputs, webInputs } from "../../kit/parts/web/inputs.ts";
import { requiredAt } from "../../kit/parts/web/required-at.ts";
import { namesHeldOtherwise } from "../../kit/parts/web/required-env.ts";
import type { Host } from "../../kit/providers/hosts/host.ts";
import { openHost } from "../../kit/providers/hosts/hosts.ts";
import type { Journal } from "../../kit/release/record/journal.ts";
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
  parts: Parts,
  known: Known,
  rows: readonly Row[],
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  const look = await lookAtEnv(inputs, parts, known, rows, world);
  if (look === undefined) return [];
  const { required, wrong, host, problem } = look;
  if (problem !== undefined) return wrong.map((name) => failedRow(name, required, problem));
  if (wrong.length === 0) return [];
  try {
    const intended = Object.fromEntries(wrong.map((name) => [name, heldIn(required, name) ?? ""]));
    const before = Object.fromEntries(wrong.map((name) => [name, "another value"]));
    await journal.change("web-env", { before, intended }, async () => {
      await host.setEnv(intended);
      return { id: wrong.join(","), ...intended };
    });
    return wrong.map((name) =>
      rowOf(
        name,
        `the host held another value; ${name} is ${valueOf(name, required)} again, for builds to come`,
      ),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return wrong.map((name) => failedRow(name, required, error));
  }
}

/** What `envBack` would set now: nothing is. */
export async function envDue(
  inputs: RollbackInputs,
  parts: Parts,
  known: Known,
  rows: readonly Row[],
  world: Runtime,
): Promise<readonly Row[]> {
  const look = await lookAtEnv(inputs, parts, known, rows, world);
  if (look === undefined) return [];
  const { required, wrong, problem } = look;
  return wrong.map((name) => {
    const target = `${name}=${valueOf(name, required)}`;
    if (problem !== undefined) return { ...failedRow(name, required, problem), target };
    return { ...rowOf(name, `the host holds another value; ${name} would be set`), target };
  });
}

interface EnvLook {
  readonly host: Host;
  readonly required: Values;
  /** What the host holds otherwise; all of them where that cannot be read. */
  readonly wrong: readonly string[];
  readonly problem?: UserError;
}

/** Undefined where nothing is required, or nothing of the web is due. */
async function lookAtEnv(
  inputs: RollbackInputs,
  { web }: Parts,
  known: Known,
  rows: readonly Row[],
  world: Runtime,
): Promise<EnvLook | undefined> {
  const own = rows.filter(({ component }) => component === "web");
  if ((web === undefined ? rows.length === 0 : own.length === 0) || !own.every(isBack)) return undefined;
  // Also where the release changed functions alone: somebody may have toggled a value since.
  const hostInputs = web === undefined ? declaredHost(world) : "ready" in web ? web.ready.inputs : undefined;
  if (hostInputs === undefined) return undefined;
  const required = await requiredBefore(inputs, known, world);
  const names = Object.keys(required);
  if (names.length === 0) return undefined;
  const host = openHost(hostInputs, world);
  try {
    const held = await host.env(names);
    for (const name of names)
      if (heldIn(held, name)?.state !== "value") world.log.notice(unseen(name, heldIn(held, name)?.state));
    return { host, required, wrong: namesHeldOtherwise(required, held) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { host, required, wrong: names, problem: error };
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
      : await requiredAt(github, { path, commit, target }, world);
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

function rowOf(name: string, said: string): Row {
  return { component: "web", name: `env ${name}`, outcome: "reverted", said };
}

function failedRow(name: string, required: Values, problem: UserError): Row {
  const value = valueOf(name, required);
  const why = `${describe(problem)} ${problem.fix}`;
  const said = `whether the host holds ${name}=${value} is not known, or it could not be set: ${why}`;
  const manual = `set ${name} to ${value} at the host for production`;
  return { ...rowOf(name, said), outcome: "failed", manual };
}

function valueOf(name: string, required: Values): string {
  return JSON.stringify(heldIn(required, name));
}
