import { type Input, optional, text } from "../../action/input.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { environmentOf } from "../ids.ts";
import { gatedPhases } from "../phases.ts";

/** What an environment of a target is there for. */
export const roles = [
  ...gatedPhases,
  "purge-cdn",
  "smoke",
  "observe",
  "rollback",
  "ungated",
  "plan",
] as const;

export type Role = (typeof roles)[number];

/** The environment of every role; `plan` has one only where it is named. */
export type EnvironmentNames = Readonly<Record<Exclude<Role, "plan">, string>> & {
  readonly plan: string | undefined;
};

const gates = (phase: string): string => `The environment that gates ${phase}. Default: <target>-${phase}.`;
const keeps = (phase: string): string =>
  `The environment that keeps the secrets of ${phase}. Default: <target>-${phase}.`;
const named = (description: string): Input<string | undefined> => optional(text({ description }));

/** The inputs that name the environments of the gates. */
export const gateEnvironmentInputs = {
  "migrate-environment": named(gates("migrate")),
  "deploy-functions-environment": named(gates("deploy-functions")),
  "deploy-web-environment": named(gates("deploy-web")),
};

/** The inputs that name all environments of a target. */
export const environmentInputs = {
  ...gateEnvironmentInputs,
  "purge-cdn-environment": named(keeps("purge-cdn")),
  "smoke-environment": named(keeps("smoke")),
  "observe-environment": named(keeps("observe")),
  "rollback-environment": named(keeps("rollback")),
  "ungated-environment": named(
    "The environment without rules, for a phase that has nothing to do. Default: <target>-ungated.",
  ),
  "plan-environment": named("The environment that keeps the secrets of plan, where its job names one."),
};

/** The names as they were given, or by default `<target>-<role>`. */
export function environmentNames(
  target: string,
  given: Partial<ValuesOf<typeof environmentInputs>>,
): EnvironmentNames {
  const name = (role: Role, own: string | undefined): string => own ?? environmentOf(target, role);
  return {
    migrate: name("migrate", given.migrateEnvironment),
    "deploy-functions": name("deploy-functions", given.deployFunctionsEnvironment),
    "deploy-web": name("deploy-web", given.deployWebEnvironment),
    "purge-cdn": name("purge-cdn", given.purgeCdnEnvironment),
    smoke: name("smoke", given.smokeEnvironment),
    observe: name("observe", given.observeEnvironment),
    rollback: name("rollback", given.rollbackEnvironment),
    ungated: name("ungated", given.ungatedEnvironment),
    plan: given.planEnvironment,
  };
}

/** Why GitHub takes no environment of this name; undefined where it does. */
export function wrongName(name: string): string | undefined {
  if (name.trim() === "") return "an empty name";
  if (name.length > 255) return `a name of ${name.length} characters (GitHub takes 255)`;
  return /\p{Cc}/u.test(name) ? "a name with a control character" : undefined;
}
