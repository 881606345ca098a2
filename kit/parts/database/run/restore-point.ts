import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { tellWait } from "../../../ports/tell-wait.ts";
import type { ProjectAccess } from "../../../providers/supabase/functions-api.ts";
import { type RestorePoint, restorePoints } from "../../../providers/supabase/restore-points.ts";

type World = Pick<Runtime, "clock" | "context" | "http" | "log" | "signal">;

interface Inputs {
  readonly restorePoint: boolean;
  readonly restorePointWait: number;
  readonly supabase: string | undefined;
  readonly supabaseAccessToken: string | undefined;
  readonly supabaseApiUrl: string;
}

const firstPause = 1000;
const longestPause = 15_000;

/**
 * Makes a restore point of the database where one is asked for, and waits until it is there: its name, or undefined.
 * A run that is run again finds its own, from before anything was changed, and makes no other.
 * @throws {UserError} PR104 without a project or token, PR302 for a token that may not, PR438 when there is none in the
 * end: nothing was changed.
 */
export async function restorePointBefore(inputs: Inputs, world: World): Promise<string | undefined> {
  if (!inputs.restorePoint) return undefined;
  const points = restorePoints(world, accessOf(inputs));
  const name = nameOf(world.context);
  return await world.log.group(`Restore point ${name}`, async () => {
    const found = await points.find(name);
    const usable = found !== undefined && ["AVAILABLE", "PENDING"].includes(found.status);
    const made = usable ? found : await created(points, name);
    await untilThere(made, inputs.restorePointWait, () => points.find(name), world);
    world.log.notice(
      `Restore point ${name} is there. Going back to it loses what is written after it, and stops the project meanwhile; no release does that by itself.`,
    );
    return name;
  });
}

/** One run has one: 20 characters hold its number. */
function nameOf({ runId }: World["context"]): string {
  return `run-${runId}`.slice(0, 20);
}

function accessOf({ supabase, supabaseAccessToken, supabaseApiUrl }: Inputs): ProjectAccess {
  if (supabase !== undefined && supabaseAccessToken !== undefined)
    return { supabase, supabaseAccessToken, supabaseApiUrl };
  throw new UserError(
    "PR104",
    "`restore-point` needs `supabase` and `supabase-access-token`. Nothing was changed.",
    "Pass them to migrate; the token must be able to write backups.",
  );
}

/** An answer that was lost on the way is asked for: making it twice would be refused. */
async function created(points: ReturnType<typeof restorePoints>, name: string): Promise<RestorePoint> {
  try {
    return await points.create(name);
  } catch (error) {
    const lost = error instanceof UserError && ["PR301", "PR305", "PR306"].includes(error.code);
    const found = lost ? await points.find(name) : undefined;
    if (found !== undefined && found.status !== "REMOVED") return found;
    if (error instanceof UserError && error.code === "PR304") throw notMade(error.message);
    throw error;
  }
}

async function untilThere(
  made: RestorePoint,
  wait: number,
  ask: () => Promise<RestorePoint | undefined>,
  { clock, log, signal }: World,
): Promise<void> {
  const until = clock.now() + wait;
  const tell = tellWait({ clock, log }, until);
  let now: RestorePoint | undefined = made;
  for (let pause = firstPause; now?.status !== "AVAILABLE"; pause = Math.min(longestPause, pause * 2)) {
    if (now?.status === "FAILED" || now?.status === "REMOVED")
      throw notMade(`Supabase says ${now.status} of it`);
    if (clock.now() >= until) throw notMade(`it was not there after ${wait / 1000} s`);
    tell("Supabase has made the restore point", `It says ${now?.status ?? "nothing of it"}.`);
    await clock.sleep(Math.min(pause, Math.max(1, until - clock.now())), signal);
    now = await ask();
  }
}

function notMade(why: string): UserError {
  return new UserError(
    "PR438",
    `No restore point could be made: ${why.replace(/\.$/, "")}. Nothing was changed.`,
    "See Database > Backups in the project's dashboard: restore points need physical backups (a paid plan). Without `restore-point` the release goes on as before.",
  );
}
