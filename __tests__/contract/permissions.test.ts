import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Permission } from "../../kit/action/permission.ts";
import { permissionFor as githubPermission } from "../../kit/ports/github-permission.ts";
import { permissionFor as supabasePermission } from "../../kit/providers/supabase/permission-for.ts";
import { needsOf as githubNeeds } from "../../rehearsal/stand-ins/github/api.ts";
import { needsOf as supabaseNeeds } from "../../rehearsal/stand-ins/supabase/api.ts";
import type { CallTable } from "../../rehearsal/release/count-calls.ts";
import { specs } from "../../scripts/specs.ts";
import { type Job, root, workflowFiles } from "./workflow-files.ts";

const declared = (action: string): readonly Permission[] =>
  specs.find(({ name }) => name === action)?.permissions ?? [];
const namesOf = (action: string, service: string): readonly string[] =>
  declared(action).flatMap((one) => (one.service === service ? [one.name] : []));

/** Who may write may read. */
const covers = (given: readonly string[], needed: string): boolean =>
  given.includes(needed) || given.includes(needed.replace(/: read$/, ": write"));

/** The jobs of a file that use actions of this suite, with the names of these. */
function jobsUsing(path: string): readonly (readonly [name: string, job: Job, actions: readonly string[]])[] {
  const file = workflowFiles().find((one) => one.path === path);
  return Object.entries(file?.jobs ?? {}).flatMap(([name, job]) => {
    const used = (job.steps ?? []).flatMap(
      ({ uses = "" }) => /actions\/([\w-]+)(?:@v1)?$/.exec(uses)?.[1] ?? [],
    );
    const own = [...new Set(used)].filter((action) => specs.some((spec) => spec.name === action));
    return own.length === 0 ? [] : [[name, job, own] as const];
  });
}

/** What only another caller, or a token of its own, is asked for. */
const elsewhere = ["actions: write", "pull-requests: write", "administration: write", "members: read"];

/** What GitHub must allow to a job, by what its steps are asked to do: what only prepares asks GitHub nothing. */
function dueOf(job: Job, actions: readonly string[]): readonly string[] {
  const isBefore = (job.steps ?? []).some((step) => step.with?.["prepare"] === true);
  const all = actions
    .flatMap(declared)
    .filter(({ service, when = "" }) => service === "GitHub" && !(isBefore && when.includes("`prepare`")));
  return [...new Set(all.map(({ name }) => name))];
}

test("every job of the chain has what its actions declare, and nothing else", () => {
  const jobs = jobsUsing(".github/workflows/rollout.yml");
  expect(jobs.map(([name]) => name)).toHaveLength(10);
  for (const [name, job, actions] of jobs) {
    const needed = dueOf(job, actions);
    const given = Object.entries(job.permissions ?? {}).map(([scope, access]) => `${scope}: ${access}`);
    const due = needed.filter((one) => !elsewhere.includes(one));
    expect({ name, given: given.sort() }).toEqual({ name, given: due.sort() });
  }
});

const callers = ["watch.yml", "rollback.yml", "drift.yml", "plan-pull-request.yml", "own-workflow.yml"];

test.each(callers)("no job of %s that uses an action has more than that declares", (file) => {
  const jobs = jobsUsing(`examples/workflows/${file}`);
  expect(jobs.length).toBeGreaterThan(0);
  for (const [name, job, actions] of jobs) {
    const able = dueOf(job, actions);
    const given = Object.entries(job.permissions ?? {}).map(([scope, access]) => `${scope}: ${access}`);
    expect({ name, more: given.filter((one) => !covers(able, one)) }).toEqual({ name, more: [] });
  }
});

const golden = JSON.parse(readFileSync(join(root, "__tests__/golden/api-calls.json"), "utf8")) as CallTable;

/** What a healthy release asked for in a phase, as permissions of a service. */
function asked(phase: string, service: "github" | "supabase"): readonly string[] {
  const needs = service === "github" ? githubNeeds : supabaseNeeds;
  const calls = Object.keys(golden[phase] ?? {}).filter((call) => call.startsWith(`${service} `));
  const all = calls.flatMap((call) => needs(call.slice(service.length + 1)));
  return [...new Set(all)].filter((one) => one !== "metadata: read").sort();
}

