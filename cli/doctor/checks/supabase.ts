import type { Runtime } from "../../../kit/action/runtime.ts";
import { healthInputs, projectInputs } from "../../../kit/parts/checks/health-inputs.ts";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { inspectWanted } from "../../../kit/parts/functions/declared/inspect-wanted.ts";
import { functionsInputs } from "../../../kit/parts/functions/inputs.ts";
import { checkSecrets } from "../../../kit/parts/functions/declared/needed-secrets.ts";
import { type ProjectAccess, functionsApi } from "../../../kit/providers/supabase/functions-api.ts";
import { readServices } from "../../../kit/providers/supabase/project-health.ts";
import { type ProjectState, readProject } from "../../../kit/providers/supabase/project-state.ts";
import { restorePoints } from "../../../kit/providers/supabase/restore-points.ts";
import { specs } from "../../../scripts/specs.ts";
import { type Answer, type Check, type Told, fail, known, notAsked, ok, single, warn } from "../check.ts";
import type { Target } from "../target.ts";

const project = "Supabase project";
const writing = "Rights to write";

/** The project, its services, and the rights of the token, as far as reading shows them. */
export function supabaseChecks(target: Target): readonly Check[] {
  const section = specs.find(({ name, inputs }) => target.has(name) && "supabase" in inputs)?.name;
  if (section === undefined) return [];
  const { supabase, supabaseAccessToken, supabaseApiUrl } = target.section(section, projectInputs);
  if (supabase === undefined) return [];
  if (supabaseAccessToken === undefined)
    return [known(target.group, target.without(project, "supabase-access-token"))];
  const access = { supabase, supabaseAccessToken, supabaseApiUrl };
  const { group } = target;
  return [
    {
      group,
      what: project,
      ask: async (world) => await askProject(target, access, world),
      otherwise: [notAsked("Rights of SUPABASE_ACCESS_TOKEN", "the project did not answer")],
    },
  ];
}

async function askProject(target: Target, access: ProjectAccess, world: Runtime): Promise<Answer> {
  const state = await readProject(world, access);
  const next = [...rights(target, access), known(target.group, rightsToWrite(target))];
  if (state !== undefined) return { told: [sayProject(state, access)], next };
  const says = `the token may not read project ${access.supabase} itself, so its state is not told`;
  const fix =
    "Give the token `project_admin_read` (docs/secrets.md): with it phases prove the project healthy.";
  return { told: [warn(project, says, fix)], next };
}

function sayProject({ name, region, status, postgres }: ProjectState, { supabase }: ProjectAccess): Told {
  const what = `${name} (${supabase}, ${region}) is ${status}`;
  const version = postgres === undefined ? "" : `, PostgreSQL ${postgres}`;
  if (status === "ACTIVE_HEALTHY") return ok(project, `${what}${version}`);
  const asleep = /^(INACTIVE|PAUS|REMOVED)/.test(status);
  const fix = asleep
    ? "Restore the project in its dashboard (https://supabase.com/dashboard), and wait until it is ACTIVE_HEALTHY."
    : "See its dashboard and https://status.supabase.com; a release waits for nothing that is not ACTIVE_HEALTHY.";
  return fail(project, what, fix);
}

/** What is asked of the project, where a phase of this target asks it. Logs and notebooks are asked where they are used. */
function rights(target: Target, access: ProjectAccess): readonly Check[] {
  const { group } = target;
  const functions = target.has("deploy-functions");
  const restore = { "restore-point": databaseInputs["restore-point"] };
  return [
    ...(target.section("migrate", { "require-healthy": healthInputs["require-healthy"] }).requireHealthy
      ? [{ group, what: "Supabase services", ask: (world: Runtime) => askServices(target, access, world) }]
      : []),
    ...(functions
      ? [
          single(group, "Functions", (world) => askFunctions(target, access, world)),
          { group, what: "Secrets of functions", ask: (world: Runtime) => askSecrets(target, access, world) },
        ]
      : []),
    ...(target.has("migrate") && target.section("migrate", restore).restorePoint
      ? [single(group, "Restore points", (world) => askRestorePoints(access, world))]
      : []),
  ];
}

