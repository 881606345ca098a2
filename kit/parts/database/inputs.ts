import { record } from "../../action/input-map.ts";
import { duration, flag, integer, list, oneOf, optional, secret, text, url } from "../../action/input.ts";
import type { ValuesOf } from "../../action/spec.ts";
import type { Policy } from "../../judge/policy.ts";

const words = ["fail", "warn", "off"] as const;

const saying = (what: string, usually: string): string =>
  `What is done about statements that ${what}: \`fail\` refuses them unless a comment above allows them, \`warn\` shows them to who approves, \`off\` says nothing of them.${usually}`;

const policyOf = (what: string, fallback: "fail" | "warn") =>
  oneOf(words, { description: saying(what, ""), default: fallback });

/** What is said of such an axis holds for all of it; where nothing is said, one of its rules is not as the others. */
const policyWithout = (what: string, usually: string) =>
  optional(oneOf(words, { description: saying(what, ` Without it ${usually}.`) }));

/** What the judge makes of each axis. */
export const policyInputs = {
  "on-data-loss": policyWithout(
    "lose data",
    "they are refused, and a DELETE that says by its condition which rows may go (`delete-rows`) is shown",
  ),
  "on-breaks-clients": policyOf("break the code that is live", "fail"),
  "on-opaque-sql": policyOf("run text that is not in the file", "fail"),
  "on-tightens": policyWithout(
    "refuse what was allowed before",
    "they are shown, and a policy that is dropped (`drop-policy`) is refused",
  ),
  "on-lock-hazard": policyOf("scan or rewrite a live table under a lock that blocks writes", "warn"),
};

/** A workflow knows where its cache is. */
export const shadowCache = {
  "shadow-cache": optional(
    text({
      description:
        "Folder in which `plan` keeps what its PostgreSQL has after the applied migrations, so that the next run replays only what is new; for a step of `actions/cache`. What is damaged or another's is not used, and said.",
    }),
  ),
};

/** What `plan` replays migrations on. */
const shadowInputs = {
  shadow: oneOf(["auto", "postgres", "none"], {
    description:
      "`auto`: `plan` replays all migrations on an empty PostgreSQL of the machine's own, or where it has no server on PGlite, and shows what the pending ones make disappear, change or rewrite. `postgres`: nothing is fetched where there is no server. `none`: they are judged by their text only.",
    default: "auto",
  }),
  "shadow-registry": optional(
    url({
      description:
        "npm registry from which `plan` fetches what its machine does not have and a replay needs, each by a pinned hash: PGlite, Deno, PostgREST. Without it the one that npm on that machine uses.",
    }),
  ),
  ...shadowCache,
};

/** What `plan` alone is given: a secret is passed to as few jobs as can be. */
export const shadowSecrets = {
  "shadow-database-url": optional(
    secret({
      description:
        "Connection string of an empty database, as a superuser, on a server that is there for nothing else: migrations are replayed beside it instead of on this machine, and it is left empty.",
    }),
  ),
};

