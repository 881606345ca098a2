import { Refused } from "./errors.ts";
import type { StandInRequest, StandInResponse } from "../server.ts";
import { bundleSha, type Files } from "./bundle.ts";

/** What a client uploads: the sources and what it declares of them. */
export interface FunctionUpload {
  readonly files: Files;
  readonly metadata: {
    readonly entrypoint_path: string;
    readonly import_map_path?: string | undefined;
    readonly verify_jwt?: boolean | undefined;
    readonly name?: string | undefined;
  };
}

/** Reads a deployment's form. @throws {Refused} 400 that says what is wrong with it. */
export async function readUpload(request: StandInRequest): Promise<FunctionUpload> {
  const form = await formOf(request);
  const metadata = metadataOf(form.get("metadata"));
  const files: Record<string, string> = {};
  for (const part of form.getAll("file")) {
    if (typeof part === "string") throw new Refused(400, "Every file needs a filename");
    files[safePath(part.name)] = Buffer.from(await part.arrayBuffer()).toString("base64");
  }
  if (!(metadata.entrypoint_path in files)) {
    throw new Refused(400, `Entrypoint path does not exist (${metadata.entrypoint_path})`);
  }
  return { files, metadata };
}

async function formOf(request: StandInRequest): Promise<FormData> {
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) throw new Refused(400, "Expected a multipart/form-data body");
  try {
    return await new Response(new Uint8Array(request.body), { headers: { "content-type": type } }).formData();
  } catch {
    throw new Refused(400, "The multipart body cannot be read");
  }
}

function metadataOf(part: unknown): FunctionUpload["metadata"] {
  if (typeof part !== "string") throw new Refused(400, "metadata is required");
  try {
    const json = JSON.parse(part) as Partial<FunctionUpload["metadata"]>;
    if (typeof json.entrypoint_path !== "string")
      throw new Refused(400, "metadata.entrypoint_path is required");
    const map = json.import_map_path ? { import_map_path: safePath(json.import_map_path) } : {};
    const { verify_jwt, name } = json;
    return { entrypoint_path: safePath(json.entrypoint_path), ...map, verify_jwt, name };
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(400, "metadata is not valid JSON");
  }
}

/** @throws {Refused} 400 for a path that would leave the folder it is unpacked to. */
function safePath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (path.startsWith("/") || parts.includes("..") || parts.length === 0 || /[\0\\]/.test(path)) {
    throw new Refused(400, `Invalid path ${JSON.stringify(path)}`);
  }
  return parts.join("/");
}

/**
 * The sources as a form, each part with its path in a header of its own. `place` says where a path lies on the
 * platform, as a `file:` URL: clients work out where a file goes from its place beside the entrypoint.
 */
export function sourcesResponse(
  files: Files,
  entrypoint: string,
  place: (path: string) => string,
): StandInResponse {
  const boundary = `----prism-rollout-${bundleSha(files).slice(0, 24)}`;
  const part = (headers: readonly string[], content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\n${headers.join("\r\n")}\r\n\r\n`),
      content,
      Buffer.from("\r\n"),
    ]);
  const metadata = Buffer.from(JSON.stringify({ deno2_entrypoint_path: place(entrypoint) }));
  const sources = Object.entries(files).map(([path, base64]) =>
    part(
      [
        `Content-Disposition: form-data; name="file"; filename="${path}"`,
        "Content-Type: application/octet-stream",
        `Supabase-Path: ${decodeURI(new URL(place(path)).pathname)}`,
      ],
      Buffer.from(base64, "base64"),
    ),
  );
  const body = Buffer.concat([
    part(['Content-Disposition: form-data; name="metadata"', "Content-Type: application/json"], metadata),
    ...sources,
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { status: 200, body, headers: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}
