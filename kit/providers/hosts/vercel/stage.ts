import { createHash } from "node:crypto";
import { UserError } from "../../../errors/user-error.ts";
import { urlOfHost } from "../../../parts/web/origins.ts";
import { idOf, listIn, madeOnce } from "../answered.ts";
import type { Built, HostedSite, Staged } from "../host.ts";
import { shaped } from "../shaped.ts";
import { type DeploymentAnswer, type ProjectAnswer, type Refusal, shapes } from "./answers.ts";
import { type Upload, uploadCall, uploadMissing } from "../upload.ts";
import { until } from "../until.ts";
import type { Vercel } from "./context.ts";
import { readDeployment, readProject, saidBy } from "./inspect.ts";
import { outputConfig } from "./output-config.ts";

const output = ".vercel/output";
/** A file of the deployment, with its mode. */
interface Moded extends Upload {
  readonly mode: number;
}

/** The deployment that an earlier attempt of this release made of this artifact, unless it has failed. */
export async function findStaged(
  { api }: Vercel,
  projectId: string,
  site: Built,
  release: string,
): Promise<Staged | undefined> {
  const { json } = await api("GET", "/v7/deployments", {
    query: { projectId, target: "production", sha: site.commit || undefined, limit: 100 },
  });
  const found = listIn<DeploymentAnswer>("Vercel", json, "deployments", shapes.deployment).find(
    (deployment) => {
      const said = saidBy(deployment);
      const failed = ["ERROR", "CANCELED", "BLOCKED"].includes(deployment.readyState ?? "");
      return !failed && said.release === release && said.artifact === site.digest;
    },
  );
  return found === undefined ? undefined : stagedOf(found);
}

/** Uploads what is missing, creates the deployment without any domain, and waits until it is ready. */
export async function stage(
  vercel: Vercel,
  site: HostedSite,
  release: string,
  previous: string | null,
): Promise<Staged> {
  const { project, found } = await projectAndStaged(vercel, site, release);
  if (found) vercel.world.log.info(`${found.deployment} was staged by an earlier attempt of this release.`);
  const staged = found ?? (await createOrFind(vercel, project, site, release, previous));
  await ready(vercel, staged.deployment);
  return staged;
}

/** Both at once, where the project is named by the id that the list of deployments wants. */
async function projectAndStaged(
  vercel: Vercel,
  site: Built,
  release: string,
): Promise<{ readonly project: ProjectAnswer; readonly found: Staged | undefined }> {
  const named = vercel.settings.project;
  const early = named.startsWith("prj_") ? findStaged(vercel, named, site, release) : undefined;
  // Awaited below: what is wrong with the project is said first, and better.
  early?.catch(() => undefined);
  const project = await readProject(vercel);
  return { project, found: await (early ?? findStaged(vercel, project.id, site, release)) };
}

async function createOrFind(
  vercel: Vercel,
  project: { readonly id: string; readonly name: string },
  site: HostedSite,
  release: string,
  previous: string | null,
): Promise<Staged> {
  const config = outputConfig(vercel.settings.assets, await vercel.settings.routes());
  const files = uploadsOf(site, Buffer.from(config));
  const body = {
    name: project.name,
    project: project.id,
    target: "production",
    autoAssignCustomDomains: false,
    version: 2,
    source: "cli",
    projectSettings: { sourceFilesOutsideRootDirectory: true, rootDirectory: null },
    meta: {
      githubCommitSha: site.commit,
      githubCommitRef: vercel.world.context.ref,
      rolloutRelease: release,
      rolloutArtifact: site.digest,
      rolloutMarker: site.marker,
      rolloutPrevious: previous ?? "",
    },
  };
  return await madeOnce(
    () => create(vercel, body, files),
    () => findStaged(vercel, project.id, site, release),
  );
}

async function create(vercel: Vercel, body: object, all: readonly Moded[]): Promise<Staged> {
  const query = { prebuilt: 1, skipAutoDetectionConfirmation: 1, forceNew: 1 };
  let files = all;
  for (let round = 1; ; round += 1) {
    const listed = files.map(({ file, sha, size, mode }) => ({ file, sha, size, mode }));
    const { status, json } = await vercel.api("POST", "/v13/deployments", {
      query,
      json: { ...body, files: listed },
      accept: [200, 201, 400],
    });
    if (status !== 400) return stagedOf(shaped("Vercel POST /v13/deployments", json, shapes.deployment));
    const { error } = shaped<Refusal>("Vercel POST /v13/deployments", json, shapes.refusal);
    const missing = error?.code === "missing_files" ? (error.missing ?? []) : [];
    if (missing.length === 0 || round > 3) {
      throw new UserError(
        "PR304",
        `Vercel refused the deployment: ${error?.message ?? "no reason given"}.`,
        "Read Vercel's reason; production was not touched.",
      );
    }
    const gone = await upload(vercel, files, new Set(missing));
    files = files.filter(({ sha }) => !gone.has(sha));
  }
}

async function upload(
  vercel: Vercel,
  files: readonly Upload[],
  missing: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { log } = vercel.world;
  return await uploadMissing(log, "Vercel", { files, missing }, async ({ sha, size }, body) => {
    const { headers, ...call } = uploadCall(body, size, vercel.settings.readyTimeout);
    await vercel.api("POST", "/v2/files", { ...call, headers: { ...headers, "x-vercel-digest": sha } });
  });
}

function uploadsOf({ files, source }: HostedSite, config: Buffer): readonly Moded[] {
  const plain = 0o100644;
  if (source === "prebuilt")
    return files.map(({ path, sha1, mode = plain, ...file }) => ({ ...file, file: path, sha: sha1, mode }));
  const sha = createHash("sha1").update(config).digest("hex");
  const text = new Uint8Array(config);
  return [
    { file: `${output}/config.json`, sha, size: text.length, mode: plain, bytes: async () => text },
    ...files.map(({ path, size, sha1, bytes }) => ({
      file: `${output}/static/${path}`,
      sha: sha1,
      size,
      mode: plain,
      bytes,
    })),
  ];
}

/** READY is what counts for a staged deployment; it never gets an alias to wait for. */
async function ready(vercel: Vercel, deployment: string): Promise<void> {
  const done = await until(
    vercel,
    vercel.settings.readyTimeout,
    `deployment ${deployment} is ready`,
    async () => {
      const { readyState, errorMessage, inspectorUrl } = await readDeployment(vercel, deployment);
      if (readyState === "READY") return true;
      if (!["ERROR", "CANCELED", "BLOCKED"].includes(readyState ?? "")) return undefined;
      throw new UserError(
        "PR431",
        `Vercel ended deployment ${deployment} as ${readyState}: ${errorMessage ?? "no reason given"}. Production was not touched.`,
        `Look at ${inspectorUrl ?? "the deployment in Vercel's dashboard"}, then run again.`,
      );
    },
  );
  if (done) return;
  throw new UserError(
    "PR431",
    `Deployment ${deployment} was not ready after ${vercel.settings.readyTimeout / 1000} s. Production was not touched.`,
    "See vercel-status.com; run the job again, it goes on with the same deployment. Or raise `ready-timeout`.",
  );
}

function stagedOf(deployment: DeploymentAnswer): Staged {
  return {
    deployment: idOf("Vercel", deployment.id ?? deployment.uid),
    url: urlOfHost(idOf("Vercel", deployment.url)),
    previous: saidBy(deployment).previous,
  };
}
