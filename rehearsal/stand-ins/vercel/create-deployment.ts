import { createHash } from "node:crypto";

import type { StandInResponse } from "../server.ts";
import { jsonBody, text } from "./body.ts";
import { findDeployment, findProject, nextId, type VercelContext } from "./context.ts";
import { deploymentJson } from "./deployment-json.ts";
import { badRequest, notFound, vercelError } from "./errors.ts";
import { missingFiles } from "./files.ts";
import type { ApiHandler } from "./handler.ts";
import type { UploadedFile, VercelDeployment, VercelProject } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

const SOURCES = ["cli", "clone/repo", "git", "git-deploy-hook", "import", "import/repo", "redeploy"];
const MISSING_NAME = "Invalid request: missing required property `name`.";

/**
 * POST /v13/deployments: from uploaded files, or again from an earlier deployment (`deploymentId`).
 * With `autoAssignCustomDomains: false`, or after a rollback, its READY moves no domain.
 */
export const createDeployment: ApiHandler = async (context, request) => {
  const body = jsonBody(request);
  const name = text(body["name"]);
  if (name === undefined) return badRequest(MISSING_NAME);
  const project = findProject(context.state, text(body["project"]) ?? name);
  if (!project) return notFound("Project");
  const target = body["target"] ?? null;
  if (target !== null && target !== "production" && target !== "staging") {
    return badRequest("Invalid request: `target` should be equal to one of the allowed values.");
  }
  const source = filesOf(context, body);
  if (!Array.isArray(source.files)) return source.files;
  const missing = missingFiles(context, source.files);
  if (missing.length > 0) {
    return vercelError(400, "missing_files", `Missing ${missing.length} files`, { missing });
  }
  const auto = body["autoAssignCustomDomains"] !== false && project.autoAssignCustomDomains;
  const deployment = newDeployment(context, project, {
    name,
    target,
    source: SOURCES.find((known) => known === body["source"]) ?? null,
    prebuilt: source.prebuilt ?? request.query.get("prebuilt") === "1",
    autoAssign: auto,
    meta: strings(body["meta"]),
    files: source.files,
  });
  context.state.deployments.push(deployment);
  await context.publish(deployment);
  return { status: 200, json: deploymentJson(context, deployment) };
};

function newDeployment(
  { state, now }: VercelContext,
  project: VercelProject,
  given: Pick<VercelDeployment, "name" | "target" | "source" | "prebuilt" | "autoAssign" | "meta" | "files">,
): VercelDeployment {
  const failure = project.nextBuildFailure;
  project.nextBuildFailure = null;
  return {
    id: nextId(state, "dpl"),
    projectId: project.id,
    ...given,
    createdAt: now(),
    port: 0,
    polls: 0,
    readyState: "INITIALIZING",
    readyAt: null,
    promoted: false,
    aliasAssigned: null,
    aliasError: null,
    failure,
  };
}

function filesOf(
  context: VercelContext,
  body: Record<string, unknown>,
): { files: UploadedFile[] | StandInResponse; prebuilt?: boolean } {
  const earlierId = text(body["deploymentId"]);
  if (earlierId !== undefined) {
    const earlier = findDeployment(context.state, earlierId);
    return earlier
      ? { files: [...earlier.files], prebuilt: earlier.prebuilt }
      : { files: notFound("Deployment") };
  }
  if (!Array.isArray(body["files"])) {
    return { files: badRequest("Invalid request: missing required property `files`.") };
  }
  const files: UploadedFile[] = [];
  for (const entry of body["files"] as unknown[]) {
    const file = isObject(entry) ? oneFile(context, entry) : undefined;
    if (!file)
      return { files: badRequest("Invalid request: `files` should have `file` and `sha` or `data`.") };
    files.push(file);
  }
  return { files };
}

function oneFile({ state }: VercelContext, entry: Record<string, unknown>): UploadedFile | undefined {
  const file = text(entry["file"]);
  const data = text(entry["data"]);
  const mode = typeof entry["mode"] === "number" ? entry["mode"] : 0o100644;
  if (file === undefined || file.startsWith("/") || file.split("/").includes("..")) return undefined;
  if (data === undefined) {
    const sha = text(entry["sha"]);
    const size = typeof entry["size"] === "number" ? entry["size"] : 0;
    return sha === undefined ? undefined : { file, sha, size, mode };
  }
  const content = Buffer.from(data, entry["encoding"] === "base64" ? "base64" : "utf8");
  const sha = createHash("sha1").update(content).digest("hex");
  state.files[sha] = content.toString("base64");
  return { file, sha, size: content.length, mode };
}

function strings(meta: unknown): Record<string, string> {
  if (!isObject(meta)) return {};
  return Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, String(value)]));
}
