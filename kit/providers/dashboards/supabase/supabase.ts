import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { Api } from "../../../ports/json-api.ts";
import type { ProjectAccess } from "../../supabase/functions-api.ts";
import { projectApi } from "../../supabase/project-api.ts";
import type { Board, Dashboards, Kept } from "../dashboards.ts";
import { type Listed, cellsIn, cellsOf, descriptionOf, isCurrent, isOurs, listedOf } from "./notebook.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** Supabase's notebooks: the only place of its API that stores log queries. */
export function supabaseNotebooks(world: World, access: ProjectAccess, dashboardUrl: string): Dashboards {
  const api = projectApi(world, access, {
    attempts: 3,
    mustBeAble: "read and write the notebooks of this project",
  });
  const base = `/v2/projects/${access.supabase}/notebooks`;
  const urlOf = ({ id }: Pick<Listed, "id">): string =>
    `${dashboardUrl.replace(/\/$/, "")}/project/${access.supabase}/explorer/notebook/${id}`;
  return {
    find: async (name) => {
      const found = (await named(api, base, name)).find(isOurs);
      return found && urlOf(found);
    },
    keep: async (board): Promise<Kept> => {
      const all = await named(api, base, board.name);
      const found = all.find(isOurs);
      if (found === undefined && all.length > 0) throw notOurs(board.name, all.map(urlOf).join(", "));
      if (found === undefined) {
        const made = await write(api, "POST", base, board, []);
        return { url: urlOf(made), change: "created" };
      }
      if (isCurrent(found, board)) return { url: urlOf(found), change: "unchanged" };
      const path = `${base}/${encodeURIComponent(found.id)}`;
      const there = cellsIn(((await api("GET", path)).json as { data?: unknown } | undefined)?.data);
      await write(api, "PATCH", path, board, there);
      return { url: urlOf(found), change: "updated" };
    },
  };
}

/** The notebooks of exactly this name, oldest first. */
async function named(api: Api, base: string, name: string): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  let after: string | undefined;
  for (let page = 0; page < 20; page += 1) {
    const query = { "filter[name]": name, sort: "inserted_at", "page[size]": 100, "page[after]": after };
    const json = (await api("GET", base, { query })).json as
      { readonly data?: unknown; readonly links?: { readonly next?: unknown } } | undefined;
    if (!Array.isArray(json?.data)) throw strange(`GET ${base}`, json);
    found.push(...json.data.flatMap((one) => listedOf(one) ?? []).filter((one) => one.name === name));
    const next = json.links?.next;
    after =
      typeof next === "string"
        ? (new URL(next, "http://next").searchParams.get("page[after]") ?? undefined)
        : undefined;
    if (after === undefined) break;
  }
  return found;
}

async function write(
  api: Api,
  method: "POST" | "PATCH",
  path: string,
  board: Board,
  there: Parameters<typeof cellsOf>[1],
): Promise<Listed> {
  const content = { cells: cellsOf(board, there) };
  const attributes = { name: board.name, description: descriptionOf(board), content };
  const { json } = await api(method, path, { json: { data: { type: "notebook", attributes } } });
  const written = listedOf((json as { readonly data?: unknown } | undefined)?.data);
  if (written === undefined) throw strange(`${method} ${path}`, json);
  return written;
}

function notOurs(name: string, urls: string): UserError {
  return new UserError(
    "PR304",
    `There is a notebook «${name}» that was not made here: ${urls}. It was left as it is.`,
    "Rename or delete it, then run again.",
  );
}

function strange(what: string, json: unknown): UserError {
  return new UserError(
    "PR306",
    `Supabase ${what} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`,
    "Check `supabase-api-url`; if it is right, see https://status.supabase.com.",
  );
}
