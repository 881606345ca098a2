import type { GitHub } from "../../../kit/ports/github.ts";

/** An issue or a comment, as far as it matters here. */
export interface Written {
  readonly id: number;
  readonly body: string;
}

export interface Issue extends Written {
  readonly number: number;
  readonly isOpen: boolean;
}

/** Only who may label can make one of ours: anybody could copy a hidden marker. */
const label = "prism-rollout";

const page = 100;

interface IssueAnswer {
  readonly id: number;
  readonly number: number;
  readonly state: string;
  readonly body?: string | null;
  readonly pull_request?: unknown;
}

/** The labelled issue whose text has the marker, open or closed, however many there are. */
export async function findIssue(github: GitHub, marker: string): Promise<Issue | undefined> {
  for (let number = 1; ; number += 1) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/issues", {
      labels: label,
      state: "all",
      sort: "created",
      direction: "asc",
      per_page: page,
      page: number,
    });
    const some = data as readonly IssueAnswer[];
    const found = some.find((one) => one.pull_request === undefined && (one.body ?? "").includes(marker));
    if (found)
      return { id: found.id, number: found.number, isOpen: found.state === "open", body: found.body ?? "" };
    if (some.length < page) return undefined;
  }
}

export async function createIssue(github: GitHub, title: string, body: string): Promise<void> {
  await github.request("POST /repos/{owner}/{repo}/issues", { title, body, labels: [label] });
}

export async function updateIssue(
  github: GitHub,
  number: number,
  change: { readonly body?: string; readonly state?: "open" | "closed"; readonly state_reason?: "completed" },
): Promise<void> {
  await github.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    issue_number: number,
    ...change,
  });
}

/** Says something once: what has the marker already is written anew. */
export async function comment(github: GitHub, issue: number, marker: string, body: string): Promise<void> {
  const known = await findComment(github, issue, marker);
  if (known === undefined) {
    await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      issue_number: issue,
      body,
    });
  } else if (known.body !== body) {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    await github.request(route, { comment_id: known.id, body });
  }
}

interface CommentAnswer {
  readonly id: number;
  readonly body?: string | null;
}

async function findComment(github: GitHub, issue: number, marker: string): Promise<Written | undefined> {
  for (let number = 1; ; number += 1) {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const { data } = await github.request(route, { issue_number: issue, per_page: page, page: number });
    const some = data as readonly CommentAnswer[];
    const found = some.find(({ body }) => (body ?? "").startsWith(marker));
    if (found) return { id: found.id, body: found.body ?? "" };
    if (some.length < page) return undefined;
  }
}
