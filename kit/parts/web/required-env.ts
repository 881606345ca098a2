import { heldIn } from "../../action/held-in.ts";
import { UserError } from "../../errors/user-error.ts";
import type { HostValue } from "../../providers/hosts/host.ts";
import type { Artifact } from "./artifact.ts";

/** How one required value stands: in the build, and at the host for its own later builds. */
export interface EnvFinding {
  readonly required: string;
  readonly build: "proven" | "unverifiable";
  /** `reset`: the host holds another value, and this release sets the required one. */
  readonly host: "equal" | "absent" | "unreadable" | "reset";
}

/** Every variable that must have a value: what `build` required, and what is declared beside it. */
export function requiredOf(
  artifact: Artifact,
  declared: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const built = Object.entries(artifact.env).map(([name, { required }]) => [name, required]);
  return { ...(Object.fromEntries(built) as Record<string, string>), ...declared };
}

/**
 * Compares required values with the artifact's proof and the host's own values.
 * @throws {UserError} PR402 when the build saw another value, PR434 when the host holds another one that is not to be
 * `reset`.
 */
export function compareEnv(
  artifact: Artifact,
  required: Readonly<Record<string, string>>,
  host: Readonly<Record<string, HostValue>>,
  { reset = false } = {},
): Readonly<Record<string, EnvFinding>> {
  const names = Object.keys(required).sort();
  const wrong = names.filter((name) => builtOtherwise(artifact, name, required[name] ?? ""));
  if (wrong.length > 0) {
    const what = wrong.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
    const fix = "Declare the same value in `build: required-env`, and build again.";
    throw new UserError("PR402", `The release requires ${what}, but its build saw another value.`, fix);
  }
  const differing = namesHeldOtherwise(required, host);
  if (differing.length > 0 && !reset) {
    const what = differing.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
    const fix =
      "Correct the variable at the host for production (a build there would bring it back), or run with `only: deploy-web`, which sets it; then run again.";
    throw new UserError("PR434", `The release requires ${what}, but the host holds another value.`, fix);
  }
  return Object.fromEntries(
    names.map((name) => [name, finding(artifact, name, required[name] ?? "", heldIn(host, name))]),
  );
}

/** The names for which the host holds another value than the required one. */
export function namesHeldOtherwise(
  required: Readonly<Record<string, string>>,
  host: Readonly<Record<string, HostValue>>,
): readonly string[] {
  return Object.keys(required)
    .sort()
    .filter((name) => {
      const held = heldIn(host, name);
      return held?.state === "value" && held.value !== required[name];
    });
}

/** What this release sets at the host, by name. */
export function resetsOf(findings: Readonly<Record<string, EnvFinding>>): Readonly<Record<string, string>> {
  const due = Object.entries(findings).filter(([, { host }]) => host === "reset");
  return Object.fromEntries(due.map(([name, { required }]) => [name, required]));
}

/** What could not be proven, in sentences. */
export function unverifiedEnv(findings: Readonly<Record<string, EnvFinding>>): readonly string[] {
  return Object.entries(findings).flatMap(([name, { build, host }]) => [
    ...(build === "unverifiable" ? [`${name} is unverifiable in the build.`] : []),
    ...(host === "unreadable" ? [`${name} is unverifiable at the host: its value cannot be read.`] : []),
    ...(host === "absent"
      ? [`${name} is not set at the host; a build there would take it from its files.`]
      : []),
  ]);
}

function finding(artifact: Artifact, name: string, required: string, held?: HostValue): EnvFinding {
  const build = heldIn(artifact.env, name)?.proof === "vite" ? "proven" : "unverifiable";
  if (held?.state !== "value") return { required, build, host: held?.state ?? "unreadable" };
  return { required, build, host: held.value === required ? "equal" : "reset" };
}

function builtOtherwise(artifact: Artifact, name: string, required: string): boolean {
  const proof = heldIn(artifact.env, name);
  return proof?.proof === "vite" && proof.value !== required;
}
