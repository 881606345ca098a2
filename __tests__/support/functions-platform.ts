import { createHash } from "node:crypto";
import { readMultipart } from "../../kit/providers/supabase/read-multipart.ts";
import { type StandInRequest, type StandInResponse, serve } from "../../rehearsal/stand-ins/server.ts";

/** A bundle on the platform, with paths as they were sent. */
interface Bundle {
  readonly version: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metadata: Metadata;
}

interface Metadata {
  readonly entrypoint_path: string;
  readonly import_map_path?: string;
  readonly verify_jwt?: boolean;
}

interface Deployed {
  id: string;
  live: Bundle | undefined;
  staged: Bundle | undefined;
  row: Record<string, unknown>;
}

/** What a test may turn: an answer instead of the usual one, or something that happens besides. */
export type Fault = (request: StandInRequest) => StandInResponse | undefined;

export interface Platform {
  readonly url: string;
  readonly asked: string[];
  readonly uploads: {
    readonly slug: string;
    readonly names: readonly string[];
    readonly metadata: unknown;
  }[];
  readonly functions: Map<string, Deployed>;
  fault: Fault;
  /** So many requests a minute of each kind, as the platform's own clock has it; unlimited without it. */
  limit: { readonly perMinute: number; now(): number } | undefined;
  /** True for a request that is carried out, but whose answer is lost on the way. */
  lose: (request: StandInRequest) => boolean;
  /** True where a bundle that is sent back is taken, but the answer is lost. */
  loseRestore: () => boolean;
  /** An activation is carried out, of all or of the first function only, and answered 500. */
  failPut: "all" | "first" | undefined;
  /** Whether the list shows the version of a bundle that is not active yet. */
  listsStaged: boolean;
  /** Gives no sources back, bundles alone. */
  withoutSources: boolean;
  /** Whether a name that an activation gives is the function's. */
  keepsNames: boolean;
  /** Lists no sums of bundles, either. */
  withoutSums: boolean;
  /** How the platform writes a stored path; real ones differ in this. */
  stored: (path: string, slug: string, version: number) => string;
  close(): Promise<void>;
}

export const token = "sbp_0123456789abcdef0123456789abcdef01234567";
export const project = "abcdefghijklmnopqrst";

/**
 * The few calls of Supabase's Management API that functions need, with the platform's strict side: a bundle
 * that was never activated makes the next one a conflict unless `lenient`. Functions answer `?health=1`.
 */
