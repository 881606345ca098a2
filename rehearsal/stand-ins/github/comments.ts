import type { StandInRequest } from "../server.ts";
import { jsonBody, text } from "./body.ts";
import { repositoryUrl, time, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";
import { nextId } from "./environment.ts";
import { githubError, invalid, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import type { GithubComment } from "./state.ts";

const LONGEST = 65_536;

/** GET …/issues/{number}/comments: oldest first. */
export const listComments: ApiHandler = (context, request) => {
  const comments = context.state.comments.filter(({ issue }) => String(issue) === request.params["issue"]);
  return paged(request, context.url(), comments, (page) =>
    page.map((comment) => commentJson(context, comment)),
  );
};

/** POST …/issues/{number}/comments */
export const createComment: ApiHandler = (context, request, token) => {
  const issue = Number(request.params["issue"]);
  if (!Number.isInteger(issue)) return notFound();
  const body = bodyOf(request);
  if (typeof body !== "string") return body;
  const now = context.now();
  const comment = {
    id: nextId(context.state),
    issue,
    body,
    login: token.login,
    createdAt: now,
    updatedAt: now,
  };
  context.state.comments.push(comment);
  return { status: 201, json: commentJson(context, comment) };
};

/** PATCH …/issues/comments/{id} */
export const updateComment: ApiHandler = (context, request) => {
  const comment = context.state.comments.find(({ id }) => String(id) === request.params["comment"]);
  if (!comment) return notFound();
  const body = bodyOf(request);
  if (typeof body !== "string") return body;
  comment.body = body;
  comment.updatedAt = context.now();
  return { status: 200, json: commentJson(context, comment) };
};

function bodyOf(request: StandInRequest): string | ReturnType<typeof githubError> {
  const body = text(jsonBody(request)?.["body"]);
  if (body === undefined) return githubError(422, 'Invalid request.\n\n"body" wasn\'t supplied.');
  if (body.trim() === "") return invalid("IssueComment", "body", "missing_field");
  if (body.length <= LONGEST) return body;
  return invalid("IssueComment", "body", "custom", `body is too long (maximum is ${LONGEST} characters)`);
}

function commentJson(context: GithubContext, comment: GithubComment): Record<string, unknown> {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${repositoryUrl(context)}/issues/comments/${comment.id}`,
    html_url: `${webUrl(context)}/issues/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(context)}/issues/${comment.issue}`,
    body: comment.body,
    user: userJson(context, comment.login),
    author_association: "MEMBER",
    created_at: time(comment.createdAt),
    updated_at: time(comment.updatedAt),
  };
}
