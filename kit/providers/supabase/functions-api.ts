import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { type Api, jsonApi } from "../../ports/json-api.ts";
import { permissionFor } from "./permission-for.ts";
import { type MultipartPart, readMultipart } from "./read-multipart.ts";
import { readRoomName } from "./room-name.ts";
import { encoded } from "../../ports/encoded.ts";
import { fieldsOf } from "../../ports/json-object.ts";

/** A function as the Management API lists it (fields and names are Supabase's). Times are in ms since 1970. */
export interface ListedFunction {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: string;
  readonly version: number;
  readonly created_at?: number;
  readonly updated_at?: number;
  readonly verify_jwt?: boolean;
  readonly import_map?: boolean;
  readonly entrypoint_path?: string;
  readonly import_map_path?: string;
  readonly ezbr_sha256?: string;
  /** No field of Supabase's: what this bundle is live to make room for, as its name says (ADR 49). */
  readonly room?: string;
}

/** What a deployment says of itself, besides its files. No import map is an empty text, as Supabase's client sends it. */
export interface BundleMetadata {
  readonly name: string;
  readonly entrypoint_path: string;
  readonly import_map_path: string;
  readonly static_patterns: readonly string[];
  readonly verify_jwt: boolean;
}

/** The files of one bundle, with paths relative to the root of the project. */
export interface Upload {
  readonly metadata: BundleMetadata;
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/** The Edge Functions of one project. Every method throws UserErrors that name the call and what to do. */
export interface FunctionsApi {
  list(): Promise<readonly ListedFunction[]>;
  /** The sources as the platform gives them back. */
  body(slug: string): Promise<readonly MultipartPart[]>;
  /** The bundle itself, opaque. */
  eszip(slug: string): Promise<Uint8Array>;
  /**
   * Makes a bundle live that the platform gave before, at once: of a function that is there, or of one that is gone.
   * Before it is asked again, `again` may object by throwing.
   */
  restore(
    listed: ListedFunction,
    eszip: Uint8Array,
    isThere: boolean,
    again: () => Promise<void>,
  ): Promise<void>;
  /** Stages: the bundle is built, what is served stays. A lost answer is not asked for again. */
  bundle(slug: string, upload: Upload): Promise<ListedFunction>;
  /** Activates all of them at once. Before it is asked again, `again` may object by throwing. */
  activate(functions: readonly ListedFunction[], again: () => Promise<void>): Promise<void>;
  remove(slug: string, again: () => Promise<void>): Promise<void>;
  /** The names of the project's secrets; their values never come back. */
  secretNames(): Promise<readonly string[]>;
}

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

export interface ProjectAccess {
  readonly supabase: string;
  readonly supabaseAccessToken: string;
  readonly supabaseApiUrl: string;
}

/** Bundling may take minutes on the server, and an activation what its bundles take; whatever reads has its answer. */
const building = { timeout: 180_000 } as const;

/** The API for one project. */
export function functionsApi(world: World, access: ProjectAccess): FunctionsApi {
  const api = managementApi(world, access);
  const project = `/v1/projects/${access.supabase}`;
  return { ...reading(api, project), ...changing(api, `${project}/functions`) };
}

type Reading = "list" | "body" | "eszip" | "secretNames";

function reading(api: Api, project: string): Pick<FunctionsApi, Reading> {
  const base = `${project}/functions`;
  const bodyOf = (slug: string): string => `${base}/${encoded(slug)}/body`;
  return {
    list: async () => listOf((await api("GET", base)).json, `GET ${base}`),
    body: async (slug) => {
      const { headers, bytes } = await api("GET", bodyOf(slug), {
        headers: { accept: "multipart/form-data" },
        as: "bytes",
      });
      const type = headers.get("content-type") ?? "";
      const parts = readMultipart(type, bytes);
      if (parts !== undefined) return parts;
      throw strange(
        `GET ${bodyOf(slug)}`,
        `${type || "a body without a content type"} instead of multipart/form-data`,
      );
    },
    eszip: async (slug) =>
      (await api("GET", bodyOf(slug), { headers: { accept: "*/*" }, as: "bytes" })).bytes,
    secretNames: async () => namesIn((await api("GET", `${project}/secrets`)).json, `GET ${project}/secrets`),
  };
}

function changing(api: Api, base: string): Omit<FunctionsApi, Reading> {
  const known = (slug: string): string => `${base}/${encoded(slug)}`;
  return {
    restore: async (listed, eszip, isThere, again) => {
      const body = new Blob([new Uint8Array(eszip)]);
      const headers = { "content-type": "application/vnd.denoland.eszip" };
      const call = { ...building, query: settingsOf(listed), body, headers, again };
      if (isThere) await api("PATCH", known(listed.slug), { ...call, safe: true });
      else
        await api("POST", base, { ...call, query: { slug: listed.slug, ...call.query }, accept: [200, 201] });
    },
    bundle: async (slug, upload) => {
      const { json } = await api("POST", `${base}/deploy`, {
        ...building,
        query: { slug, bundleOnly: true },
        body: formOf(upload),
        accept: [200, 201],
      });
      return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
    },
    activate: async (functions, again) => {
      const { json } = await api("PUT", base, { ...building, json: functions.map(updateOf), again });
      const answered = (json as { functions?: unknown } | undefined)?.functions;
      listOf(answered, `PUT ${base}`);
    },
    remove: async (slug, again) => {
      await api("DELETE", known(slug), { accept: [200, 204, 404], as: "bytes", again });
    },
  };
}

/** What a bundle that is sent back is to be. */
function settingsOf(listed: ListedFunction): Readonly<Record<string, string | boolean | undefined>> {
  const { name, verify_jwt, import_map, entrypoint_path, import_map_path, ezbr_sha256 } = listed;
  return { name, verify_jwt, import_map, entrypoint_path, import_map_path, ezbr_sha256 };
}

/** A caller for the Management API, whose errors name the inputs that mend them. */
function managementApi(world: World, access: ProjectAccess, timeout = 30_000): Api {
  const call = jsonApi(world, {
    name: "Supabase",
    baseUrl: access.supabaseApiUrl,
    headers: { authorization: `Bearer ${access.supabaseAccessToken}` },
    tokenHint:
      "Pass a token that may read and write Edge Functions of this project as `supabase-access-token` " +
      "(https://supabase.com/dashboard/account/tokens).",
    needs: permissionFor,
    attempts: 6,
    timeout,
  });
  return async (method, path, options) => {
    try {
      return await call(method, path, options);
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== "PR303" || !endsAtProject(path)) throw error;
      throw new UserError(
        "PR303",
        `Supabase knows no project ${access.supabase}: ${describe(error)}`,
        "Correct `supabase` for this target in rollout.yml: it is the 20 letters in the project's URL.",
        { cause: error },
      );
    }
  };
}

