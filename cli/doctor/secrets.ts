/**
 * The secrets of the workflow, each with the inputs that it is passed to: what `rollout.yml` (the workflow) maps by name.
 * A test holds the two together.
 */
export const secretInputs: ReadonlyMap<string, string> = new Map([
  ["database-url", "DATABASE_URL"],
  ["supabase-access-token", "SUPABASE_ACCESS_TOKEN"],
  ["log-token", "LOG_TOKEN"],
  ["host-token", "HOST_TOKEN"],
  ["protection-bypass", "HOST_PROTECTION_BYPASS"],
  ["cdn-token", "CDN_TOKEN"],
  ["cancel-token", "CANCEL_TOKEN"],
  ["shadow-database-url", "SHADOW_DATABASE_URL"],
  ["playwright-accounts", "PLAYWRIGHT_ACCOUNTS"],
  ["grafana-token", "GRAFANA_TOKEN"],
  ["notify-url", "NOTIFY_WEBHOOK"],
]);

type Env = Readonly<Record<string, string | undefined>>;

/** What opens one target alone: of several targets only the one that its name says. */
const ofOneTarget: ReadonlySet<string> = new Set(["DATABASE_URL", "HOST_PROTECTION_BYPASS"]);

/** Where a secret of a target is looked for, the first first: `STAGING_DATABASE_URL`, then `DATABASE_URL`. */
export function namesOf(secret: string, target: string, several: boolean): readonly string[] {
  const own = target === "" ? [] : [`${target.toUpperCase().replace(/[^A-Z0-9]+/g, "_")}_${secret}`];
  return several && ofOneTarget.has(secret) ? own : [...own, secret];
}

/** The secret behind an input, an empty text where none is set. */
export function secretFor(input: string, env: Env, target: string, several: boolean): string {
  const secret = secretInputs.get(input);
  if (secret === undefined) return "";
  return (
    namesOf(secret, target, several)
      .map((name) => env[name] ?? "")
      .find((one) => one !== "") ?? ""
  );
}

/** Every value in the environment that must not be shown. */
export function secretValues(env: Env, targets: readonly string[]): readonly string[] {
  const names = [...secretInputs.values()].flatMap((secret) => [
    secret,
    ...targets.flatMap((target) => namesOf(secret, target, false)),
  ]);
  const all = [...names, "GH_TOKEN", "GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
  return all.flatMap((name) => env[name] ?? []).filter((value) => value !== "");
}
