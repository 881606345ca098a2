import type { UserError } from "../../errors/user-error.ts";
import { type FormatKind, ofOtherMajor, schemaOf } from "../formats.ts";

/** A deployment as GitHub gives it. */
export interface Deployment {
  readonly id: number;
  readonly task: string;
  readonly payload: unknown;
  readonly created_at?: string;
}

/** GitHub gives a payload back as it was sent, or as a text. */
function payloadOf({ payload }: Deployment): Readonly<Record<string, unknown>> | null | undefined {
  try {
    const read: unknown = typeof payload === "string" ? JSON.parse(payload) : payload;
    return read as Readonly<Record<string, unknown>> | null | undefined;
  } catch {
    return undefined;
  }
}

type KeptKind = Extract<FormatKind, "manifest" | "receipt" | "lease" | "halt" | "observation">;

/** What each kind is read by. */
const texts: Readonly<Record<KeptKind, readonly string[]>> = {
  manifest: ["release", "target", "commit", "runUrl"],
  receipt: ["release", "phase", "component"],
  lease: ["release", "runId", "runUrl"],
  halt: ["release", "commit", "reason", "at"],
  observation: [],
};

/** What was found of a kind; `other` where this version cannot read it. */
export interface Found<T> {
  readonly document?: T;
  readonly other?: UserError;
}

/**
 * A payload that this suite wrote. Anybody who may write deployments may have written another: one in which something
 * is missing is nobody's, and holds no rollback up.
 * @throws {UserError} PR106 for one that another major of this suite wrote: what it means is not known, so it is not passed over.
 */
export function documentOf<T>(deployment: Deployment, kind: KeptKind): T | undefined {
  const { document, other } = findDocument<T>(deployment, kind);
  if (other !== undefined) throw other;
  return document;
}

/** The same, for whoever first asks whether it still counts. */
export function findDocument<T>(deployment: Deployment, kind: KeptKind): Found<T> {
  const payload = payloadOf(deployment);
  const other = ofOtherMajor(kind, payload, `Deployment ${deployment.id} of the record`);
  if (other !== undefined) return { other };
  const fits = payload?.["schema"] === schemaOf(kind);
  return fits && texts[kind].every((key) => typeof payload[key] === "string")
    ? { document: payload as T }
    : {};
}
