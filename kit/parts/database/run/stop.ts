import type { Runtime } from "../../../action/runtime.ts";

type World = Pick<Runtime, "clock" | "connect" | "signal" | "log">;

/** A statement that is cancelled between two others is not: the server is asked again. */
const pause = 250;

/**
 * While a file runs: when the runner asks to stop, asks the server to cancel the statement, from a second
 * connection. Gives the function that ends this.
 */
export function cancelOnStop(world: World, pid: number, url: string): () => void {
  const calm = new AbortController();
  const onStop = (): void => {
    cancel(world, url, pid, calm.signal).catch(() => {
      if (calm.signal.aborted) return;
      world.log.warn("The running statement could not be cancelled; the server ends it when we are gone.");
    });
  };
  world.signal.addEventListener("abort", onStop, { once: true });
  return () => {
    calm.abort();
    world.signal.removeEventListener("abort", onStop);
  };
}

async function cancel(world: World, url: string, pid: number, calm: AbortSignal): Promise<void> {
  world.log.info("Asked to stop: cancelling the running statement.");
  const other = await world.connect(url, "prism-rollout cancel");
  try {
    while (!calm.aborted) {
      await other.query("select pg_catalog.pg_cancel_backend($1)", [pid]);
      await world.clock.sleep(pause, calm);
    }
  } finally {
    await other.close();
  }
}
