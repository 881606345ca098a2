import type { StandInRequest, StandInResponse } from "../server.ts";
import { jsonBody, text } from "./body.ts";
import { repositoryUrl, time, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";
import { nextId } from "./environment.ts";
import { githubError, invalid, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import type { GithubIssue } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

const longestBody = 65_536;
const longestTitle = 256;

/** GET …/issues: open ones unless asked otherwise, newest first. */
export const listIssues: ApiHandler = (context, request) => {
  const { query } = request;
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter((label) => label !== "");
  const creator = query.get("creator");
  const by = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sign = query.get("direction") === "asc" ? 1 : -1;
  const found = context.state.issues
    .filter((issue) => state === "all" || issue.state === state)
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .filter(({ login }) => creator === null || login === creator)
    .sort((a, b) => sign * (a[by] - b[by] || a.number - b.number));
  return paged(request, context.url(), found, (page) => page.map((issue) => issueJson(context, issue)));
};

/** GET …/issues/{number} */
export const getIssue: ApiHandler = (context, request) => {
  const issue = findIssue(context, request);
  return issue ? { status: 200, json: issueJson(context, issue) } : notFound();
};

/** POST …/issues; 410 where the repository has no issues. */
export const createIssue: ApiHandler = (context, request, token) => {
  if (context.state.repository.issues === false)
    return githubError(410, "Issues has been disabled in this repository.");
  const given = fieldsOf(request);
  if ("status" in given) return given;
  if (given.title === undefined) return githubError(422, 'Invalid request.\n\n"title" wasn\'t supplied.');
  const now = context.now();
  const issue: GithubIssue = {
    id: nextId(context.state),
    number: Math.max(0, ...context.state.issues.map(({ number }) => number)) + 1,
    title: given.title,
    body: given.body ?? "",
    labels: given.labels ?? [],
    state: "open",
    stateReason: null,
    login: token.login,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
  };
  context.state.issues.push(issue);
  return { status: 201, json: issueJson(context, issue) };
};

/** PATCH …/issues/{number}: only what is given changes. */
export const updateIssue: ApiHandler = (context, request) => {
  const issue = findIssue(context, request);
  if (!issue) return notFound();
  const given = fieldsOf(request);
  if ("status" in given) return given;
  const now = context.now();
  const { state = issue.state, stateReason, ...texts } = given;
  Object.assign(issue, texts, { updatedAt: now });
  if (state !== issue.state) {
    issue.closedAt = state === "closed" ? now : null;
    issue.stateReason = stateReason ?? (state === "closed" ? "completed" : "reopened");
    issue.state = state;
  }
  return { status: 200, json: issueJson(context, issue) };
};

interface Fields {
  readonly title?: string;
  readonly body?: string;
  readonly labels?: string[];
  readonly state?: "open" | "closed";
  readonly stateReason?: string;
}

function fieldsOf(request: StandInRequest): Fields | StandInResponse {
  const body = jsonBody(request) ?? {};
  const title = text(body["title"]);
  const said = text(body["body"]);
  const { state, labels, state_reason: reason } = body;
  if (title !== undefined && title.trim() === "") return invalid("Issue", "title", "missing_field");
  if ((title?.length ?? 0) > longestTitle)
    return invalid("Issue", "title", "custom", `title is too long (maximum is ${longestTitle} characters)`);
  if ((said?.length ?? 0) > longestBody)
    return invalid("Issue", "body", "custom", `body is too long (maximum is ${longestBody} characters)`);
  if (state !== undefined && state !== "open" && state !== "closed")
    return invalid("Issue", "state", "invalid");
  return {
    ...(title === undefined ? {} : { title }),
    ...(said === undefined ? {} : { body: said }),
    ...(Array.isArray(labels) ? { labels: labels.map(nameOf) } : {}),
    ...(state === undefined ? {} : { state }),
    ...(typeof reason === "string" ? { stateReason: reason } : {}),
  };
}

function nameOf(label: unknown): string {
  return isObject(label) ? String(label["name"]) : String(label);
}

function findIssue({ state }: GithubContext, { params }: StandInRequest): GithubIssue | undefined {
  return state.issues.find(({ number }) => String(number) === params["issue"]);
}

function issueJson(context: GithubContext, issue: GithubIssue): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/issues/${issue.number}`;
  return {
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    locked: false,
    active_lock_reason: null,
    user: userJson(context, issue.login),
    author_association: "NONE",
    assignee: null,
    assignees: [],
    milestone: null,
    labels: issue.labels.map((name) => labelJson(context, name)),
    comments: context.state.comments.filter(({ issue: at }) => at === issue.number).length,
    url,
    html_url: `${webUrl(context)}/issues/${issue.number}`,
    repository_url: repositoryUrl(context),
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    labels_url: `${url}/labels{/name}`,
    created_at: time(issue.createdAt),
    updated_at: time(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : time(issue.closedAt),
  };
}

function labelJson(context: GithubContext, name: string): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/labels/${encodeURIComponent(name)}`;
  return { id: 1, node_id: "LA_1", url, name, color: "ededed", default: false, description: null };
}