/** For these paths «not found» can only mean the project. */
function endsAtProject(path: string): boolean {
  return /^\/v1\/projects\/[^/]+(\/functions)?$/.test(path);
}

/** The same parts in the same order as Supabase's own client: files first, the metadata last. */
function formOf({ metadata, files }: Upload): FormData {
  const form = new FormData();
  for (const { path, content } of files) {
    form.append("file", new Blob([new Uint8Array(content)], { type: "application/octet-stream" }), path);
  }
  form.append("metadata", JSON.stringify(metadata));
  return form;
}

/** What a bulk update takes of a function: `updated_at` is not among it. */
function updateOf(fn: ListedFunction): object {
  return { ...fn, status: "ACTIVE", updated_at: undefined, room: undefined };
}

function listOf(json: unknown, what: string): readonly ListedFunction[] {
  if (!Array.isArray(json)) throw strange(what, excerptOf(json));
  return json.map((one) => functionOf(one, what));
}

function namesIn(json: unknown, what: string): readonly string[] {
  const names = Array.isArray(json)
    ? json.map((one: { readonly name?: unknown } | null) => one?.name)
    : [null];
  if (names.every((name) => typeof name === "string")) return names;
  throw strange(what, excerptOf(json));
}

/** The fields that are known, each with the type without which it says nothing. */
const known = {
  ...({ id: "string", slug: "string", name: "string", status: "string", version: "number" } as const),
  ...({ created_at: "number", updated_at: "number", verify_jwt: "boolean", import_map: "boolean" } as const),
  ...({ entrypoint_path: "string", import_map_path: "string", ezbr_sha256: "string" } as const),
};

/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json: unknown, what: string): ListedFunction {
  const fn = fieldsOf(json);
  const given = Object.entries(known).flatMap(([key, type]) => {
    const value = Object.hasOwn(fn, key) ? fn[key] : undefined;
    return typeof value === type && value !== "" ? [[key, value] as const] : [];
  });
  const read: Readonly<Record<string, unknown>> = Object.fromEntries(given);
  if (read["id"] === undefined || read["slug"] === undefined || !Number.isSafeInteger(read["version"]))
    throw strange(what, excerptOf(json));
  const whole = { name: read["slug"], status: "ACTIVE", ...read } as unknown as ListedFunction;
  return { ...whole, ...readRoomName(whole.name, whole.version) };
}

function excerptOf(json: unknown): string {
  return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}

function strange(what: string, got: string): UserError {
  return new UserError(
    "PR306",
    `Supabase ${what} answered something that its API does not say: ${got}.`,
    "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.",
  );
}