async function askServices(target: Target, access: ProjectAccess, world: Runtime): Promise<Answer> {
  const declared = { "health-services": healthInputs["health-services"] };
  const { healthServices } = target.section("migrate", declared);
  const services = await readServices(world, access, healthServices);
  const ill = services.filter(({ healthy }) => !healthy);
  const fix =
    "See the project's dashboard and https://status.supabase.com: no phase begins until it is healthy.";
  if (ill.length > 0) return { told: ill.map(({ name, said }) => fail(`Service ${name}`, said, fix)) };
  return { told: [ok("Supabase services", `${healthServices.join(", ")} are healthy`)] };
}

async function askFunctions(target: Target, access: ProjectAccess, world: Runtime): Promise<Told> {
  const { functions } = target.section("deploy-functions", { functions: functionsInputs.functions });
  const listed = await functionsApi(world, access).list();
  const live = new Set(listed.flatMap(({ slug, status }) => (status === "REMOVED" ? [] : [slug])));
  const missing = functions.filter((slug) => !live.has(slug));
  const rest = missing.length === 0 ? "" : `; not yet: ${missing.join(", ")}, which a release makes`;
  return ok("Functions", `${functions.length - missing.length} of ${functions.length} are live${rest}`);
}

async function askSecrets(target: Target, access: ProjectAccess, world: Runtime): Promise<Answer> {
  const what = "Secrets of functions";
  const inputs = target.section("deploy-functions", {
    functions: functionsInputs.functions,
    "functions-directory": functionsInputs["functions-directory"],
    "verify-jwt": functionsInputs["verify-jwt"],
    "import-map": functionsInputs["import-map"],
    "static-files": functionsInputs["static-files"],
  });
  const doubts = await checkSecrets(functionsApi(world, access), await inspectWanted(inputs, world));
  const fix =
    "A token with `edge_functions_secrets_read` sees their names; a name that is not in the text nobody sees.";
  if (doubts.length > 0) return { told: doubts.map((doubt) => warn(what, doubt, fix)) };
  return { told: [ok(what, "the project has each that a function reads")] };
}

async function askRestorePoints(access: ProjectAccess, world: Runtime): Promise<Told> {
  await restorePoints(world, access).find("prism-rollout-doctor");
  return ok("Restore points", "can be read; that one can be made shows only when `migrate` makes it");
}

/** A right to write is proven by writing, which is not done here. */
function rightsToWrite(target: Target): Told {
  const phases = specs.filter(({ name }) => target.has(name) || name === "rollback");
  const isNeeded: Readonly<Record<string, boolean>> = {
    edge_functions_write: target.has("deploy-functions"),
    project_notebooks_write: target.has("observe") && wants(target, "observe", "dashboard", "supabase"),
    backups_write: wants(target, "migrate", "restore-point", "false"),
    database_write: wants(target, "migrate", "login-role", "false"),
  };
  const users = (right: string): readonly string[] =>
    phases.flatMap(({ name, permissions }) =>
      permissions.some(({ service, name: own }) => service === "Supabase" && own === right) ? [name] : [],
    );
  const needed = Object.keys(isNeeded).filter((right) => isNeeded[right] === true);
  const names = needed.map((right) => `${right} (${users(right).join(", ")})`);
  return names.length === 0
    ? ok(writing, "none is needed")
    : notAsked(writing, `${names.join(", ")}: only writing shows them, and nothing is written here`);
}

/** Whether an input has its usual value, which is what needs the right, or where that is `false`, another one. */
function wants(target: Target, section: string, input: string, usual: string): boolean {
  const raw = target.config.lookup(section, input)?.raw ?? usual;
  return usual === "false" ? raw === true || raw === "true" : raw === usual;
}