/** What `migrate` is told, and `plan` reads of its section. */
export const databaseInputs = {
  "database-url": secret({
    description:
      "Connection string of the database, `postgresql://…`: direct or through the session pooler (port 5432), never the transaction pooler (6543).",
  }),
  directory: text({ description: "Folder of the migrations.", default: "supabase/migrations" }),
  from: optional(
    text({
      description:
        'The first version that a release may apply, in quotes as in the file\'s name (`"0008"`); a pending file older than it stops the release. Where the ledger is empty, everything is pending, and this says nothing.',
    }),
  ),
  adopt: optional(
    text({
      description:
        'The last version that was applied before this suite came, in quotes (`"0042"`): files up to it that were edited after they were applied, or of which the ledger keeps no text, are taken as they are. `plan` says so once; who edits one of them later is told as ever.',
    }),
  ),
  "out-of-order": list({
    description:
      "Versions that may be applied although a newer one is recorded already. Any other stops the release.",
    default: "",
  }),
  ...policyInputs,
  ...shadowInputs,
  "on-advisors": oneOf(["warn", "fail", "off"], {
    description:
      "What is done about new security advice: what the pending migrations leave open or weak, as their replay shows. Where nothing is replayed, nothing is advised.",
    default: "warn",
  }),
  "accepted-advice": record({
    description:
      'Security advice that is right as it is, with the reason: by its id for all (`advisor-definer-callable: each checks its caller`), or for one thing (`"advisor-rls-off public.countries": public data`).',
    default: "{}",
  }),
  journeys: list({
    description:
      "Modules that do what the live web does of the project (REST, functions), and fail where an answer is not what it needs. `plan` runs them in Deno on the shadow, with the live functions and with the new ones, before and after the pending files.",
    default: "",
  }),
  compatibility: oneOf(["auto", "installed"], {
    description:
      "`auto`: what the machine of `plan` has not of Deno and PostgREST, with which journeys and live functions are run on the shadow, is fetched by a pinned hash (linux-x64, 45 MB), only where there is something to run. `installed`: nothing is fetched.",
    default: "auto",
  }),
  "journey-env": record({
    description: "Environment of functions and journeys on the shadow, never a secret.",
    default: "{}",
  }),
  "journey-limit": duration({
    description: "How long all journeys on the shadow may take together.",
    default: "2m",
  }),
  "login-role": flag({
    description:
      "Whether Supabase makes a role for some minutes to log in with, so that no password of the database is kept; `database-url` then has none. Needs a token that may write to the database (`database_write`), also in `plan`.",
    default: "false",
  }),
  verify: oneOf(["none", "in-place"], {
    description:
      "`in-place`: before the first file runs, all pending ones are run on the live database in one transaction that is rolled back, so that what only live rows, triggers and rights make fail is seen while nothing has been applied. For that time it holds the locks of all of them, within `lock-timeout` and `blocks-for`. A file that cannot run in a transaction is refused.",
    default: "none",
  }),
  "restore-point": flag({
    description:
      "Whether Supabase makes a restore point of the database before the first file runs, and nothing runs without it. Needs physical backups and a token that may write backups.",
    default: "false",
  }),
  "restore-point-wait": duration({
    description: "How long making the restore point may take.",
    default: "10m",
  }),
  "publishable-key": optional(
    text({
      description:
        "The project's publishable (or anon) key, which is public: with it REST is asked after the migrations whether it serves what is new.",
    }),
  ),
  "rest-url": optional(
    url({
      description:
        "Where the project's REST API answers. Without it `https://<supabase>.supabase.co/rest/v1`, or beside `functions-url`.",
    }),
  ),
  "rest-wait": duration({
    description: "How long REST's schema cache may be behind the migrations before the release is held.",
    default: "30s",
  }),
  "lock-timeout": duration({
    description:
      "How long a statement may wait for a lock. While it waits, everybody behind it waits, too; then the file is rolled back and tried again.",
    default: "4s",
  }),
  "statement-timeout": duration({ description: "How long one statement may take.", default: "10m" }),
  "lock-attempts": integer({
    description: "How often a file is tried when a lock is not to be had.",
    default: "5",
    min: 1,
    max: 100,
  }),
  "lock-wait": duration({
    description: "Pause before a file is tried again; doubles each time, up to a minute.",
    default: "5s",
  }),
  "blocks-for": duration({
    description:
      "How long a statement may hold up live sessions, by a lock that it has or waits for. Then it is cancelled, the file is rolled back and tried again as after `lock-timeout`.",
    default: "2s",
  }),
  "blocks-sessions": integer({
    description: "How many live sessions held up at once are too many; `0`: nobody watches.",
    default: "1",
  }),
  "turn-wait": duration({
    description: "How long to wait for another migration of the same database to end.",
    default: "1m",
  }),
};

export type PolicyInputs = ValuesOf<typeof policyInputs>;

export type DatabaseInputs = ValuesOf<typeof databaseInputs>;

export type ShadowInputs = ValuesOf<typeof shadowInputs> & Partial<ValuesOf<typeof shadowSecrets>>;

/** The inputs as the judge takes them. */
export function policyFrom(inputs: PolicyInputs): Policy {
  return {
    data_loss: inputs.onDataLoss,
    breaks_clients: inputs.onBreaksClients,
    opaque: inputs.onOpaqueSql,
    tightens: inputs.onTightens,
    lock_hazard: inputs.onLockHazard,
  };
}
