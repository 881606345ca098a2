import { expect, test } from "@jest/globals";
import { type Secret, secretsOf } from "../../../cli/init/proposal/secrets.ts";

/** Whether a secret may be left out, by the environment that keeps it; `-` is the repository. */
async function optional(
  sections: readonly string[],
  name: string,
  keys: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, boolean>>> {
  const all = await secretsOf({ sections: new Set(sections), value: (key) => keys[key] });
  const { uses = [] }: Partial<Secret> = all.find((secret) => secret.name === name) ?? {};
  return Object.fromEntries(uses.map((use) => [use.environment ?? "-", use.optional]));
}

test("a secret may be left out of a job where each right that it has there is declared so", async () => {
  const database = await optional(["migrate"], "SUPABASE_ACCESS_TOKEN", {
    "login-role": "false",
    "restore-point": "false",
  });
  expect(database).toMatchObject({ migrate: true });
  const functions = await optional(["migrate", "deploy-functions"], "SUPABASE_ACCESS_TOKEN");
  expect(functions).toMatchObject({ "deploy-functions": false, rollback: false });
});

test("one right without which a phase fails is enough, and a secret of which nothing is declared is needed", async () => {
  const pointed = await optional(["migrate"], "SUPABASE_ACCESS_TOKEN", { "restore-point": "true" });
  expect(pointed).toMatchObject({ migrate: false });
  expect(await optional(["migrate"], "DATABASE_URL")).toEqual({ "-": false, migrate: false });
});
