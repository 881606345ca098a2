import type { Runtime } from "../../../kit/action/runtime.ts";
import { addressOf, placeOf } from "../../../kit/ports/database-address.ts";
import { withSession } from "../../../kit/parts/database/connection/session.ts";
import { type DatabaseInputs, databaseInputs } from "../../../kit/parts/database/inputs.ts";
import {
  type AppliedByUs,
  appliedByReleases,
  nobodyKnows,
} from "../../../kit/parts/database/ledger/ahead.ts";
import { compareLedger } from "../../../kit/parts/database/ledger/compare-ledger.ts";
import { inspectDatabase } from "../../../kit/parts/database/plan/inspect-database.ts";
import { type Answer, type Check, type Told, fail, known, notAsked, ok, warn } from "../check.ts";
import type { Target } from "../target.ts";

const what = "Database";

/** From this version on a server sees by itself that its client is gone. */
const wanted = 140_000;

/** Whether the database lets us in, what it is, and how ledger and files stand to each other. Only reads. */
export function databaseChecks(target: Target, githubToken: string): readonly Check[] {
  if (!target.has("migrate")) return [];
  const { group } = target;
  if (target.get("database-url") === "") return [known(group, target.without(what, "database-url"))];
  const inputs = target.section("migrate", databaseInputs);
  if (inputs.loginRole) {
    const says = "`login-role: true`: Supabase would have to make a role, and nothing is written here";
    return [known(group, notAsked(what, says))];
  }
  return [
    {
      group,
      what,
      ask: async (world) => ({
        told: await askServer(target, inputs, world),
        next: [{ group, what: "Ledger", ask: (own) => askLedger(target, inputs, own, githubToken) }],
      }),
      otherwise: [notAsked("Ledger", "the database did not answer")],
    },
  ];
}

async function askServer(target: Target, inputs: DatabaseInputs, world: Runtime): Promise<readonly Told[]> {
  const url = inputs.databaseUrl;
  const facts = await withSession(world, url, async (database) => {
    const [row = {}] = await database.query(
      `select pg_catalog.current_setting('server_version') as version,
              pg_catalog.current_setting('server_version_num')::integer as number,
              current_user::text as role, pg_catalog.pg_backend_pid() as pid,
              (select ssl from pg_catalog.pg_stat_ssl where pid = pg_catalog.pg_backend_pid()) as tls`,
    );
    const all: Readonly<Record<string, unknown>> = { ...row, direct: database.told === row["pid"] };
    return all;
  });
  const { version, number, role, tls, direct } = facts;
  const way = direct === true ? `direct, ${tls === true ? "TLS" : "no TLS"}` : "session pooler, TLS to it";
  const says = `PostgreSQL ${String(version)} at ${placeOf(url)} as ${String(role)} (${way})`;
  return [
    ...(Number(number) < wanted
      ? [warn(what, `${says}: it does not see that a client is gone`, "Upgrade to PostgreSQL 14 or newer.")]
      : [ok(what, says)]),
    ...ofAnother(target, url),
  ];
}

/** The address of a project's database names the project. */
function ofAnother(target: Target, url: string): readonly Told[] {
  const host = addressOf(url)?.host ?? "";
  const direct = /^db\.([a-z]{20})\.supabase\.\w+$/.exec(host)?.[1];
  const pooled = host.includes(".pooler.supabase.")
    ? /^[^.]+\.([a-z]{20})$/.exec(decodeURIComponent(new URL(url).username))?.[1]
    : undefined;
  const named = direct ?? pooled;
  const meant = target.config.lookup("deploy-functions", "supabase")?.raw;
  if (named === undefined || typeof meant !== "string" || named === meant) return [];
  const says = `it is the database of project ${named}, but this target's \`supabase\` is ${meant}`;
  return [fail("Database's project", says, "Set the connection string of this target's own project.")];
}

async function askLedger(
  target: Target,
  inputs: DatabaseInputs,
  world: Runtime,
  githubToken: string,
): Promise<Answer> {
  const ledger = "Ledger";
  const applied = githubToken === "" ? nobodyKnows : forgiving(world, githubToken, target.name || "default");
  const found = await inspectDatabase(inputs, world, applied);
  const { parser, files, rows, progress = [], invalid } = found;
  const compared = compareLedger(parser, files, rows, inputs, found.known, found.memory);
  const fix = "Mend it before a release: `plan` refuses it.";
  const pending = compared.pending.map(({ version }) => version);
  const named = pending.length === 0 ? "nothing pending" : `${pending.length} pending: ${few(pending)}`;
  return {
    told: [
      ...(compared.drift.length === 0
        ? [ok(ledger, `${rows.length} recorded, ${files.length} files, ${named}`)]
        : compared.drift.map((one) => ({ ...fail(ledger, one, fix), code: "PR414" as const }))),
      ...compared.unverified.map((one) =>
        warn(ledger, one, 'Take them as they are, once, by `adopt: "<version>"`.'),
      ),
      ...leftBehind([...new Set(progress.map(({ version }) => version))], invalid),
    ],
  };
}

/** What an earlier run has begun and not ended. */
function leftBehind(begun: readonly string[], invalid: readonly string[]): Answer["told"] {
  return [
    ...(begun.length === 0
      ? []
      : [
          warn(
            "Cut-off migrations",
            `begun and not complete: ${few(begun)}`,
            "The next `migrate` goes on with them.",
          ),
        ]),
    ...(invalid.length === 0
      ? []
      : [
          warn(
            "Invalid indexes",
            few(invalid),
            "Build them again: `reindex index concurrently …`, or drop them.",
          ),
        ]),
  ];
}

function few(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
}

/** A token without a right to the record knows as little as none. */
function forgiving(world: Runtime, token: string, target: string): AppliedByUs {
  return async (versions) => {
    try {
      return await appliedByReleases(await world.github(token), target)(versions);
    } catch {
      world.signal.throwIfAborted();
      return await nobodyKnows(versions);
    }
  };
}
