import type { RollbackInputs } from "./spec.ts";

/** Every secret that this action was given: none of them may stand in what others read. */
export function secretsOf(inputs: RollbackInputs): readonly (string | undefined)[] {
  const { githubToken, supabaseAccessToken, hostToken, protectionBypass, cdnToken, notifyUrl } = inputs;
  const accounts = (inputs.playwrightAccounts ?? "")
    .split("\n")
    .map((line) => line.replace(/^[^=]*=/, "").trim());
  return [githubToken, supabaseAccessToken, hostToken, protectionBypass, cdnToken, notifyUrl, ...accounts];
}
