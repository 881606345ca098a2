import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { retry } from "../../ports/retry.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import { type Live, inspectLive } from "./inspect-live.ts";
import type { Inspected } from "./plan-functions.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;
type Work = Pick<Inspected, "changes" | "removals">;

/** What is live after a change, once the list shows it. */
export async function readBack(
  api: FunctionsApi,
  { changes, removals }: Work,
  ready: readonly ListedFunction[],
  world: World,
): Promise<Live> {
  const options = { what: "Read the live functions", attempts: 6, firstWait: 500, longestWait: 8000 };
  const listed = await retry(world, { ...options, signal: world.signal }, async () => {
    const now = (await api.list()).filter(({ status }) => status !== "REMOVED");
    const late = ready.filter(({ slug, version }) =>
      now.every((one) => one.slug !== slug || one.version < version),
    );
    const left = removals.filter(({ slug }) => now.some((one) => one.slug === slug));
    if (late.length + left.length === 0) return { value: now };
    return { again: notListed(namesOf(late), namesOf(left)) };
  });
  const slugs = [...changes, ...removals].map(({ slug }) => slug);
  return await inspectLive(api, slugs, listed);
}

function namesOf(some: readonly { readonly slug: string }[]): string {
  return some.map(({ slug }) => slug).join(", ");
}

function notListed(late: string, left: string): UserError {
  const says = [
    ...(late === "" ? [] : [`took the activation, but does not list the new version of ${late}`]),
    ...(left === "" ? [] : [`took the removal, but still lists ${left}`]),
  ];
  return new UserError(
    "PR422",
    `Supabase ${says.join("; it ")}.`,
    "See https://status.supabase.com; then run the job again: it continues.",
  );
}