const actionOf = (phase: string): string => (phase === "prepare" ? "observe" : phase);

test.each(Object.keys(golden))("what %s asked of GitHub and Supabase in a release is declared", (phase) => {
  for (const [service, name] of [
    ["github", "GitHub"],
    ["supabase", "Supabase"],
  ] as const) {
    const given = namesOf(actionOf(phase), name);
    expect({ service, undeclared: asked(phase, service).filter((one) => !covers(given, one)) }).toEqual({
      service,
      undeclared: [],
    });
  }
});

test("what is declared without a condition was asked for in a release, and undoing alone writes functions", () => {
  const unused = Object.keys(golden).flatMap((phase) => {
    const used = [...asked(phase, "github"), ...asked(phase, "supabase")];
    const due = declared(actionOf(phase)).filter(
      (one) => ["GitHub", "Supabase"].includes(one.service) && one.when === undefined,
    );
    return due.flatMap(({ name }) =>
      used.includes(name) || name === "contents: read" ? [] : [`${phase}: ${name}`],
    );
  });
  // prepare and observe are one action; nothing is undone in a healthy release.
  expect(unused).toEqual(["prepare: edge_functions_read", "rollback: edge_functions_write"]);
});

test("our table of permissions says of every route what the stand-ins ask for", () => {
  for (const route of routesIn([
    ...reachable("plan"),
    ...reachable("rollback"),
    ...reachable("environments"),
  ])) {
    const needs = githubNeeds(route.replace(/\{(\w+)\}/g, ":$1"));
    if (needs.length === 0 || needs.includes("metadata: read")) continue;
    expect({ route, needs }).toEqual({
      route,
      needs: expect.arrayContaining([githubPermission(route) ?? "(none)"]),
    });
  }
  const calls = Object.values(golden).flatMap((own) =>
    Object.keys(own).filter((call) => call.startsWith("supabase ")),
  );
  for (const call of calls) {
    const [, method = "", path = ""] = call.split(" ");
    expect({ call, needs: [supabasePermission(method, path)] }).toEqual({
      call,
      needs: supabaseNeeds(`${method} ${path}`),
    });
  }
});

test.each(specs.map(({ name }) => name))(
  "%s declares a permission of GitHub only where a route in it asks for that",
  (action) => {
    const routes = routesIn(reachable(action)).map((route) => githubPermission(route));
    const idle = namesOf(action, "GitHub").filter((name) => {
      const lower = name.replace(/: write$/, ": read");
      // Checking out needs no route of ours; comments of a pull request are those of an issue; teams are no repository's.
      if (["contents: read", "pull-requests: write", "members: read", "administration: write"].includes(name))
        return false;
      return !routes.includes(name) && !routes.includes(lower);
    });
    expect(idle).toEqual([]);
  },
);

/** Every file that an action loads, or may load later. */
function reachable(action: string): readonly string[] {
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, from, lazy] of text.matchAll(
      /^(?:import|export)(?! type)[^;]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm,
    ))
      walk(resolve(dirname(file), from ?? lazy ?? ""));
  };
  walk(join(root, "actions", action, "main.ts"));
  return [...seen];
}

function routesIn(files: readonly string[]): readonly string[] {
  const found = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/"((?:GET|POST|PUT|PATCH|DELETE) \/(?:repos|orgs|users)[^"]*)"/g),
  ]);
  return [...new Set(found.map(([, route = ""]) => route))];
}

test("the page about secrets names, for each job, every permission of Supabase that its action declares", () => {
  const page = readFileSync(join(root, "docs/secrets.md"), "utf8");
  for (const { name } of specs) {
    const line = page
      .split("\n")
      .filter((text) => text.startsWith(`| ${name} |`))
      .join();
    const missing = namesOf(name, "Supabase").filter((one) => !line.includes(one));
    // rollback says «as deploy-functions»; prepare is a job of its own.
    const said =
      name === "rollback" || name === "environments"
        ? []
        : missing.filter((one) => one !== "project_notebooks_write");
    expect({ name, missing: said }).toEqual({ name, missing: [] });
  }
});
