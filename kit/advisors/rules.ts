/** `error`: open to anybody. `warn`: it is easily abused. `info`: it may be meant, and then it is right. */
export type AdvisoryLevel = "error" | "warn" | "info";

export interface AdvisorRule {
  readonly level: AdvisoryLevel;
  /** What it means, as the rest of a sentence that begins with the thing. */
  readonly why: string;
  readonly safe: string;
}

const rules = {
  "advisor-rls-off": {
    level: "error",
    why: "is open to whoever has the public key: row level security is off, and the API's roles may use it",
    safe: "ENABLE ROW LEVEL SECURITY and write policies, or REVOKE it from anon and authenticated.",
  },
  "advisor-policy-without-rls": {
    level: "error",
    why: "has policies that nobody asks, because row level security is off",
    safe: "ALTER TABLE … ENABLE ROW LEVEL SECURITY.",
  },
  "advisor-rls-without-policy": {
    level: "info",
    why: "has row level security and no policy: nobody but its owner and service_role sees a row",
    safe: "Write its policies, or leave it so if only the server uses it.",
  },
  "advisor-definer-view": {
    level: "error",
    why: "shows what its owner may see, past the policies of the one who asks",
    safe: "CREATE VIEW … WITH (security_invoker = on).",
  },
  "advisor-users-exposed": {
    level: "error",
    why: "shows data of auth.users through the API",
    safe: "Keep what is public of a user in a table of your own, or REVOKE it from anon and authenticated.",
  },
  "advisor-search-path": {
    level: "warn",
    why: "runs with its owner's rights and finds names by the caller's search_path",
    safe: "Add SET search_path = '' and write names with their schema.",
  },
  "advisor-search-path-invoker": {
    level: "info",
    why: "finds names by the caller's search_path",
    safe: "Add SET search_path = '' and write names with their schema.",
  },
  "advisor-definer-callable": {
    level: "warn",
    why: "runs with its owner's rights for whoever has the public key",
    safe: "See that it checks its caller; else SECURITY INVOKER, a schema that the API does not serve, or REVOKE EXECUTE from public, anon and authenticated.",
  },
  "advisor-materialized-view": {
    level: "warn",
    why: "is served by the API, and has no row level security",
    safe: "REVOKE it from anon and authenticated, or move it into a schema that the API does not serve.",
  },
  "advisor-foreign-table": {
    level: "error",
    why: "is served by the API, and has no row level security",
    safe: "REVOKE it from anon and authenticated, or move it into a schema that the API does not serve.",
  },
  "advisor-policy-always-true": {
    level: "warn",
    why: "lets everybody whom it names write every row",
    safe: "Compare a column with (select auth.uid()), or name service_role only.",
  },
  "advisor-user-metadata": {
    level: "error",
    why: "trusts user_metadata, which users change themselves",
    safe: "Ask app_metadata, or a table of your own.",
  },
  "advisor-extension-in-public": {
    level: "warn",
    why: "is installed where the API serves its functions",
    safe: "CREATE EXTENSION … WITH SCHEMA extensions.",
  },
  "advisor-invalid-index": {
    level: "warn",
    why: "is not used: building it was not finished",
    safe: "DROP INDEX CONCURRENTLY, and build it again.",
  },
} as const satisfies Readonly<Record<string, AdvisorRule>>;

export type AdvisorId = keyof typeof rules;

export const advisorIds = Object.keys(rules) as readonly AdvisorId[];

export function advisorRule(id: AdvisorId): AdvisorRule {
  return rules[id];
}

export function isAdvisorId(name: string): name is AdvisorId {
  return Object.hasOwn(rules, name);
}

/** Whether it is worth a warning: the rest may well be as it is meant. */
export function isDangerous({ id }: { readonly id: AdvisorId }): boolean {
  return advisorRule(id).level !== "info";
}
