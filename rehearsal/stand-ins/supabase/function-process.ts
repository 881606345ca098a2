import type { BrokenFunction, FunctionLog, RunningFunction } from "../../engines/deno.ts";

type Started = RunningFunction | BrokenFunction;

/** The process of one version of a function. */
export interface FunctionProcess {
  readonly started: Promise<Started>;
  /** Resolves when it has ended, or could not start. */
  readonly over: Promise<void>;
  /** Whether somebody still decides what becomes of it. */
  pinned: boolean;
  /** From now on what it prints is a log; what it printed so far as well. */
  goLive(): void;
  /** Calls `work` with its address, undefined when it could not start. */
  use<T>(work: (url: string | undefined) => Promise<T>): Promise<T>;
  /** Ends it as soon as its requests are answered. */
  retire(): Promise<void>;
}

/** Starts a process; `start` is told where to print. */
export function newFunctionProcess(
  start: (print: (entry: FunctionLog) => void) => Promise<Started>,
  onLog: (entry: FunctionLog) => void,
): FunctionProcess {
  const held: FunctionLog[] = [];
  const requests = new Set<Promise<unknown>>();
  let live = false;
  const started = start((entry) => (live ? onLog(entry) : void held.push(entry)));
  return {
    started,
    over: started.then(
      async (result) => void (result.state === "running" && (await result.ended)),
      () => undefined,
    ),
    pinned: false,
    goLive() {
      live = true;
      for (const entry of held.splice(0)) onLog(entry);
    },
    async use(work) {
      const request = started.then((result) => work(result.state === "running" ? result.url : undefined));
      requests.add(request);
      try {
        return await request;
      } finally {
        requests.delete(request);
      }
    },
    async retire() {
      const result = await started.catch(() => undefined);
      await Promise.allSettled(requests);
      if (result?.state === "running") await result.stop();
    },
  };
}
