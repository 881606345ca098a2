import type { LogRow } from "../state.ts";
import { hasAggregate, valueOver } from "./aggregate.ts";
import { namesOf, valueOf, type Named } from "./evaluate.ts";
import { type Cell, isTrue } from "./functions.ts";
import { type Expression, type Query, parseQuery } from "./parse.ts";
import { QueryError } from "./tokens.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Answers a query over log rows as ClickHouse would, for the part of its SQL that is known here.
 * @throws {QueryError} for a query that is wrong, and for one that goes beyond that part.
 */
export function runQuery(sql: string, rows: readonly LogRow[], most: number): readonly Row[] {
  const query = parseQuery(sql);
  const named = namesOf(query);
  const { where, limit } = query;
  if (where && hasAggregate(where, named))
    throw new QueryError("Aggregate function is found in WHERE in query");
  const kept = where ? rows.filter((row) => isTrue(valueOf(where, row, named))) : rows;
  const grouped =
    query.groupBy.length > 0 || query.selected.some((one) => hasAggregate(one.expression, named));
  const found = grouped ? overGroups(query, kept, named) : overRows(query, kept, named);
  return found.slice(0, Math.min(limit ?? most, most));
}

function overRows(query: Query, rows: readonly LogRow[], named: Named): readonly Row[] {
  const sorted = ordered(query, rows, (by, row) => valueOf(by, row, named));
  return sorted.map((row) =>
    Object.fromEntries(
      query.selected.map(({ name, expression }) => {
        const whole = expression.kind === "column" && expression.name === "log_attributes";
        return [name, whole ? row.log_attributes : valueOf(expression, row, named)];
      }),
    ),
  );
}

function overGroups(query: Query, rows: readonly LogRow[], named: Named): readonly Row[] {
  for (const { expression } of query.selected) refuseUngrouped(expression, query, named);
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(query.groupBy.map((by) => valueOf(by, row, named)));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  // Without `group by` there is one row, also where nothing was found.
  const all = query.groupBy.length === 0 && groups.size === 0 ? [[]] : [...groups.values()];
  const sorted = ordered(query, all, (by, group) => valueOver(by, group, named));
  return sorted.map((group) =>
    Object.fromEntries(
      query.selected.map(({ name, expression }) => [name, valueOver(expression, group, named)]),
    ),
  );
}

function ordered<T>(
  query: Query,
  items: readonly T[],
  value: (by: Expression, item: T) => Cell,
): readonly T[] {
  return items.toSorted((a, b) => {
    for (const { expression, descending } of query.orderBy) {
      const [left, right] = [value(expression, a), value(expression, b)];
      if (left === right || left === null || right === null) continue;
      return left < right !== descending ? -1 : 1;
    }
    return 0;
  });
}

/** A column that is neither grouped by nor aggregated has no one value. */
function refuseUngrouped(expression: Expression, query: Query, named: Named): void {
  const same = (a: Expression, b: Expression): boolean => JSON.stringify(a) === JSON.stringify(b);
  const isKey = query.groupBy.some(
    (by) => same(by, expression) || (by.kind === "column" && named.get(by.name) === expression),
  );
  if (isKey || hasAggregate(expression, named) || expression.kind === "value") return;
  throw new QueryError("A column is not under aggregate function and not in GROUP BY keys");
}
