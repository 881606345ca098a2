import type { FuncCall, Node } from "libpg-query";
import { textsIn } from "../catalog/settings.ts";
import type { Context, Hit } from "../hit.ts";
import { partsOf } from "../names.ts";
import { checkAlterJob } from "./check-jobs.ts";

type Check = (call: FuncCall, statement: Node, context: Context) => readonly Hit[];

/** What these do is in no statement of their own. */
const calls: Readonly<Record<string, Check>> = {
  "pgmq.drop_queue": ofQueue("drop-queue"),
  "pgmq.purge_queue": ofQueue("purge-queue"),
  "cron.unschedule": unschedule,
  "cron.alter_job": checkAlterJob,
  lo_unlink: (call) => [{ rule: "unlink-object", thing: textsIn(call.args)[0] ?? "large objects" }],
  drop_chunks: (call) => [{ rule: "delete-rows", thing: textsIn(call.args)[0] ?? "chunks" }],
  dblink_exec: elsewhere(
    (sql) => !/^\s*(?:select|begin|commit|rollback|set|listen|notify)\b/i.test(sql ?? ""),
  ),
  dblink: elsewhere((sql) => writes.test(sql ?? "")),
  dblink_send_query: elsewhere((sql) => writes.test(sql ?? "")),
};

const writes = /^\s*(?:insert|update|delete|merge|drop|alter|truncate|create|grant|revoke|do|call)\b/i;

/** A call inside of a statement that runs. */
export function checkCall(call: FuncCall, statement: Node, context: Context): readonly Hit[] {
  const name = partsOf(call.funcname);
  // A function of the project's may be called `constructor`.
  const known = [name.slice(-2).join("."), name.at(-1) ?? ""].find((one) => Object.hasOwn(calls, one));
  return calls[known ?? ""]?.(call, statement, context) ?? [];
}

function ofQueue(rule: "drop-queue" | "purge-queue"): Check {
  return ({ args }, _, { known }) => {
    const [queue = "a queue"] = textsIn(args?.[0]);
    return known.has(`queue ${queue}`) ? [] : [{ rule, thing: queue }];
  };
}

/** By its name, or by a number that the statement looks up by the name. */
function unschedule({ args }: FuncCall, statement: Node, { known, later }: Context): readonly Hit[] {
  const own = textsIn(args);
  const names = own.length > 0 ? own : textsIn(statement);
  if (names.length === 0 && later("job *")) return [];
  if (names.some((name) => known.has(`job ${name}`) || later(`job ${name}`))) return [];
  return [{ rule: "unschedule-job", thing: names[0] ?? "a job" }];
}

/** The last text that is given is what another server, or another session of this one, runs. */
function elsewhere(isTold: (sql: string | undefined) => boolean): Check {
  return ({ args, funcname }) => {
    const sql = textsIn(args).at(-1);
    const name = partsOf(funcname).at(-1) ?? "?";
    return isTold(sql)
      ? [{ rule: "opaque-sql", thing: `${name}: ${sql ?? "a text that is put together"}` }]
      : [];
  };
}