export async function functionsPlatform({ lenient = true } = {}): Promise<Platform> {
  const functions = new Map<string, Deployed>();
  const asked: string[] = [];
  const uploads: Platform["uploads"] = [];
  const platform = {
    fault: () => undefined,
    lose: () => false,
    loseRestore: () => false,
    limit: undefined,
    failPut: undefined,
    listsStaged: false,
    keepsNames: true,
    withoutSources: false,
    withoutSums: false,
    stored: (path: string) => path,
  } as unknown as Platform;
  const windows = new Map<string, { readonly start: number; used: number }>();
  const limited = ({ method, path }: StandInRequest): StandInResponse | undefined => {
    if (platform.limit === undefined || path.startsWith("/fn/")) return undefined;
    const now = platform.limit.now();
    const kind = `${method} ${path.endsWith("/body") ? "body" : path}`;
    const open = windows.get(kind);
    const window = open && now - open.start < 60_000 ? open : { start: now, used: 0 };
    windows.set(kind, window);
    window.used += 1;
    if (window.used <= platform.limit.perMinute) return undefined;
    const reset = String(Math.ceil((window.start + 60_000 - now) / 1000));
    return { status: 429, json: { message: "Too Many Requests" }, headers: { "x-ratelimit-reset": reset } };
  };
  const answer = (request: StandInRequest): StandInResponse => {
    if (request.path === `/v1/projects/${project}/health`) return health(request);
    asked.push(`${request.method} ${request.path}${request.query.size > 0 ? `?${request.query}` : ""}`);
    const fault = platform.fault(request) ?? limited(request);
    if (fault) return fault;
    if (request.path.startsWith("/fn/")) return call(functions.get(request.path.slice(4)), request);
    if (request.headers.authorization !== `Bearer ${token}`)
      return { status: 401, json: { message: "Unauthorized" } };
    const base = `/v1/projects/${project}/functions`;
    if (!request.path.startsWith(base)) return { status: 404, json: { message: "Project not found" } };
    const rest = request.path.slice(base.length).split("/").filter(Boolean);
    if (request.method === "PATCH" || (request.method === "POST" && rest[0] !== "deploy")) {
      const answered = restore(rest[0] ?? request.query.get("slug") ?? "", request);
      return platform.loseRestore() ? { status: 503, body: "later" } : answered;
    }
    if (request.method === "POST") {
      const answered = bundle(request);
      return platform.lose(request) ? { status: 502, body: "bad gateway" } : answered;
    }
    if (request.method === "PUT")
      return activate(JSON.parse(request.body.toString()) as Record<string, unknown>[]);
    if (request.method === "DELETE") return { status: functions.delete(rest[0] ?? "") ? 200 : 404 };
    if (rest[1] === "body") {
      const wantsSources = request.headers.accept === "multipart/form-data";
      return wantsSources ? body(rest[0] ?? "") : eszip(rest[0] ?? "");
    }
    return { status: 200, json: [...functions.values()].filter(({ live }) => live).map(listed) };
  };
  const listed = ({ row: { ezbr_sha256: sum, ...rest }, staged }: Deployed): object => {
    const row = platform.withoutSums ? rest : { ...rest, ezbr_sha256: sum };
    return platform.listsStaged && staged ? { ...row, version: staged.version } : row;
  };
  const bundle = ({ query, headers, body: sent }: StandInRequest): StandInResponse => {
    const slug = query.get("slug") ?? "";
    const parts = readMultipart(headers["content-type"] ?? "", sent) ?? [];
    const meta = parts.find(({ name }) => name === "metadata");
    const metadata = JSON.parse(Buffer.from(meta?.content ?? new Uint8Array()).toString()) as Metadata;
    const files = new Map(
      parts.flatMap(({ name, path = "", content }) => (name === "file" ? [[path, content]] : [])),
    );
    uploads.push({ slug, names: [...files.keys()], metadata });
    const known = functions.get(slug) ?? { id: `id-${slug}`, live: undefined, staged: undefined, row: {} };
    if (known.staged && !lenient) return { status: 409, json: { message: "deployment already exists" } };
    const broken = [...files.values()].some((content) => Buffer.from(content).includes("SYNTAX ERROR"));
    if (broken)
      return { status: 400, json: { message: "Failed to bundle the function (reason: syntax error)" } };
    const version = (known.staged?.version ?? known.live?.version ?? 0) + 1;
    functions.set(slug, { ...known, staged: { version, files, metadata } });
    return { status: 201, json: row(slug, known.id, version, metadata) };
  };
  const row = (slug: string, id: string, version: number, metadata: Metadata): Record<string, unknown> => {
    const importMap = metadata.import_map_path === "" ? undefined : metadata.import_map_path;
    return {
      id,
      slug,
      name: slug,
      status: "ACTIVE",
      version,
      created_at: 1,
      updated_at: version,
      verify_jwt: metadata.verify_jwt,
      import_map: importMap !== undefined,
      entrypoint_path: platform.stored(metadata.entrypoint_path, slug, version),
      import_map_path: importMap === undefined ? null : platform.stored(importMap, slug, version),
      ezbr_sha256: sumOf(slug, version),
    };
  };
  const isBuilt = ({ slug, version, ezbr_sha256: sum }: Record<string, unknown>): boolean => {
    const known = functions.get(String(slug));
    const isWaiting = known?.staged?.version === version;
    if (!isWaiting && known?.live?.version !== version) return false;
    const own = isWaiting ? sumOf(String(slug), Number(version)) : known?.row["ezbr_sha256"];
    return sum === undefined || sum === own;
  };
  const activate = (rows: Record<string, unknown>[]): StandInResponse => {
    if (!lenient && !rows.every(isBuilt)) return { status: 400, json: { message: "no such bundle" } };
    for (const one of platform.failPut === "first" ? rows.slice(0, 1) : rows) {
      const known = functions.get(String(one["slug"]));
      if (!known) return { status: 500, json: { message: "Failed to update functions" } };
      const isStaged = known.staged?.version === one["version"];
      const own = isStaged && known.staged ? known.staged : known.live;
      const built = own && row(String(one["slug"]), known.id, own.version, own.metadata);
      functions.set(String(one["slug"]), {
        ...known,
        live: isStaged ? known.staged : known.live,
        staged: isStaged || lenient ? undefined : known.staged,
        row: { ...built, ...one, ...(platform.keepsNames ? {} : { name: one["slug"] }), updated_at: 2 },
      });
    }
    if (platform.failPut !== undefined)
      return { status: 500, json: { message: "Failed to update functions" } };
    const live = [...functions.values()].filter((one) => one.live);
    return { status: 200, json: { functions: live.map((one) => one.row) } };
  };
  const eszip = (slug: string): StandInResponse => {
    const live = functions.get(slug)?.live;
    if (!live) return { status: 404, json: { message: "Function not found" } };
    const files = [...live.files].map(([path, content]) => [path, Buffer.from(content).toString("base64")]);
    return { status: 200, body: JSON.stringify({ files, metadata: live.metadata }) };
  };
  const restore = (slug: string, { query, body: sent }: StandInRequest): StandInResponse => {
    const known = functions.get(slug) ?? { id: `id-${slug}`, live: undefined, staged: undefined, row: {} };
    if (known.staged && !lenient) return { status: 409, json: { message: "deployment already exists" } };
    const { files, metadata } = JSON.parse(sent.toString()) as {
      readonly files: readonly (readonly [string, string])[];
      readonly metadata: Metadata;
    };
    const version = (known.live?.version ?? 0) + 1;
    const live = {
      version,
      files: new Map(files.map(([path, text]) => [path, Buffer.from(text, "base64")])),
      metadata,
    };
    const made = { ...row(slug, known.id, version, metadata), ezbr_sha256: query.get("ezbr_sha256") };
    functions.set(slug, { ...known, live, row: made });
    return { status: 200, json: made };
  };
  const body = (slug: string): StandInResponse => {
    const live = functions.get(slug)?.live;
    if (platform.withoutSources) return { status: 404, json: { message: "No sources are kept" } };
    if (!live) return { status: 404, json: { message: "Function not found" } };
    const meta = `--b\r\nContent-Disposition: form-data; name="metadata"\r\n\r\n{}\r\n`;
    const parts = [...live.files].map(([path, content]) => {
      const place = platform.stored(path, slug, live.version);
      const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${path.split("/").at(-1)}"\r\nSupabase-Path: ${place}\r\n\r\n`;
      return Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n")]);
    });
    const whole = Buffer.concat([Buffer.from(meta), ...parts, Buffer.from("--b--\r\n")]);
    return { status: 200, body: whole, headers: { "content-type": 'multipart/form-data; boundary="b"' } };
  };
  const server = await serve([], answer);
  return Object.assign(platform, { url: server.url, asked, uploads, functions, close: server.close });
}

function sumOf(slug: string, version: number): string {
  return createHash("sha256").update(`${slug}${version}`).digest("hex");
}

/** Everything that is asked for is well; such a request is neither counted nor made to fail. */
function health({ query }: StandInRequest): StandInResponse {
  const services = query
    .getAll("services")
    .map((name) => ({ name, healthy: true, status: "ACTIVE_HEALTHY" }));
  return { status: 200, json: services };
}

function call(deployed: Deployed | undefined, { query, method }: StandInRequest): StandInResponse {
  if (!deployed?.live)
    return { status: 404, json: { code: "NOT_FOUND", message: "Requested function was not found" } };
  if (method === "OPTIONS") return { status: 204 };
  return query.get("health") === "1"
    ? { status: 200, json: { ok: true } }
    : { status: 405, json: { error: "method" } };
}
