import { type FormatKind, schemaOf } from "./formats.ts";

/** A deployment as GitHub gives it. */
export interface Deployment {
  readonly id: number;
  readonly task: string;
  readonly payload: unknown;
  readonly created_at?: string;
}

/** GitHub gives a payload back as it was sent, or as a text. */
function payloadOf(deployment: Deployment): unknown {
  return typeof deployment.payload === "string"
    ? (JSON.parse(deployment.payload) as unknown)
    : deployment.payload;
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

/**
 * A payload that this suite wrote. Anybody who may write deployments may have written another: one in which something
 * is missing is nobody's, and holds no rollback up.
 */
export function documentOf<T>(deployment: Deployment, kind: KeptKind): T | undefined {
  try {
    const payload = payloadOf(deployment) as Readonly<Record<string, unknown>> | null;
    const fits = payload?.["schema"] === schemaOf(kind);
    return fits && texts[kind].every((key) => typeof payload[key] === "string") ? (payload as T) : undefined;
  } catch {
    return undefined;
  }
}
