import type { Api, ApiCall } from "../../../ports/json-api.ts";
import { strange } from "../answered.ts";
import type { Spec } from "./spec.ts";
import { encoded } from "../../../ports/encoded.ts";
import { parseJson } from "../../../ports/parse-json.ts";
import { isObject } from "../../../ports/json-object.ts";

/** A dashboard that was read, with what a write must bring along. */
export interface Stored {
  readonly spec: Spec;
  readonly version: unknown;
  readonly folder: string | undefined;
}

/** One way to read and write the dashboard of a uid. */
export interface Store {
  read(): Promise<Stored | undefined>;
  /** Writes over what was read, or a new one; false where somebody else was faster. */
  write(spec: Spec, over: Stored | undefined, folder: string | undefined): Promise<boolean>;
}

export const check =
  "Check `grafana-url`: it is the address of Grafana itself, with its path where it has one.";

type Answer = { readonly status: number; readonly json: unknown };

/** The store of this Grafana, with what it has: the API since Grafana 12, or the one before that. */
export async function openStore(
  api: Api,
  uid: string,
  namespace: string,
): Promise<{ readonly store: Store; readonly there: Stored | undefined }> {
  const store = newStore(api, uid, namespace);
  const { isThere, there } = await store.first();
  if (isThere) return { store, there };
  const old = oldStore(api, uid);
  return { store: old, there: await old.read() };
}

interface First {
  /** Whether this Grafana has the API at all. */
  readonly isThere: boolean;
  readonly there: Stored | undefined;
}

function newStore(api: Api, uid: string, namespace: string): Store & { first: () => Promise<First> } {
  const base = `/apis/dashboard.grafana.app/v1beta1/namespaces/${encoded(namespace)}/dashboards`;
  const path = `${base}/${uid}`;
  const first = async (): Promise<First> => {
    const { status, json } = await ask(api, "GET", path, { accept: [200, 404] });
    // Any server says of a missing path that it is missing; this API names the dashboard that is not there.
    if (status === 404) return { isThere: field(json, "details", "name") === uid, there: undefined };
    const spec = field(json, "spec");
    if (!isObject(spec) || field(json, "metadata", "name") !== uid)
      throw strange(`Grafana GET ${path}`, json, check);
    const folder = field(json, "metadata", "annotations", "grafana.app/folder");
    const version = field(json, "metadata", "resourceVersion");
    const there = { spec, version, folder: typeof folder === "string" ? folder : undefined };
    return { isThere: true, there };
  };
  return {
    first,
    read: async () => (await first()).there,
    write: async (spec, over, given) => {
      const folder = over === undefined ? given : over.folder;
      const annotations = {
        "grafana.app/message": "prism-rollout",
        ...(folder === undefined ? {} : { "grafana.app/folder": folder }),
      };
      const metadata = { name: uid, annotations, ...(over && { resourceVersion: over.version }) };
      const body = { apiVersion: "dashboard.grafana.app/v1beta1", kind: "Dashboard", metadata, spec };
      const [method, to] = over === undefined ? ["POST", base] : ["PUT", path];
      // Sent again after a cut it meets itself as a conflict, which is read again.
      const { status, json } = await ask(api, method, to, {
        json: body,
        safe: true,
        accept: [200, 201, 409, ...(over === undefined ? [] : [404])],
      });
      if (status === 409 || status === 404) return false;
      if (field(json, "metadata", "name") !== uid) throw strange(`Grafana ${method} ${to}`, json, check);
      return true;
    },
  };
}

/** The API before that, which newer ones still have. */
function oldStore(api: Api, uid: string): Store {
  const path = `/api/dashboards/uid/${uid}`;
  return {
    read: async () => {
      const { status, json } = await ask(api, "GET", path, { accept: [200, 404] });
      if (status === 404 && typeof field(json, "message") === "string") return undefined;
      const spec = field(json, "dashboard");
      if (!isObject(spec) || spec["uid"] !== uid) throw strange(`Grafana GET ${path}`, json, check);
      const folder = field(json, "meta", "folderUid");
      const isFolder = typeof folder === "string" && folder !== "";
      return { spec, version: spec["version"], folder: isFolder ? folder : undefined };
    },
    write: async (spec, over, given) => {
      const folderUid = over === undefined ? given : over.folder;
      const id = over === undefined ? null : over.spec["id"];
      const dashboard = { ...spec, id, uid, ...(over && { version: over.version }) };
      const { status, json } = await ask(api, "POST", "/api/dashboards/db", {
        json: { dashboard, folderUid, message: "prism-rollout", overwrite: false },
        safe: true,
        accept: [200, 412],
      });
      if (status === 412) return false;
      if (field(json, "uid") !== uid) throw strange("Grafana POST /api/dashboards/db", json, check);
      return true;
    },
  };
}

/** A refusal's body may be anything; only an answer of 200 or 201 must be JSON. */
async function ask(api: Api, method: string, path: string, call: ApiCall): Promise<Answer> {
  const { status, bytes } = await api(method, path, { ...call, as: "bytes" });
  const text = new TextDecoder().decode(bytes);
  try {
    return { status, json: parseJson(text) };
  } catch {
    if (status < 300) throw strange(`Grafana ${method} ${path}`, text, check);
    return { status, json: undefined };
  }
}

/** What is at the end of these keys, as far as there is something. */
function field(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(
    (inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    value,
  );
}
