import { createHash } from "node:crypto";

import { contentOf } from "./build.ts";
import { contentType } from "./content-type.ts";
import { findDeployment, type VercelContext } from "./context.ts";
import { notFound, vercelError } from "./errors.ts";
import type { ApiHandler } from "./handler.ts";
import type { UploadedFile } from "./state.ts";

/** POST /v2/files: the body is kept under its sha1, which the client has to name rightly. */
export const uploadFile: ApiHandler = ({ state }, { headers, body }) => {
  const given = headers["x-vercel-digest"] ?? headers["x-now-digest"];
  if (typeof given !== "string" || !/^[0-9a-f]{40}$/.test(given)) {
    return vercelError(400, "missing_digest", "The header `x-vercel-digest` is missing or no SHA1.");
  }
  const size = headers["x-now-size"];
  if (size !== undefined && Number(size) !== body.length) {
    return vercelError(400, "invalid_size", "File size is not valid");
  }
  if (createHash("sha1").update(body).digest("hex") !== given) {
    return vercelError(400, "invalid_digest", "Digest is not valid");
  }
  const known = state.files[given] !== undefined;
  state.files[given] = body.toString("base64");
  return { status: 200, json: known ? {} : { urls: [] } };
};

/** GET /v6/deployments/{id}/files: the uploaded tree under `src`. */
export const fileTree: ApiHandler = ({ state }, { params }) => {
  const deployment = findDeployment(state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  const root: Directory = { name: "src", type: "directory", mode: 0o40755, children: [] };
  for (const file of deployment.files) insert(root, file);
  return { status: 200, json: [root] };
};

/** GET /v8/deployments/{id}/files/{fileId}: the content, in base64. */
export const fileContent: ApiHandler = (context, { params }) => {
  const deployment = findDeployment(context.state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  const file = deployment.files.find(({ sha }) => sha === params["file"]);
  if (!file) return notFound("File");
  return { status: 200, json: { data: contentOf(context.state, file.sha).toString("base64") } };
};

/** The files that a deployment names and nobody uploaded yet, each once. */
export function missingFiles({ state }: VercelContext, files: readonly UploadedFile[]): string[] {
  return [...new Set(files.map(({ sha }) => sha).filter((sha) => state.files[sha] === undefined))];
}

interface Directory {
  readonly name: string;
  readonly type: "directory";
  readonly mode: number;
  readonly children: (Directory | Leaf)[];
}

interface Leaf {
  readonly name: string;
  readonly type: "file";
  readonly uid: string;
  readonly mode: number;
  readonly contentType: string;
}

function insert(root: Directory, { file, sha, mode }: UploadedFile): void {
  const parts = file.split("/");
  const name = parts.pop() ?? file;
  let here = root;
  for (const part of parts) {
    const found = here.children.find(
      (child): child is Directory => child.type === "directory" && child.name === part,
    );
    const next: Directory = found ?? { name: part, type: "directory", mode: 0o40755, children: [] };
    if (!found) here.children.push(next);
    here = next;
  }
  here.children.push({ name, type: "file", uid: sha, mode, contentType: contentType(name) });
}
