import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { retry } from "../../../ports/retry.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { type Remembered, bundleMark } from "./bundle-mark.ts";
import { type Live, inspectLive } from "./inspect-live.ts";
import type { Inspected } from "../plan-functions.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;
type Work = Pick<Inspected, "changes" | "removals" | "besides">;

/** What is live after a change, once the list shows it. */
export async function readBack(
  api: FunctionsApi,
  { changes, removals, besides }: Work,
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
  const slugs = [...changes, ...removals, ...besides].map(({ slug }) => slug);
  const remembered = async (): Promise<Remembered> => marksOf(changes, ready);
  return await inspectLive(api, slugs, slugs.length > readable ? { listed, remembered } : { listed });
}

/** The platform gives 120 sources a minute: of more functions the sum of the bundle must do. */
const readable = 40;

function marksOf(changes: Work["changes"], ready: readonly ListedFunction[]): Remembered {
  const built = ready.flatMap((one) => {
    const mark = bundleMark(one);
    const digest = changes.find(({ slug }) => slug === one.slug)?.wanted.state.digest;
    return mark === undefined || digest === undefined || digest === null ? [] : [[mark, digest] as const];
  });
  return new Map(built);
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
