import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Runtime } from "../action/runtime.ts";

interface Patience {
  readonly world: Pick<Runtime, "clock">;
  readonly signal: AbortSignal;
}

/** Undefined once it is so; else why it will not be. */
export async function until(
  is: () => Promise<boolean>,
  ended: Promise<string>,
  { world: { clock }, signal }: Patience,
): Promise<string | undefined> {
  const over: { why?: string } = {};
  void ended.then((why) => (over.why = why));
  while (!(await is())) {
    if (signal.aborted) return "its time was over";
    if (over.why !== undefined) return over.why;
    await clock.sleep(20);
  }
  return undefined;
}

/** On this machine a port that is open lets in at once, in ms. */
const longestKnock = 2000;

export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1").setTimeout(longestKnock);
    const done = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
    socket.once("timeout", () => done(false));
  });
}

/** A port of 127.0.0.1 that nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
