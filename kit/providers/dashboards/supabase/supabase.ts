import type { Runtime } from "../../../action/runtime.ts";
import type { Api } from "../../../ports/json-api.ts";
import type { ProjectAccess } from "../../supabase/functions-api.ts";
import { projectApi } from "../../supabase/project-api.ts";
import { notOurs, strange } from "../answered.ts";
import type { Board, Dashboards, Kept } from "../dashboards.ts";
import { boardQueries } from "../../logs/supabase/board-queries.ts";
import { type Listed, cellsIn, cellsOf, descriptionOf, isCurrent, isOurs, listedOf } from "./notebook.ts";
import { encoded } from "../../../ports/encoded.ts";

const check = "Check `supabase-api-url`; if it is right, see https://status.supabase.com.";

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
    called: "notebook",
    find: async ({ name }) => {
      const found = (await named(api, base, name)).find(isOurs);
      return found && urlOf(found);
    },
    keep: async (board): Promise<Kept> => {
      const all = await named(api, base, board.name);
      const queries = boardQueries(board.asked).length;
      const found = all.find(isOurs);
      if (found === undefined && all.length > 0)
        throw notOurs("notebook", board.name, all.map(urlOf).join(", "));
      if (found === undefined) {
        const made = await write(api, "POST", base, board, []);
        return { url: urlOf(made), change: "created", queries };
      }
      if (isCurrent(found, board)) return { url: urlOf(found), change: "unchanged", queries };
      const path = `${base}/${encoded(found.id)}`;
      const there = cellsIn(((await api("GET", path)).json as { data?: unknown } | undefined)?.data);
      await write(api, "PATCH", path, board, there);
      return { url: urlOf(found), change: "updated", queries };
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
    if (!Array.isArray(json?.data)) throw strange(`Supabase GET ${base}`, json, check);
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
  if (written === undefined) throw strange(`Supabase ${method} ${path}`, json, check);
  return written;
}
