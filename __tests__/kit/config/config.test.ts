import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { duration, integer, list, oneOf, optional, secret, text } from "../../../kit/action/input.ts";
import { record } from "../../../kit/action/input-map.ts";
import { type Spec, defineAction } from "../../../kit/action/spec.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { UserError } from "../../../kit/errors/user-error.ts";

const migrate = defineAction({
  name: "migrate",
  title: "Migrate",
  description: "-",
  inputs: {
    directory: text({ description: "-", default: "supabase/migrations" }),
    "lock-timeout": duration({ description: "-", default: "4s" }),
    "database-url": secret({ description: "-" }),
    supabase: optional(text({ description: "-" })),
  },
  permissions: [],
  outputs: {},
});
const web = defineAction({
  name: "deploy-web",
  title: "Deploy web",
  description: "-",
  inputs: {
    host: oneOf(["vercel", "command"], { description: "-" }),
    origins: list({ description: "-" }),
    attempts: integer({ description: "-", default: "3", min: 1, max: 9 }),
    "required-env": record({ description: "-", default: "" }),
    supabase: optional(text({ description: "-" })),
  },
  permissions: [],
  outputs: {},
});
const specs: readonly Spec[] = [migrate, web];

const file = `migrate:
  directory: db/migrations
deploy-web: { host: vercel, origins: [example.com] }
targets:
  staging: { supabase: abc }
  production:
    supabase: xyz
    origins: [app.example.com]
    migrate: { directory: db/production }
`;

test("a target's section beats the target, which beats the section", () => {
  const config = parseConfig(file, "rollout.yml", "production", specs);
  expect(config.issues).toEqual([]);
  expect(config.lookup("migrate", "directory")?.raw).toBe("db/production");
  expect(config.lookup("deploy-web", "origins")?.raw).toEqual(["app.example.com"]);
  expect(config.lookup("deploy-web", "host")?.raw).toBe("vercel");
  expect(config.lookup("migrate", "supabase")?.raw).toBe("xyz");
  expect(parseConfig(file, "rollout.yml", "staging", specs).lookup("migrate", "directory")?.raw).toBe(
    "db/migrations",
  );
});

test("everything that is wrong is told at once, with line and column, what was expected and what to write", () => {
  const wrong = `migrate:
  directroy: x
  lock-timeout: 5
  database-url: postgres://user:hunter2@host/db
deploy-web: { host: netlfy, origins: 3, attempts: 99 }
observ: {}
targets:
  production: { zone: 1 }
`;
  const { issues } = parseConfig(wrong, "rollout.yml", "production", specs);
  expect(issues).toEqual([
    "rollout.yml:2:3: migrate.directroy: unknown key; did you mean directory?",
    "rollout.yml:3:3: migrate.lock-timeout: expected a duration with its unit, got 5; write lock-timeout: 4s",
    "rollout.yml:4:3: migrate.database-url: a secret is never written into a file; pass it under `with:`",
    'rollout.yml:5:15: deploy-web.host: expected one of vercel, command, got "netlfy"; write host: vercel',
    "rollout.yml:5:29: deploy-web.origins: expected a list of texts, got 3; write origins: [first, second]",
    "rollout.yml:5:41: deploy-web.attempts: expected a whole number from 1 to 9, got 99; write attempts: 3",
    "rollout.yml:6:1: observ: unknown section",
    "rollout.yml:8:17: targets.production.zone: unknown key",
  ]);
  expect(issues.join()).not.toContain("hunter2");
});

test("an unknown target is refused with the ones there are", () => {
  expect(() => parseConfig(file, "rollout.yml", "producton", specs)).toThrow(
    'rollout.yml has no target "producton"; did you mean production?',
  );
});

test("what is not YAML is refused with its line", () => {
  expect(() => parseConfig("migrate:\n  a: [1\n", "rollout.yml", "", specs)).toThrow(/rollout\.yml:3:1/);
  expect(() => parseConfig("- a\n- b\n", "rollout.yml", "", specs)).toThrow("expected a mapping of sections");
});

test("whatever the text, the answer is a configuration or an error that the user can mend", () => {
  fc.assert(
    fc.property(fc.string(), (source) => {
      try {
        parseConfig(source, "rollout.yml", "", specs);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
  );
});
