import type { StandInRequest, StandInResponse } from "../server.ts";
import { nextId, type SupabaseContext } from "./context.ts";
import { jsonOf, Refused } from "./errors.ts";
import type { NotebookState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

const OWNER = { id: 1, username: "rehearsal" };

/** GET /v2/projects/{ref}/notebooks: without the cells, a page at a time. */
export function listNotebooks({ state }: SupabaseContext, request: StandInRequest): StandInResponse {
  const { query, path } = request;
  const named = query.get("filter[name]");
  const all = state.notebooks.filter(({ attributes }) => named === null || attributes.name.includes(named));
  const after = all.findIndex(({ id }) => id === query.get("page[after]")) + 1;
  const size = Math.min(Number(query.get("page[size]") ?? 20), 100);
  const page = all.slice(after, after + size);
  const last = page.at(-1);
  const next = last && all.at(-1) !== last ? `${path}?page[size]=${size}&page[after]=${last.id}` : null;
  const data = page.map((notebook) => {
    const { content: _, ...attributes } = shown(notebook).attributes;
    return { ...shown(notebook), attributes };
  });
  return { status: 200, json: { data, links: { first: path, prev: null, next, last: null } } };
}

export function getNotebook(context: SupabaseContext, request: StandInRequest): StandInResponse {
  return { status: 200, json: { data: shown(find(context, request)) } };
}

/** POST: the server gives every cell its id. */
export function createNotebook({ state, now }: SupabaseContext, request: StandInRequest): StandInResponse {
  const { name, content, description, favorite } = attributesOf(request);
  if (name === undefined || content === undefined) throw new Refused(400, "name and content are required");
  const at = new Date(now()).toISOString();
  const cells = content.cells.map((cell) => ({ ...cell, id: nextId(state) }));
  const notebook: NotebookState = {
    id: nextId(state),
    attributes: {
      name,
      description: description ?? null,
      favorite: favorite ?? false,
      content: { schema_version: 1, cells },
      inserted_at: at,
      updated_at: at,
      owner: OWNER.username,
      updated_by: OWNER.username,
    },
  };
  state.notebooks.push(notebook);
  return { status: 200, json: { data: shown(notebook) } };
}

/** PATCH: what is given replaces what was; a cell that is sent with its id keeps it. */
export function updateNotebook(context: SupabaseContext, request: StandInRequest): StandInResponse {
  const { state, now } = context;
  const { attributes } = find(context, request);
  const { name, content, description, favorite } = attributesOf(request);
  const known = new Set(attributes.content.cells.map((cell) => cell["id"]));
  if (name !== undefined) attributes.name = name;
  if (description !== undefined) attributes.description = description;
  if (favorite !== undefined) attributes.favorite = favorite;
  if (content !== undefined) {
    attributes.content.cells = content.cells.map((cell) =>
      known.has(cell["id"]) ? cell : { ...cell, id: nextId(state) },
    );
  }
  attributes.updated_at = new Date(now()).toISOString();
  return getNotebook(context, request);
}

export function removeNotebook(context: SupabaseContext, request: StandInRequest): StandInResponse {
  context.state.notebooks.splice(context.state.notebooks.indexOf(find(context, request)), 1);
  return { status: 204 };
}

function shown({ id, attributes }: NotebookState): {
  type: "notebook";
  id: string;
  attributes: Record<string, unknown>;
} {
  return { type: "notebook", id, attributes: { ...attributes, owner: OWNER, updated_by: OWNER } };
}

function find({ state }: SupabaseContext, { params }: StandInRequest): NotebookState {
  const notebook = state.notebooks.find(({ id }) => id === params["id"]);
  if (!notebook) throw new Refused(404, "Notebook not found");
  return notebook;
}

interface Attributes {
  readonly name?: string;
  readonly description?: string;
  readonly favorite?: boolean;
  readonly content?: { readonly cells: Record<string, unknown>[] };
}

function attributesOf(request: StandInRequest): Attributes {
  const { data } = jsonOf(request, isDocument);
  const { name, content } = data.attributes;
  if (name !== undefined && (name.length < 1 || name.length > 255))
    throw new Refused(400, "name must have 1 to 255 characters");
  for (const cell of content?.cells ?? []) {
    const complete =
      (cell["type"] === "markdown" && typeof cell["text"] === "string") ||
      (cell["type"] === "database" && typeof cell["sql"] === "string") ||
      (cell["type"] === "log" && typeof cell["sql"] === "string" && isObject(cell["time_range"]));
    if (!complete)
      throw new Refused(
        400,
        "a cell is markdown with text, database with sql, or log with sql and time_range",
      );
  }
  return data.attributes;
}

function isDocument(json: unknown): json is { data: { attributes: Attributes } } {
  if (!isObject(json) || !isObject(json["data"]) || json["data"]["type"] !== "notebook") return false;
  const attributes = json["data"]["attributes"];
  if (!isObject(attributes)) return false;
  const { name, content } = attributes;
  const cells = isObject(content) ? content["cells"] : [];
  return (name === undefined || typeof name === "string") && Array.isArray(cells) && cells.every(isObject);
}
