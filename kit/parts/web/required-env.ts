import { UserError } from "../../errors/user-error.ts";
import type { HostValue } from "../../providers/hosts/host.ts";
import type { Artifact } from "./artifact.ts";

/** How one required value stands: in the build, and at the host for its own later builds. */
export interface EnvFinding {
  readonly required: string;
  readonly build: "proven" | "unverifiable";
  readonly host: "equal" | "absent" | "unreadable";
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
 * @throws {UserError} PR402 when the build saw another value, PR434 when the host holds another one.
 */
export function compareEnv(
  artifact: Artifact,
  required: Readonly<Record<string, string>>,
  host: Readonly<Record<string, HostValue>>,
): Readonly<Record<string, EnvFinding>> {
  const names = Object.keys(required).sort();
  const wrong = names.filter((name) => builtOtherwise(artifact, name, required[name] ?? ""));
  if (wrong.length > 0) {
    const what = wrong.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
    const fix = "Declare the same value in `build: required-env`, and build again.";
    throw new UserError("PR402", `The release requires ${what}, but its build saw another value.`, fix);
  }
  const differing = names.filter((name) => {
    const held = host[name];
    return held?.state === "value" && held.value !== required[name];
  });
  if (differing.length > 0) {
    const what = differing.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
    const fix =
      "Correct the variable at the host for production (a build there would bring it back), then run again.";
    throw new UserError("PR434", `The release requires ${what}, but the host holds another value.`, fix);
  }
  return Object.fromEntries(
    names.map((name) => [name, finding(artifact, name, required[name] ?? "", host[name])]),
  );
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
  const build = artifact.env[name]?.proof === "vite" ? "proven" : "unverifiable";
  const host = held?.state === "value" ? "equal" : (held?.state ?? "unreadable");
  return { required, build, host };
}

function builtOtherwise(artifact: Artifact, name: string, required: string): boolean {
  const proof = artifact.env[name];
  return proof?.proof === "vite" && proof.value !== required;
}
