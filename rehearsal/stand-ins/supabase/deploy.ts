import { heldIn } from "../../../kit/action/held-in.ts";
import type { StandInRequest, StandInResponse } from "../server.ts";
import { asUploaded, bundleSha, decodeBundle, functionJson, type Files, type Settings } from "./bundle.ts";
import { nextId, type SupabaseContext } from "./context.ts";
import { Refused } from "./errors.ts";
import { keepWanted } from "./functions.ts";
import { readUpload } from "./multipart.ts";
import type { FunctionState } from "./state.ts";

const SLUG = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** POST …/functions/deploy: with `bundleOnly` the new version waits for a PUT, without it is live at once. */
export async function deploy(context: SupabaseContext, request: StandInRequest): Promise<StandInResponse> {
  const { files, metadata } = await readUpload(request);
  const slug = slugOf(request, metadata.name);
  const settings = {
    verify_jwt: metadata.verify_jwt ?? true,
    entrypoint_path: metadata.entrypoint_path,
    import_map_path: metadata.import_map_path ?? null,
  };
  const parks = request.query.get("bundleOnly") === "true";
  const fn = await build(context, slug, metadata.name ?? slug, files, settings, parks);
  return { status: 201, json: functionJson(context.state.project.ref, fn) };
}

/** POST …/functions (deprecated) and PATCH …/functions/{slug}: a bundle that the client built, and settings. */
export async function deployBundle(
  context: SupabaseContext,
  request: StandInRequest,
): Promise<StandInResponse> {
  const creates = request.method === "POST";
  const slug = request.params["slug"] ?? slugOf(request);
  const old = heldIn(context.state.functions, slug);
  if (!creates && !old) throw new Refused(404, "Function not found");
  const files = request.body.length > 0 ? decodeBundle(request.body) : old?.files;
  if (!files)
    throw new Refused(400, "This stand-in runs sources only: it cannot open a bundle built elsewhere");
  const settings = settingsOf(request.query, old);
  const name = request.query.get("name") ?? old?.name ?? slug;
  if (request.body.length === 0 && old) Object.assign(old, settings, { name, updated_at: context.now() });
  else await build(context, slug, name, files, settings, false);
  keepWanted(context);
  const fn = context.state.functions[slug];
  return { status: creates ? 201 : 200, json: fn && functionJson(context.state.project.ref, fn) };
}

/**
 * Builds a version by starting it. While an earlier one of this function waits for its PUT, the platform would
 * give the new one the same number, finds that taken, and refuses.
 */
async function build(
  context: SupabaseContext,
  slug: string,
  name: string,
  files: Files,
  settings: Settings,
  parks: boolean,
): Promise<FunctionState> {
  const { state, building, host } = context;
  if (Object.hasOwn(state.parked, slug) || building.has(slug))
    throw new Refused(409, "deployment already exists");
  building.add(slug);
  try {
    const fn = newVersion(context, slug, name, files, settings);
    const result = await host.start(fn);
    if (result.state === "broken" && result.at === "bundle") {
      throw new Refused(400, `Failed to bundle the function (reason: ${result.reason})`);
    }
    (parks ? state.parked : state.functions)[slug] = fn;
    keepWanted(context);
    return fn;
  } finally {
    building.delete(slug);
  }
}

function newVersion(
  { state, now }: SupabaseContext,
  slug: string,
  name: string,
  files: Files,
  settings: Settings,
): FunctionState {
  const old = heldIn(state.functions, slug);
  return {
    id: old?.id ?? nextId(state),
    slug,
    name,
    status: "ACTIVE",
    version: (old?.version ?? 0) + 1,
    ...settings,
    ezbr_sha256: bundleSha(files),
    created_at: old?.created_at ?? now(),
    updated_at: now(),
    files,
  };
}

function slugOf({ query }: StandInRequest, otherwise?: string): string {
  const slug = query.get("slug") ?? otherwise ?? "";
  if (!SLUG.test(slug)) throw new Refused(400, `slug must match ${SLUG.source}`);
  return slug;
}

function settingsOf(query: URLSearchParams, old: FunctionState | undefined): Settings {
  const verify = query.get("verify_jwt");
  const entrypoint = query.get("entrypoint_path") ?? old?.entrypoint_path;
  const map = query.get("import_map_path") ?? old?.import_map_path ?? null;
  if (entrypoint === undefined) throw new Refused(400, "entrypoint_path is required");
  return {
    verify_jwt: verify === null ? (old?.verify_jwt ?? true) : verify === "true",
    entrypoint_path: asUploaded(entrypoint),
    import_map_path: map === null || map === "" ? null : asUploaded(map),
  };
}
