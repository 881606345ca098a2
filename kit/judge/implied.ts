import { conditionOf, implies } from "./checks/condition.ts";
import type { SqlParser } from "./parser.ts";
import { as } from "./walk.ts";

/** Whether whatever meets one condition of a policy, as SQL, certainly meets the other. */
export type Implied = (was: string, is: string) => boolean;

export function impliedBy(parser: SqlParser): Implied {
  const read = (sql: string) => {
    const parsed = parser.parse(`select where ${sql}`);
    const where = "message" in parsed ? undefined : as(parsed[0]?.node, "SelectStmt")?.whereClause;
    return where && conditionOf(where);
  };
  return (was, is) => {
    const [had, has] = [read(was), read(is)];
    return had !== undefined && has !== undefined && implies(had, has);
  };
}
