import type { Grant } from "../catalog/privileges.ts";

/** What a REVOKE is about: `public.t`, `schema app`, or `every table of public`. */
export function thingOf({ keys, schemas }: Grant): string {
  const [schema] = schemas;
  if (schema !== undefined) return `every ${schema.replace(" ", " of ")}`;
  const [key = "?"] = keys;
  return key.startsWith("schema ") ? key : key.slice(key.indexOf(" ") + 1);
}

/** What it takes from whom, by its own words: what they have is not known. */
export function takenBy({ roles, rights }: Grant): string {
  return `it takes ${few(rights.length > 0 ? rights : ["every right"], 4)} from ${few(roles.map(roleSaid), 4)}`;
}

/** The same by what they have, each `table public.t: anon select`; `wide`: on which things, as well. */
export function takenWith(pairs: readonly string[], wide: boolean): string {
  const read = pairs.map((pair) => {
    const at = pair.lastIndexOf(": ");
    const [key, said] = [pair.slice(0, at), pair.slice(at + 2)];
    const blank = said.indexOf(" ");
    const name = key.slice(key.indexOf(" ") + 1);
    return {
      name: name.slice(name.indexOf(".") + 1),
      role: roleSaid(said.slice(0, blank)),
      right: said.slice(blank + 1),
    };
  });
  const each = (of: "name" | "role" | "right", most: number): string =>
    few([...new Set(read.map((one) => one[of]))], most);
  return `it takes ${each("right", 4)} from ${each("role", 4)}${wide ? ` on ${each("name", 4)}` : ""}`;
}

function few(all: readonly string[], most: number): string {
  if (all.length <= most + 1) return all.join(", ");
  return `${all.slice(0, most).join(", ")} and ${all.length - most} more`;
}

function roleSaid(role: string): string {
  return role === "public" ? "PUBLIC" : role;
}
