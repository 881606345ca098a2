import type { GitHub } from "../../../kit/ports/github.ts";
import { encoded } from "../../../kit/ports/encoded.ts";

/** The account that a job's own token writes as. A comment of anybody else is never touched, whatever it holds. */
const author = "github-actions[bot]";

/** The first line of the comment of a target: not seen, and by it the comment is found again. */
export function markerOf(target: string): string {
  return `<!-- prism-rollout:plan:${encoded(target).replaceAll("--", "-%2D")} -->`;
}

interface Comment {
  readonly id?: number;
  readonly body?: string | null;
  readonly html_url?: string;
  readonly user?: { readonly login?: string; readonly type?: string } | null;
}

/** What became of a comment, and where it is. */
export interface Placed {
  readonly did: "made" | "edited";
  readonly url: string;
  /** Whether it will be found again: by another token it was written as somebody else. */
  readonly sticky: boolean;
}

/** Edits the comment that begins with this marker, or makes it. */
export async function placeComment(
  github: GitHub,
  number: number,
  marker: string,
  text: string,
): Promise<Placed> {
  const body = `${marker}\n${text}`;
  const known = await findOwn(github, number, marker);
  const { data } = known
    ? await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
        comment_id: known,
        body,
      })
    : await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
        issue_number: number,
        body,
      });
  const comment = (data ?? {}) as Comment;
  const did = known ? "edited" : "made";
  return { did, url: comment.html_url ?? "", sticky: known !== undefined || isOwn(comment, marker) };
}

const page = 100;

async function findOwn(github: GitHub, number: number, marker: string): Promise<number | undefined> {
  for (let at = 1; ; at += 1) {
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
    const { data } = await github.request(route, { issue_number: number, per_page: page, page: at });
    const some = Array.isArray(data) ? (data as readonly Comment[]) : [];
    const own = some.find((comment) => isOwn(comment, marker));
    if (own?.id !== undefined) return own.id;
    if (some.length < page) return undefined;
  }
}

function isOwn({ body, user }: Comment, marker: string): boolean {
  return user?.login === author && user.type === "Bot" && (body ?? "").startsWith(marker);
}
