import type { Spec } from "../kit/action/spec.ts";
import { spec as build } from "../actions/build/spec.ts";
import { spec as deployFunctions } from "../actions/deploy-functions/spec.ts";
import { spec as deployWeb } from "../actions/deploy-web/spec.ts";
import { spec as migrate } from "../actions/migrate/spec.ts";
import { spec as observe } from "../actions/observe/spec.ts";
import { spec as plan } from "../actions/plan/spec.ts";
import { spec as purgeCdn } from "../actions/purge-cdn/spec.ts";
import { spec as rollback } from "../actions/rollback/spec.ts";
import { spec as smoke } from "../actions/smoke/spec.ts";

/**
 * The entry of the bundle: the declarations of all actions, light, and each action's code as a lazy chunk.
 * A new action is a line in each of the two tables.
 */
export const specs: readonly Spec[] = [
  build,
  plan,
  migrate,
  deployFunctions,
  deployWeb,
  purgeCdn,
  smoke,
  observe,
  rollback,
];

const mains = {
  build: () => import("../actions/build/main.ts"),
  plan: () => import("../actions/plan/main.ts"),
  migrate: () => import("../actions/migrate/main.ts"),
  "deploy-functions": () => import("../actions/deploy-functions/main.ts"),
  "deploy-web": () => import("../actions/deploy-web/main.ts"),
  "purge-cdn": () => import("../actions/purge-cdn/main.ts"),
  smoke: () => import("../actions/smoke/main.ts"),
  observe: () => import("../actions/observe/main.ts"),
  rollback: () => import("../actions/rollback/main.ts"),
} as const;

export type ActionName = keyof typeof mains;

export const actionNames = Object.keys(mains) as readonly ActionName[];

/** What each stub in dist/ calls. */
export async function run(name: ActionName): Promise<void> {
  const { main } = await mains[name]();
  await main(specs);
}
