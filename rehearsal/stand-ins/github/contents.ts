import { createHash } from "node:crypto";
import { resolveRef } from "./commit-graph.ts";
import { repositoryUrl, webUrl, type ApiHandler } from "./context.ts";
import { githubError, notFound } from "./errors.ts";

/** GET …/contents/{path}?ref=…: one file as a commit has it; 404 for a path or a ref that is not there. */
export const getContent: ApiHandler = (context, { params, query }) => {
  const { state } = context;
  const ref = query.get("ref") ?? state.repository.defaultBranch;
  const sha = resolveRef(state, ref);
  if (sha === undefined) return githubError(404, `No commit found for the ref ${ref}`);
  const path = params["path"] ?? "";
  const text = state.files[sha]?.[path];
  if (text === undefined) return notFound();
  const blob = blobOf(text);
  const url = `${repositoryUrl(context)}/contents/${encodeURI(path)}?ref=${ref}`;
  const git = `${repositoryUrl(context)}/git/blobs/${blob}`;
  const html = `${webUrl(context)}/blob/${ref}/${encodeURI(path)}`;
  const isLarge = Buffer.byteLength(text) > 1024 * 1024;
  return {
    status: 200,
    json: {
      name: path.split("/").at(-1),
      path,
      sha: blob,
      size: Buffer.byteLength(text),
      url,
      html_url: html,
      git_url: git,
      download_url: null,
      type: "file",
      content: isLarge ? "" : lines(Buffer.from(text).toString("base64")),
      encoding: isLarge ? "none" : "base64",
      _links: { self: url, git, html },
    },
  };
};

/** GitHub breaks base64 after 60 letters. */
function lines(base64: string): string {
  return base64.replace(/.{1,60}/g, "$&\n");
}

/** GET …/git/trees/{tree}?recursive=1: the files of a commit; folders are left out. */
export const getTree: ApiHandler = (context, { params }) => {
  const { state } = context;
  const sha = resolveRef(state, params["tree"] ?? "");
  if (sha === undefined) return notFound();
  const tree = Object.entries(state.files[sha] ?? {}).map(([path, text]) => {
    const blob = blobOf(text);
    const url = `${repositoryUrl(context)}/git/blobs/${blob}`;
    return { path, mode: "100644", type: "blob", sha: blob, size: Buffer.byteLength(text), url };
  });
  const url = `${repositoryUrl(context)}/git/trees/${sha}`;
  return { status: 200, json: { sha, url, tree, truncated: false } };
};

/** GET …/git/blobs/{sha}: one file, by what it holds; also of more than 1 MB. */
export const getBlob: ApiHandler = (context, { params }) => {
  const sha = params["sha"] ?? "";
  const texts = Object.values(context.state.files).flatMap((files) => Object.values(files ?? {}));
  const text = texts.find((one) => blobOf(one) === sha);
  if (text === undefined) return notFound();
  const url = `${repositoryUrl(context)}/git/blobs/${sha}`;
  const content = lines(Buffer.from(text).toString("base64"));
  const node = Buffer.from(sha).toString("base64");
  return {
    status: 200,
    json: { sha, node_id: node, size: Buffer.byteLength(text), url, content, encoding: "base64" },
  };
};

function blobOf(text: string): string {
  return createHash("sha1")
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest("hex");
}
