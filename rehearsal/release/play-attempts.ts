import { randomUUID } from "node:crypto";
import { type SupabaseClient, type SupabaseClientOptions, createClient } from "@supabase/supabase-js";

/** Where the deployed project is, and the key that its web app has. */
export interface ProjectAddress {
  readonly url: string;
  readonly publishableKey: string;
}

export interface Played {
  /** Attempts that got their results, and attempts that got as far as an answer that was none. */
  readonly finished: number;
  readonly failed: number;
  readonly milliseconds: number;
}

/** Who the break of observe hits: respondents whose id begins so (see break-phase.ts). */
export const unluckyPrefix = "0bad0bad";

/** So many people at once: more would only wait for the functions' one process. */
const together = 8;

/**
 * Real attempts of invented people, untagged, through the live functions as the web app calls them: start,
 * answer, finalize, read the results. `failing` of them belong to the people whom the break of observe hits;
 * without that break they go well. Never throws for an attempt that fails: its failure is in the log.
 */
export async function playAttempts(
  project: ProjectAddress,
  { attempts, failing = 0 }: { readonly attempts: number; readonly failing?: number },
): Promise<Played> {
  const began = performance.now();
  const client = clientOf(project);
  // Spread evenly: a failure shows early, and good attempts are among the first as well.
  const isUnlucky = (index: number): boolean =>
    Math.floor(((index + 1) * failing) / attempts) > Math.floor((index * failing) / attempts);
  const waiting = Array.from({ length: attempts }, (_, index) => respondent(isUnlucky(index)));
  let finished = 0;
  const person = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (await playAttempt(client, next)) finished += 1;
    }
  };
  await Promise.all(Array.from({ length: together }, person));
  return { finished, failed: attempts - finished, milliseconds: Math.round(performance.now() - began) };
}

function respondent(unlucky: boolean): string {
  const id = randomUUID();
  return unlucky ? unluckyPrefix + id.slice(unluckyPrefix.length) : id;
}

/** Whether the results were shown in the end. */
async function playAttempt(client: SupabaseClient, respondentId: string): Promise<boolean> {
  const started = await client.rpc("start_session", { respondent: respondentId });
  if (started.error) return false;
  const { session_id, token } = started.data as { readonly session_id: string; readonly token: string };
  const saved = await client.rpc("save_responses", { session_id, token, answers });
  if (saved.error) return false;
  const body = { session_id, token };
  const finalized = await client.functions.invoke("finalizeAssessment", { body });
  if (finalized.error) return false;
  const results = await client.functions.invoke("get-results-by-session", { body });
  return results.error === null;
}

const scale = { p1: 4, p2: 2, r1: 5, r2: 1, i1: 3, i2: 3, s1: 2, s2: 4, m1: 4, m2: 2 };
const answers = { ...scale, c1: 1, c2: 2, c3: 1, c4: 2, c5: 1 };

/** supabase-js insists on a WebSocket, which Node.js 20 has not; nothing here is live, so it gets none. */
function clientOf({ url, publishableKey }: ProjectAddress): SupabaseClient {
  return createClient(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: noSocket as unknown as Transport },
  });
}

type Transport = NonNullable<NonNullable<SupabaseClientOptions<"public">["realtime"]>["transport"]>;

function noSocket(): never {
  throw new Error("nothing of a rehearsal listens to changes");
}
