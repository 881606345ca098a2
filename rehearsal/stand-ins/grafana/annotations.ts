import { type GrafanaHandler, badRequest, bodyOf } from "./context.ts";

/** GET /api/annotations: those that have all of the tags, newest first. */
export const findAnnotations: GrafanaHandler = ({ annotations }, { query }) => {
  const tags = query.getAll("tags");
  const found = annotations.filter((one) => tags.every((tag) => one.tags.includes(tag)));
  const newest = [...found].sort((a, b) => b.time - a.time);
  return { status: 200, json: newest.slice(0, Number(query.get("limit") ?? 100)) };
};

/** POST: a text is all that it must have. Without an end it is a line, which Grafana says as an end at its time. */
export const createAnnotation: GrafanaHandler = (state, request) => {
  const said = readBody(request);
  if (said?.text === undefined || said.time === undefined) return badRequest;
  state.made += 1;
  const { text, time, timeEnd = time, tags = [] } = said;
  state.annotations.push({ id: state.made, text, time, timeEnd, tags });
  return { status: 200, json: { message: "Annotation added", id: state.made } };
};

/** PATCH: what is given replaces what was. */
export const patchAnnotation: GrafanaHandler = ({ annotations }, request) => {
  const found = annotations.find(({ id }) => String(id) === request.params["id"]);
  const said = readBody(request);
  if (found === undefined) return { status: 404, json: { message: "Annotation not found" } };
  if (said === undefined) return badRequest;
  Object.assign(found, said);
  return { status: 200, json: { message: "Annotation patched" } };
};

interface Said {
  readonly text?: string;
  readonly time?: number;
  readonly timeEnd?: number;
  readonly tags?: string[];
}

function readBody(request: Parameters<GrafanaHandler>[1]): Said | undefined {
  const body = bodyOf(request);
  if (body === undefined) return undefined;
  const { text, time, timeEnd, tags } = body;
  return {
    ...(typeof text === "string" && text !== "" ? { text } : {}),
    ...(typeof time === "number" ? { time } : {}),
    ...(typeof timeEnd === "number" ? { timeEnd } : {}),
    ...(Array.isArray(tags) ? { tags: tags.map(String) } : {}),
  };
}
