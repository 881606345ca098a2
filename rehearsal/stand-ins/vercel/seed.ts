import { createHash } from "node:crypto";

import { nextId } from "./context.ts";
import type { VercelDeployment, VercelState } from "./state.ts";

/**
 * Puts a finished prebuilt production deployment into a state, as if it had been released earlier; with `live`
 * all domains of its project point to it. `files` are paths below `.vercel/output/` (`config.json`, `static/…`).
 * @throws {Error} when the project is unknown.
 */
export function seedDeployment(
  state: VercelState,
  options: {
    readonly project: string;
    readonly files: Readonly<Record<string, string | Uint8Array>>;
    readonly now: number;
    readonly meta?: Readonly<Record<string, string>>;
    readonly live: boolean;
  },
): VercelDeployment {
  const project = state.projects.find(({ id, name }) => id === options.project || name === options.project);
  if (!project) throw new Error(`the Vercel state has no project ${options.project}`);
  const deployment: VercelDeployment = {
    id: nextId(state, "dpl"),
    name: project.name,
    projectId: project.id,
    target: "production",
    source: "cli",
    prebuilt: true,
    autoAssign: options.live,
    meta: { ...options.meta },
    files: Object.entries(options.files).map(([path, content]) => keep(state, path, content)),
    createdAt: options.now,
    port: 0,
    polls: 0,
    readyState: "READY",
    readyAt: options.now,
    promoted: options.live,
    aliasAssigned: options.now,
    aliasError: null,
    failure: null,
  };
  state.deployments.push(deployment);
  if (options.live) {
    for (const domain of project.domains) domain.deployment = deployment.id;
    project.production.push(deployment.id);
  }
  return deployment;
}

function keep(
  state: VercelState,
  path: string,
  content: string | Uint8Array,
): VercelDeployment["files"][number] {
  const bytes = Buffer.from(content);
  const sha = createHash("sha1").update(bytes).digest("hex");
  state.files[sha] = bytes.toString("base64");
  return { file: `.vercel/output/${path}`, sha, size: bytes.length, mode: 0o100644 };
}
