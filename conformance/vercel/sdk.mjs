// Vercel's generated SDK, with serverURL: it checks every answer against Vercel's own schemas.
import { Vercel } from "@vercel/sdk";
import { createHash } from "node:crypto";

import { PROJECT, TOKEN, output, same, serves, withVercel } from "./world.mjs";

const idOrName = PROJECT;

async function upload(sdk, files) {
  const listed = [];
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const sha = createHash("sha1").update(bytes).digest("hex");
    await sdk.deployments.uploadFile({ contentLength: bytes.length, xVercelDigest: sha, requestBody: bytes });
    listed.push({ file: `.vercel/output/${path}`, sha, size: bytes.length });
  }
  return listed;
}

async function settled(sdk, idOrUrl) {
  for (let look = 0; look < 10; look += 1) {
    const { readyState } = await sdk.deployments.getDeployment({ idOrUrl });
    if (readyState === "READY") return;
  }
  throw new Error("the deployment did not become READY");
}

async function moved(sdk) {
  for (let look = 0; look < 10; look += 1) {
    const { lastAliasRequest } = await sdk.projects.getProject({ idOrName });
    if (lastAliasRequest?.jobStatus === "succeeded") return lastAliasRequest;
  }
  throw new Error("the domains did not move");
}

async function environment(sdk) {
  const wanted = { key: "API", value: "1", type: "plain", target: ["production"] };
  await sdk.projects.createProjectEnv({ idOrName, upsert: "true", requestBody: wanted });
  const { envs } = await sdk.projects.filterProjectEnvs({ idOrName });
  const env = envs.find(({ key }) => key === "API");
  await sdk.projects.getProjectEnv({ idOrName, id: env.id });
  await sdk.projects.editProjectEnv({ idOrName, id: env.id, requestBody: { value: "2" } });
  await sdk.projects.removeProjectEnv({ idOrName, id: env.id });
}

async function refused(call) {
  try {
    await call;
  } catch (error) {
    return error.statusCode ?? String(error);
  }
  return "not refused";
}

export default async function check() {
  return await withVercel(async ({ vercel, old }) => {
    const sdk = new Vercel({ bearerToken: TOKEN, serverURL: vercel.url });
    await sdk.user.getAuthUser();
    const project = await sdk.projects.getProject({ idOrName });
    same(project.autoAssignCustomDomains, true, "autoAssignCustomDomains");
    same(project.targets?.production?.id, old, "targets.production");
    await sdk.projects.getProjects({});
    const { domains } = await sdk.projects.getProjectDomains({ idOrName, target: "production" });
    const files = await upload(sdk, output("new"));
    const requestBody = { name: "web", project: PROJECT, target: "production", files };
    const created = await sdk.deployments.createDeployment({ requestBody });
    await sdk.deployments.getDeploymentEvents({ idOrUrl: created.id }).catch((error) => {
      throw new Error(`events: ${error}`);
    });
    await settled(sdk, created.id);
    await sdk.deployments.getDeployments({ projectId: PROJECT, target: "production" });
    await sdk.deployments.listDeploymentFiles({ id: created.id });
    // The SDK can stage nothing, so this one went live at once; what follows goes back and forth.
    await sdk.projects.requestRollback({ projectId: PROJECT, deploymentId: old });
    same((await moved(sdk)).type, "rollback", "the last alias request");
    await serves(vercel, "old");
    await sdk.projects.requestPromote({ projectId: PROJECT, deploymentId: created.id });
    same((await moved(sdk)).toDeploymentId, created.id, "the last alias request");
    const again = sdk.projects.requestPromote({ projectId: PROJECT, deploymentId: created.id });
    same(await refused(again), 409, "a promote of what is live");
    await sdk.projects.listPromoteAliases({ projectId: PROJECT });
    const alias = await sdk.aliases.getAlias({ idOrAlias: domains[0].name, projectId: PROJECT });
    same(alias.deploymentId, created.id, "the alias");
    await sdk.aliases.listAliases({});
    await sdk.aliases.listDeploymentAliases({ id: created.id });
    await environment(sdk);
    await sdk.projects.updateProject({ idOrName, requestBody: { autoAssignCustomDomains: false } });
    await sdk.projects.updateProjectProtectionBypass({ idOrName, requestBody: {} });
    return `${vercel.requests.length} requests, every answer fits the SDK's schemas`;
  });
}
