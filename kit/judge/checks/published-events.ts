import type { Node } from "libpg-query";
import { as } from "../walk.ts";

/** The events that the `publish` of a publication's options leaves out; none where it says nothing. */
export function eventsLeftOut(options: readonly Node[] | undefined): readonly string[] {
  const publish = (options ?? []).map((one) => as(one, "DefElem")).find((one) => one?.defname === "publish");
  const said = as(publish?.arg, "String")?.sval;
  if (said === undefined) return [];
  const told = said.split(",").map((event) => event.trim().toLowerCase());
  return ["insert", "update", "delete", "truncate"].filter((event) => !told.includes(event));
}
