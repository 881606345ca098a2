import { UserError } from "../../errors/user-error.ts";
import type { SuiteInputs } from "./inputs.ts";

/**
 * The declared environment of the suites, its placeholders filled in; accounts win over it.
 * @throws {UserError} PR102 for an account that is not `NAME=value`, or a placeholder without a value.
 */
export function suiteEnv(inputs: SuiteInputs, origin: string): Record<string, string> {
  const { playwrightEnv, playwrightAccounts, supabase } = inputs;
  const filled = Object.entries(playwrightEnv).map(([name, text]) => {
    if (text.includes("{supabase}") && supabase === undefined) throw unfilled(name);
    return [name, text.replaceAll("{origin}", origin).replaceAll("{supabase}", supabase ?? "")] as const;
  });
  return { ...Object.fromEntries(filled), ...accountsOf(playwrightAccounts ?? "") };
}

/** Accounts by name, as the secret has them. */
export function accountsOf(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line, index) => {
      const found = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line);
      if (found?.[1] !== undefined) return [found[1], found[2]?.trim() ?? ""] as const;
      throw new UserError(
        "PR102",
        `playwright-accounts: line ${index + 1} is not NAME=value.`,
        "Write one NAME=value a line into the secret.",
      );
    }),
  );
}

function unfilled(name: string): UserError {
  return new UserError(
    "PR102",
    `smoke.playwright-env.${name} uses {supabase}, but \`supabase\` is not given.`,
    "Write supabase: <project ref> for this target.",
  );
}
