import type { Runtime } from "../../../action/runtime.ts";
import type { Database } from "../../../ports/database.ts";

/** A second connection, beside the one that migrates: it sees what is committed, and is free while that one works. */
export type Aside = Pick<Database, "query" | "close">;

type World = Pick<Runtime, "connect" | "context">;

/** Connects at once, while others have to be waited for, and again after it broke; never after it was closed. */
export function openAside({ connect, context }: World, url: string): Aside {
  const name = `prism-rollout guard of run ${context.runId}.${context.attempt}`;
  let session: Promise<Database> | undefined = connect(url, name);
  // Whoever asks it is told.
  session.catch(() => undefined);
  let closed = false;
  const forget = (): void => {
    // Also one that is still on its way here.
    session?.then((database) => database.close()).catch(() => undefined);
    session = undefined;
  };
  return {
    query: async (sql, parameters) => {
      // A look that was under way at the close would leave a session that nobody ends, and a process that waits for it.
      if (closed) throw new Error("the second connection was closed");
      session ??= connect(url, name);
      const asked = session;
      try {
        return await (await asked).query(sql, parameters);
      } catch (error) {
        if (asked === session) forget();
        throw error;
      }
    },
    close: async () => {
      closed = true;
      forget();
    },
  };
}
