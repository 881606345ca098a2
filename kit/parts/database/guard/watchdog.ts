import type { Runtime } from "../../../action/runtime.ts";
import { describe } from "../../../errors/user-error.ts";
import type { Aside } from "./aside.ts";
import { type HeldUp, type Look, lookWhoWaits } from "./held-up.ts";

/** What live sessions put up with. */
export interface Patience {
  /** So many of them at once; 0: nobody watches. */
  readonly sessions: number;
  /** For so long, in ms. */
  readonly ms: number;
}

/** What a statement was cancelled for. */
export interface Stall {
  readonly heldUp: readonly HeldUp[];
  /** It waited for a lock itself, and they stood behind it. */
  readonly waited: boolean;
}

/** Watches over one try of a file or a part of it. */
export interface Watch {
  /** Why the statement was cancelled, if it was. */
  stall(): Stall | undefined;
  /** After this nothing is cancelled any more. */
  end(): Promise<void>;
}

export interface Watchdog {
  watch(): Watch;
}

type World = Pick<Runtime, "clock" | "log">;

/** One that is being cancelled is given this long to let go. */
const pause = 1000;

/**
 * Looks from a second connection who waits because of our session, and cancels its statement once that is too many for
 * too long: `lock_timeout` bounds how long we wait, not how long we hold. Without the second connection the migration goes
 * on, and it is said that nobody watches.
 */
export function watchdog(world: World, aside: Aside, pid: number, patience: Patience): Watchdog {
  let told = false;
  const tell = (error: unknown): void => {
    if (told) return;
    told = true;
    world.log.warn(
      `Nobody watches for how long this migration holds up live sessions: ${describe(error)}. \`lock-timeout\` still bounds how long it waits for a lock.`,
    );
  };
  return {
    watch: () => (patience.sessions === 0 ? idle : begin(world, aside, pid, patience, tell)),
  };
}

const idle: Watch = { stall: () => undefined, end: async () => undefined };

function begin(
  { clock }: World,
  aside: Aside,
  pid: number,
  patience: Patience,
  tell: (error: unknown) => void,
): Watch {
  const calm = new AbortController();
  let stall: Stall | undefined;
  let cancelling: Promise<unknown> = Promise.resolve();
  const watchOver = async (): Promise<void> => {
    for (let wait = nextLook([], patience); ;) {
      await clock.sleep(wait, calm.signal);
      // A connection that broke is made again, once.
      const look = await lookWhoWaits(aside, pid).catch(() => lookWhoWaits(aside, pid));
      calm.signal.throwIfAborted();
      wait = nextLook(look.heldUp, patience);
      if (wait > 0) continue;
      stall ??= stallOf(look, patience);
      cancelling = aside.query("select pg_catalog.pg_cancel_backend($1)", [pid]);
      await cancelling;
      wait = pause;
    }
  };
  watchOver().catch((error: unknown) => {
    if (!calm.signal.aborted) tell(error);
  });
  return {
    stall: () => stall,
    end: async () => {
      calm.abort();
      await cancelling.catch(() => undefined);
    },
  };
}

const stallOf = ({ heldUp, waits }: Look, { ms }: Patience): Stall => ({
  heldUp: heldUp.filter((one) => one.ms >= ms),
  waited: waits,
});

/**
 * In how many ms to look again; 0: it has been too long. The server tells since when somebody waits, so a look at the
 * moment at which it becomes too long is enough, and half of that time as long as nobody does.
 */
export function nextLook(heldUp: readonly Pick<HeldUp, "ms">[], { sessions, ms }: Patience): number {
  const longest = heldUp.map((one) => one.ms).sort((a, b) => b - a)[sessions - 1] ?? 0;
  if (longest >= ms && heldUp.length >= sessions) return 0;
  return Math.max(10, Math.min(500, ms / 2, ms - longest));
}
