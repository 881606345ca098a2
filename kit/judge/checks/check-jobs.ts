import type { Context, Hit } from "../hit.ts";
import { textsIn } from "../catalog/settings.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { isOff } from "./option.ts";

/** A row of pg_cron's own table is a job: whoever deletes it, or sets it to be inactive, ends it. */
export function checkJobs(
  value: NodeOf<"DeleteStmt"> | NodeOf<"UpdateStmt">,
  { known, later }: Context,
): readonly Hit[] {
  if (relationName(value.relation) !== "cron.job") return [];
  const targets = "targetList" in value ? value.targetList : undefined;
  const ends =
    targets === undefined ||
    targets.some((node) => {
      const { name, val } = as(node, "ResTarget") ?? {};
      return name === "active" && isOff(val);
    });
  const names = textsIn(value.whereClause);
  if (!ends || names.some((name) => known.has(`job ${name}`) || later(`job ${name}`))) return [];
  return [{ rule: "unschedule-job", thing: names[0] ?? "a job" }];
}

/** cron.alter_job(job_id, schedule, command, database, username, active). */
export function checkAlterJob({ args }: NodeOf<"FuncCall">): readonly Hit[] {
  const named = (args ?? []).map((node) => as(node, "NamedArgExpr")).find((one) => one?.name === "active");
  return isOff(named?.arg ?? args?.[5]) ? [{ rule: "unschedule-job", thing: "a job by its number" }] : [];
}
