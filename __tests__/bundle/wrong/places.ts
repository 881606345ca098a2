import { type Wrong, given, unreadable } from "./wrong.ts";

const released = ["build", "plan", "migrate", "deploy-functions", "deploy-web"];

/** Files and folders that are not there, or not what they should be. */
export const paths: readonly Wrong[] = [
  ...["plan", "deploy-web"].flatMap((action): readonly Wrong[] => [
    {
      name: "an artifact that is not there",
      action,
      start: given({ artifact: "nowhere" }),
      code: "PR105",
      says: ["There is no artifact.json in", "/nowhere", "as `artifact`"],
    },
    {
      name: "no artifact at all",
      action,
      start: given({ artifact: "" }),
      code: "PR105",
      says: ["`artifact` is not given", "output `path` of `build`"],
    },
  ]),
  ...["migrate", "deploy-functions"].flatMap((action): readonly Wrong[] => [
    {
      name: "a plan that is not there",
      action,
      start: given({ plan: "nowhere/plan.json", "plan-digest": "a".repeat(64) }),
      code: "PR105",
      says: ["The plan is not at", "/nowhere/plan.json", "Download plan's artifact first"],
    },
    {
      name: "a plan that is something else",
      action,
      start: given({ plan: "rollout.yml", "plan-digest": "a".repeat(64) }),
      code: "PR106",
      says: ["rollout.yml is not JSON", "Make the plan again"],
    },
  ]),
  {
    name: "a rollout.yml that cannot be read",
    action: "plan",
    start: async ({ stack }) => ({ workspace: await unreadable(stack, "rollout.yml") }),
    code: "PR101",
    says: ["rollout.yml in", "cannot be read"],
  },
  {
    name: "a folder that is named like a migration",
    action: "migrate",
    start: async ({ stack }) => ({
      workspace: await unreadable(stack, "supabase/migrations/0002_second.sql"),
    }),
    code: "PR430",
    says: ["Migrations in supabase/migrations", "0002_second.sql: a folder", "Correct these files"],
  },
  {
    name: "a folder of migrations that is not there",
    action: "migrate",
    start: given({ directory: "nowhere" }),
    code: "PR105",
    says: ["The migrations' folder nowhere", "`directory` in the migrate section"],
  },
  {
    name: "a function that cannot be read",
    action: "deploy-functions",
    start: async ({ stack }) => ({ workspace: await unreadable(stack, "supabase/functions/hello/index.ts") }),
    code: "PR424",
    says: ["hello", "supabase/functions/hello/index.ts"],
  },
  {
    name: "a function that is not there",
    action: "deploy-functions",
    start: given({ functions: "hello, nowhere" }),
    code: "PR424",
    says: ["Function nowhere: there is no supabase/functions/nowhere/index.ts", "`functions`"],
  },
  {
    name: "a build that leaves nothing",
    action: "build",
    start: given({ output: "nowhere" }),
    code: "PR403",
    says: ["The build has left no folder", "/nowhere", "`output` of the build section"],
  },
  {
    name: "a build that fails",
    action: "build",
    start: given({ command: "echo it went wrong; exit 3" }),
    code: "PR401",
    says: ["ended with exit code 3", "it went wrong", "`build-env`"],
  },
  ...released.map((action) => ({
    name: "no room for outputs",
    action,
    start: () => ({ env: { GITHUB_OUTPUT: "/dev/full" } }),
    code: "PR501",
    says: ["The disk is full or cannot be written: ENOSPC", "Free space on the runner"],
  })),
];
