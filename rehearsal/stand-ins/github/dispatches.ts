import { jsonBody, text } from "./body.ts";
import type { ApiHandler } from "./context.ts";
import { githubError } from "./errors.ts";
import { paged } from "./page.ts";
import { runJson } from "./run-json.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** POST …/actions/workflows/{file}/dispatches: for a branch, never for a commit. Whoever plays runs starts it. */
export const dispatchWorkflow: ApiHandler = ({ state, now }, request, token) => {
  const body = jsonBody(request) ?? {};
  const ref = text(body["ref"]);
  const inputs = isObject(body["inputs"]) ? body["inputs"] : {};
  if (ref === undefined) return githubError(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
  const branch = ref.replace(/^refs\/heads\//, "");
  if (!Object.hasOwn(state.branches, branch)) return githubError(422, `No ref found for: ${ref}`);
  const texts = Object.entries(inputs).map(([name, value]) => [name, String(value)] as const);
  state.dispatches.push({
    workflow: request.params["workflow"] ?? "",
    branch,
    inputs: Object.fromEntries(texts),
    login: token.login,
    at: now(),
  });
  return { status: 204 };
};

/** GET …/actions/workflows/{file}/runs: by file, actor and status. */
export const listWorkflowRuns: ApiHandler = (context, request) => {
  const { params, query } = request;
  const [actor, status] = [query.get("actor"), query.get("status")];
  const found = context.state.runs
    .filter(({ path }) => path.split("/").at(-1) === params["workflow"])
    .filter((run) => actor === null || run.actor === actor)
    .map((run) => runJson(context, run))
    .filter((run) => status === null || run["status"] === status || run["conclusion"] === status);
  return paged(request, context.url(), found, (page, total_count) => ({ total_count, workflow_runs: page }));
};
