import type { Node } from "libpg-query";
import { madeBy } from "../../judge/catalog/things.ts";
import { partsOf, qualified, relationName } from "../../judge/names.ts";
import type { Statement } from "../../judge/split.ts";
import { as } from "../../judge/walk.ts";
import type { Remedy } from "./made-up.ts";
import { dropByKey } from "./make-way.ts";
import type { Taken } from "./missing.ts";
import { partsOfName } from "./sql-names.ts";
import type { Assuming } from "./state.ts";

/** What is only assumed, or left by a file that did not run, makes way for what a file makes. */
export function madeWay(state: Assuming, { node }: Statement, taken: Taken): Remedy | undefined {
  const wanted = /^a (table|view|sequence|materialized view)$/.exec(taken.wanted ?? "")?.[1];
  const named = taken.name === undefined ? [] : [qualified(partsOfName(taken.name))];
  if (wanted !== undefined) for (const name of named) state.wanted.set(name, wanted as "table");
  const names = [...named, ...relationsOf(node)];
  const candidates =
    taken.kind === "part"
      ? named.map((name) => `${taken.partKind ?? "column"} ${name}.${taken.part ?? ""}`)
      : [
          ...madeBy(node).map(({ key }) => key),
          ...names.flatMap((name) =>
            ["table", "view", "sequence", "type", "index"].map((kind) => `${kind} ${name}`),
          ),
        ];
  const isWeak = (key: string): boolean =>
    state.weak.has(key) ||
    (taken.kind === "part" && named.some((name) => state.doubted.has(name)) && !state.strong.has(key));
  const overloads = [...state.weak.keys()].filter((key) =>
    names.some((name) => key.startsWith(`function ${name}(`)),
  );
  const [key] = candidates.filter(isWeak);
  const gone = key === undefined ? overloads : [key];
  const drops = gone.flatMap((one) => state.weak.get(one)?.drop ?? dropByKey(one) ?? []);
  return drops.length === 0 ? undefined : { ways: [{ sql: drops.join("; "), more: [] }], gone };
}

function relationsOf(node: Node): readonly string[] {
  const view =
    as(node, "ViewStmt")?.view ??
    as(node, "CreateStmt")?.relation ??
    as(node, "CreateTableAsStmt")?.into?.rel;
  const type = as(node, "CreateEnumStmt")?.typeName;
  return [...(view ? [relationName(view)] : []), ...(type ? [qualified(partsOf(type))] : [])];
}
