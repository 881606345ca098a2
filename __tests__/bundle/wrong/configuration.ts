import { actionNames } from "../../../scripts/entries.ts";
import { secrets } from "../stack.ts";
import { type Around, type Wrong, given } from "./wrong.ts";

/** What stands in rollout.yml or is left out of `with:`. */
export const configured: readonly Wrong[] = [
  ...actionNames.map((action) => ({
    name: "an unknown target",
    action,
    start: given({ target: "producton" }),
    code: "PR103",
    says: ['rollout.yml has no target "producton"', "did you mean production?"],
  })),
  ...actionNames.map((action) => ({
    name: "unknown keys",
    action,
    start: async ({ stack }: Around) => ({
      workspace: await stack.checkout({
        "rollout.yml": `migrat: {}\nmigrate: { directroy: x }\ntargets:\n  production: { supbase: x, supabase-access-token: ${secrets.wrong} }\n`,
      }),
    }),
    code: "PR102",
    says: [
      "rollout.yml:1:1: migrat: unknown section; did you mean migrate?",
      "rollout.yml:2:12: migrate.directroy: unknown key; did you mean directory?",
      "rollout.yml:4:17: targets.production.supbase: unknown key; did you mean supabase?",
      "rollout.yml:4:29: targets.production.supabase-access-token: a secret is never written into a file",
    ],
  })),
  ...actionNames.map((action) => ({
    name: "pull_request_target",
    action,
    start: () => ({ env: { GITHUB_EVENT_NAME: "pull_request_target" } }),
    code: "PR220",
    says: ["a stranger's rollout.yml would say where this repository's tokens are sent"],
  })),
  {
    name: "a folder without rollout.yml",
    action: "plan",
    start: given({ "working-directory": "apps/nowhere" }),
    code: "PR101",
    says: ["rollout.yml in", "apps/nowhere is not there", "`working-directory`"],
  },
  {
    name: "an address that is none",
    action: "deploy-functions",
    start: given({ "supabase-api-url": "api.supabase.com" }),
    code: "PR102",
    says: ["with: supabase-api-url: expected a URL", "https://api.supabase.com"],
  },
];

const secret = (action: string, name: string, says: readonly string[] = []): Wrong => ({
  name: `no ${name}`,
  action,
  start: given({ [name]: "" }),
  code: "PR104",
  says: [name, "Set the secret for this environment", ...says],
});

/** Secrets that are empty. */
export const missing: readonly Wrong[] = [
  secret("plan", "database-url"),
  secret("plan", "supabase-access-token"),
  secret("plan", "host-token"),
  secret("migrate", "database-url", ["a called workflow gets only what its caller maps by name"]),
  secret("deploy-functions", "supabase-access-token"),
  secret("deploy-web", "host-token"),
];
