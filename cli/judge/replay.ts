import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { advisorVisit } from "../../kit/advisors/look.ts";
import type { SqlParser } from "../../kit/judge/parser.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { connectPostgres } from "../../kit/ports/live-database.ts";
import { liveExec } from "../../kit/ports/live-exec.ts";
import { type NoShadow, type Shadow, replayOnShadow } from "../../kit/shadow/shadow.ts";

type Asked = Parameters<typeof replayOnShadow>[1];

/** What the command line and the environment say of where to replay. */
interface Given {
  readonly env: NodeJS.ProcessEnv;
  readonly shadowDatabaseUrl: string | undefined;
}

/** Replays on this machine's PostgreSQL, on the database that is given, or on PGlite. Loaded only where that is wanted. */
export async function replay(
  parser: SqlParser,
  asked: Asked,
  visit: ReturnType<typeof advisorVisit>,
  { env, shadowDatabaseUrl }: Given,
): Promise<Shadow | NoShadow> {
  const caches = env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  // PGlite's archive is kept where it is found again, and so is what is applied.
  const world = {
    connect: connectPostgres,
    http: systemHttp,
    exec: liveExec(() => undefined),
    env: { RUNNER_TOOL_CACHE: caches, ...env },
    temp: tmpdir(),
  };
  return await replayOnShadow(parser, asked, world, visit, {
    databaseUrl: shadowDatabaseUrl ?? env["SHADOW_DATABASE_URL"],
    fetch: { registry: undefined },
    cache: asked.history.length === 0 ? undefined : join(caches, "prism-rollout/shadow"),
  });
}
