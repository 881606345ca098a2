import type { Runtime } from "../../../action/runtime.ts";
import type { Verdict } from "../../../release/verdict.ts";
import type { Database } from "../../../ports/database.ts";
import { type RestAccess, askRest } from "./ask-rest.ts";
import { type Served, newIn, readServed } from "./served.ts";

type World = Pick<Runtime, "clock" | "http" | "log" | "signal">;

export interface RestProof extends Verdict {
  readonly evidence: readonly string[];
}

/** What is needed to ask REST after the migrations, or why that cannot be. */
export type RestInputs = { readonly access: RestAccess } | { readonly because: string };

interface Given {
  readonly restUrl: string | undefined;
  readonly restWait: number;
  readonly publishableKey: string | undefined;
  readonly functionsUrl: string | undefined;
  readonly functionsKey: string | undefined;
  readonly supabase: string | undefined;
}

/** The REST API of the project, or of where its functions are called; undefined where neither is known. */
export function restInputsOf(given: Given): RestInputs | undefined {
  const { restUrl, functionsUrl, supabase, restWait: wait } = given;
  const beside = functionsUrl?.replace(/\/$/, "");
  const url =
    restUrl ??
    (beside?.endsWith("/functions/v1") ? `${beside.slice(0, -"/functions/v1".length)}/rest/v1` : undefined) ??
    (supabase === undefined ? undefined : `https://${supabase}.supabase.co/rest/v1`);
  const key = given.publishableKey ?? given.functionsKey;
  if (url === undefined) return undefined;
  // At Supabase nothing is answered without a key; a server of one's own may have none.
  if (key === undefined && restUrl === undefined) return { because: "`publishable-key` is not given" };
  return { access: { url, key, wait } };
}

/** Tells REST that the schema is another. A replica notifies nobody; its primary has told what was applied there. */
export async function tellRest(database: Database): Promise<void> {
  await database.query(
    "select pg_catalog.pg_notify('pgrst', 'reload schema') where not pg_catalog.pg_is_in_recovery()",
  );
}

/** Tells REST, and gives what it has to serve that it did not before. */
export async function reloadRest(database: Database, before: Served): Promise<readonly string[]> {
  const [, served] = await Promise.all([tellRest(database), readServed(database)]);
  return newIn(before, served);
}

/** Waits until REST answers for what is new. Undefined where nothing is: then there is nothing to prove. */
export async function proveRest(
  paths: readonly string[],
  inputs: RestInputs | undefined,
  world: World,
): Promise<RestProof | undefined> {
  const n = paths.length;
  if (n === 0 || inputs === undefined) return undefined;
  const what = `new tables and functions (${paths.slice(0, 5).join(", ")}${n > 5 ? ", …" : ""})`;
  if ("because" in inputs) return unasked(n, what, inputs.because);
  const answered = await askRest(paths, inputs.access, world);
  if (answered.is === "unknown") return unasked(n, what, answered.because);
  if (answered.is === "served") {
    const x = n - answered.unasked.length;
    const evidence = [
      `${x} of ${n} ${what} answer over REST, after ${answered.seconds.toFixed(1)} s`,
      ...(x < n ? [`${n - x} of ${n} could not be asked over REST without calling them`] : []),
    ];
    return { verdict: "pass", x, n, evidence, reason: "REST serves what is new.", next: "Nothing to do." };
  }
  const missing = answered.missing.join(", ");
  return {
    verdict: "inconclusive",
    x: n - answered.missing.length,
    n,
    evidence: [`${n - answered.missing.length} of ${n} ${what} answer over REST`],
    reason: `The migrations are applied and recorded, but after ${inputs.access.wait / 1000} s REST still does not serve ${missing}: its schema cache is behind.`,
    next: "Run `notify pgrst, 'reload schema'` in the database, or restart the project's REST service; then run this job again.",
  };
}

/** What could not be asked is said, and holds up nobody: the service's own health is asked besides. */
function unasked(n: number, what: string, because: string): RestProof {
  const evidence = [`0 of ${n} ${what} were asked over REST: ${because}`];
  return { verdict: "pass", x: 0, n, evidence, reason: "REST was not asked.", next: "Nothing to do." };
}
