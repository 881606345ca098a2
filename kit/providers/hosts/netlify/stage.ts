import { UserError } from "../../../errors/user-error.ts";
import { idOf, madeOnce } from "../answered.ts";
import type { Built, HostedSite, Staged } from "../host.ts";
import { until } from "../until.ts";
import { type Upload, uploadCall, uploadMissing } from "../upload.ts";
import { shaped } from "../shaped.ts";
import { type DeployAnswer, shapes } from "./answers.ts";
import type { Netlify } from "./context.ts";
import { filesOfDeploy } from "./files.ts";
import { readDeploy } from "./site.ts";
import { saidIn, titleOf } from "./title.ts";
import { encoded } from "../../../ports/encoded.ts";

/** The deploy that an earlier attempt of this release made of this artifact, unless it has failed. */
export async function findStaged(
  { api }: Netlify,
  siteId: string,
  { digest }: Built,
  release: string,
): Promise<Staged | undefined> {
  const { json } = await api("GET", `/sites/${siteId}/deploys`, { query: { per_page: 100 } });
  const found = shaped<readonly DeployAnswer[]>("Netlify", json, { each: shapes.deploy }).find(
    ({ title, state }) => {
      const said = saidIn(title);
      return state !== "error" && said.release === release && said.artifact === digest;
    },
  );
  return found === undefined ? undefined : stagedOf(found);
}

/** Creates a draft that no domain serves, uploads what Netlify lacks, and waits until it is ready. */
export async function stage(
  netlify: Netlify,
  siteId: string,
  site: HostedSite,
  release: string,
  previous: string | null,
): Promise<Staged> {
  let files = await filesOfDeploy(netlify, site);
  const title = titleOf({ release, artifact: site.digest, marker: site.marker, previous });
  const found = await findStaged(netlify, siteId, site, release);
  if (found) netlify.world.log.info(`${found.deployment} was staged by an earlier attempt of this release.`);
  let staged = found;
  for (;;) {
    const given = files;
    staged ??= await madeOnce(
      () => create(netlify, siteId, title, given),
      () => findStaged(netlify, siteId, site, release),
    );
    const gone = await upload(netlify, staged.deployment, files);
    if (gone.size === 0) break;
    // What nobody has any more is left out: a deploy waits for each of its files.
    files = files.filter(({ sha }) => !gone.has(sha));
    await netlify.api("POST", `/deploys/${staged.deployment}/cancel`, {
      safe: true,
      accept: [200, 201, 404, 422],
    });
    staged = undefined;
  }
  await reached(netlify, staged.deployment, ["ready"]);
  return staged;
}

async function create(
  { api }: Netlify,
  siteId: string,
  title: string,
  files: readonly Upload[],
): Promise<Staged> {
  const sums = Object.fromEntries(files.map(({ file, sha }) => [`/${file}`, sha]));
  const { json } = await api("POST", `/sites/${siteId}/deploys`, {
    query: { title },
    json: { files: sums, draft: true, async: true },
  });
  return stagedOf(shaped("Netlify", json, shapes.deploy));
}

/** Once Netlify has compared the list with what it has, it says what is missing. Gives what nobody has any more. */
async function upload(
  netlify: Netlify,
  deployment: string,
  files: readonly Upload[],
): Promise<ReadonlySet<string>> {
  const compared = ["prepared", "uploading", "uploaded", "processing", "ready"];
  const { required } = await reached(netlify, deployment, compared);
  const { api, world, settings } = netlify;
  const missing = new Set(required ?? []);
  return await uploadMissing(world.log, "Netlify", { files, missing }, async ({ file, size }, body) => {
    const path = file.split("/").map(encoded).join("/");
    await api("PUT", `/deploys/${deployment}/files/${path}`, uploadCall(body, size, settings.readyTimeout));
  });
}

/** Waits until a deploy is in one of these states. @throws {UserError} PR431 */
async function reached(netlify: Netlify, id: string, states: readonly string[]): Promise<DeployAnswer> {
  const { settings } = netlify;
  const done = await until(netlify, settings.readyTimeout, `deploy ${id} is ${states[0]}`, async () => {
    const deploy = await readDeploy(netlify, id);
    if (deploy?.state !== undefined && states.includes(deploy.state)) return deploy;
    if (deploy !== undefined && deploy.state !== "error") return undefined;
    const why = deploy === undefined ? "it is there no more" : (deploy.error_message ?? "no reason given");
    throw new UserError(
      "PR431",
      `Netlify ended deploy ${id}: ${why}. Production was not touched.`,
      "Look at the deploy in Netlify's dashboard, then run again.",
    );
  });
  if (done) return done;
  throw new UserError(
    "PR431",
    `Deploy ${id} was not ${states[0]} after ${settings.readyTimeout / 1000} s. Production was not touched.`,
    "See netlifystatus.com; run the job again, it goes on with the same deploy. Or raise `ready-timeout`.",
  );
}

function stagedOf(deploy: DeployAnswer): Staged {
  return {
    deployment: idOf("Netlify", deploy.id),
    url: (deploy.deploy_ssl_url ?? deploy.ssl_url ?? "").replace(/\/$/, ""),
    previous: saidIn(deploy.title).previous,
  };
}
