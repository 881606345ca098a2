/** What the app must know about where it runs. */
export interface Config {
  readonly supabaseUrl: string;
  readonly publishableKey: string;
  readonly paywall: boolean;
}

/**
 * Reads the settings that Vite puts into the build.
 * @throws {Error} naming every variable that is missing.
 */
export function readConfig(env: Readonly<Record<string, unknown>>): Config {
  const supabaseUrl = text(env["VITE_SUPABASE_URL"]);
  const publishableKey = text(env["VITE_SUPABASE_PUBLISHABLE_KEY"]);
  const missing = [
    ...(supabaseUrl ? [] : ["VITE_SUPABASE_URL"]),
    ...(publishableKey ? [] : ["VITE_SUPABASE_PUBLISHABLE_KEY"]),
  ];
  if (missing.length > 0) throw new Error(`This build lacks ${missing.join(" and ")}.`);
  return { supabaseUrl, publishableKey, paywall: isPaywallEnabled(env["VITE_PAYWALL_ENABLED"]) };
}

/** The paywall is up only when somebody wrote "true": a missing or misspelt value must not lock people out. */
export function isPaywallEnabled(value: unknown): boolean {
  return text(value).toLowerCase() === "true";
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
