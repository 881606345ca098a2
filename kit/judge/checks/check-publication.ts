import type { Node, PublicationTable } from "libpg-query";
import { publishedIn } from "../catalog/settings.ts";
import type { Context, Hit } from "../hit.ts";
import { partsOf, relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { checkPublished } from "./check-replica.ts";
import { eventsLeftOut } from "./published-events.ts";

/** A new one changes nothing for those of others, but what can be done with its tables. */
export function checkNewPublication(
  { pubname = "?", pubobjects }: NodeOf<"CreatePublicationStmt">,
  context: Context,
): readonly Hit[] {
  return checkPublished(pubname, pubobjects, context);
}

/** DROP TABLE, SET TABLE without one that was in it or with less of it, and SET (publish = …) without an event. */
export function checkPublication(value: NodeOf<"AlterPublicationStmt">, context: Context): readonly Hit[] {
  const { pubname = "?", pubobjects, action, options } = value;
  const adds = action !== "AP_DropObjects";
  return [
    ...(context.known.has(`publication ${pubname}`) ? [] : lost(value, context)),
    ...(adds && options === undefined ? checkPublished(pubname, pubobjects, context) : []),
  ];
}

function lost(value: NodeOf<"AlterPublicationStmt">, { catalog, known, later }: Context): readonly Hit[] {
  const { pubname = "?", pubobjects, action, options } = value;
  const silent = eventsLeftOut(options);
  if (silent.length > 0) return [{ rule: "drop-publication", thing: `${silent.join(", ")} of ${pubname}` }];
  if (options !== undefined || (action !== "AP_DropObjects" && action !== "AP_SetObjects")) return [];
  const named = publishedIn(pubname, pubobjects);
  const before = catalog.publishedIn(pubname);
  if (action === "AP_SetObjects" && before.length === 0)
    return [{ rule: "drop-publication", thing: pubname }];
  const isLast = (made: Node | undefined): boolean =>
    made === undefined || as(made, "AlterPublicationStmt") === value;
  const gone =
    action === "AP_DropObjects"
      ? named
      : before.filter((key) => !named.includes(key) || isLess(key, catalog.made(key), pubobjects));
  return [
    ...gone
      .filter((key) => !known.has(key) && isLast(later(key)))
      .map((key): Hit => ({ rule: "drop-publication", thing: saidOf(key, pubname) })),
    ...(action === "AP_DropObjects" ? schemasIn(pubobjects) : []).map((schema): Hit => ({
      rule: "drop-publication",
      thing: `all tables of ${schema} of ${pubname}`,
    })),
  ];
}

/** Fewer columns of a table than before, or only some of its rows. */
function isLess(key: string, made: Node | undefined, now: readonly Node[] | undefined): boolean {
  const former = as(made, "CreatePublicationStmt") ?? as(made, "AlterPublicationStmt");
  const [had, has] = [former?.pubobjects, now].map((objects) => tableIn(key, objects));
  if (!has) return false;
  const [columns, all] = [has, had].map((one) => one?.columns && partsOf(one.columns));
  const isNarrow = columns !== undefined && (all === undefined || all.some((one) => !columns.includes(one)));
  return isNarrow || (has.whereClause !== undefined && had?.whereClause === undefined);
}

function tableIn(key: string, objects: readonly Node[] | undefined): PublicationTable | undefined {
  return (objects ?? [])
    .map((node) => as(node, "PublicationObjSpec")?.pubtable)
    .find((table) => table && key.startsWith(`published ${relationName(table.relation)}.`));
}

function schemasIn(objects: readonly Node[] | undefined): readonly string[] {
  return (objects ?? []).flatMap((node) => {
    const { pubobjtype, name } = as(node, "PublicationObjSpec") ?? {};
    return pubobjtype === "PUBLICATIONOBJ_TABLES_IN_SCHEMA" && name !== undefined ? [name] : [];
  });
}

/** `published public.t.name` → `public.t of name`. */
function saidOf(key: string, pubname: string): string {
  return `${key.slice("published ".length, -pubname.length - 1)} of ${pubname}`;
}
