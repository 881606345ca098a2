import type { Spec } from "../kit/action/spec.ts";
import { spec as build } from "../actions/build/spec.ts";
import { spec as deployFunctions } from "../actions/deploy-functions/spec.ts";
import { spec as deployWeb } from "../actions/deploy-web/spec.ts";
import { spec as environments } from "../actions/environments/spec.ts";
import { spec as migrate } from "../actions/migrate/spec.ts";
import { spec as observe } from "../actions/observe/spec.ts";
import { spec as plan } from "../actions/plan/spec.ts";
import { spec as purgeCdn } from "../actions/purge-cdn/spec.ts";
import { spec as rollback } from "../actions/rollback/spec.ts";
import { spec as smoke } from "../actions/smoke/spec.ts";

/** The declarations of all actions, in the order of the chain, then what stands beside it: what rollout.yml is checked against. */
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
  environments,
];
