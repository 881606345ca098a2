import type { WebInputs } from "../../parts/web/inputs.ts";
import { pastOrigins } from "../../parts/web/origins.ts";
import { UserError } from "../../errors/user-error.ts";
import { type CommandWorld, commandHost } from "./command/command.ts";
import type { Host, HostedSite } from "./host.ts";
import type { HostName } from "./names.ts";
import type { NetlifyWorld } from "./netlify/context.ts";
import { netlifyHost } from "./netlify/netlify.ts";
import type { VercelWorld } from "./vercel/context.ts";
import { readVercelJson } from "./vercel/vercel-json.ts";
import { vercelHost } from "./vercel/vercel.ts";

export type HostWorld = VercelWorld & NetlifyWorld & CommandWorld;

const openers: Readonly<Record<HostName, (inputs: WebInputs, world: HostWorld) => Host>> = {
  vercel: openVercel,
  netlify: openNetlify,
  command: openCommand,
};

/**
 * The host that a target names.
 * @throws {UserError} PR104 or PR102 when this host needs an input that is not there.
 */
export function openHost(inputs: WebInputs, world: HostWorld): Host {
  const host = openers[inputs.host](inputs, world);
  return {
    ...host,
    stage: async (site, ...rest) => await host.stage(withFiles(site), ...rest),
    promote: async (promotion) => await host.promote({ ...promotion, site: withFiles(promotion.site) }),
  };
}

/** An empty site would take everything from production. @throws {UserError} PR449 */
function withFiles(site: HostedSite): HostedSite {
  if (site.files.length > 0 || site.source === "existing") return site;
  const said = "The site that was built has no files. Nothing was changed.";
  throw new UserError(
    "PR449",
    said,
    "Name the folder that the build fills as `output` of the build section.",
  );
}

function openVercel(inputs: WebInputs, world: HostWorld): Host {
  const { token, project } = accountOf(inputs, "prj_…");
  return vercelHost(world, {
    apiUrl: inputs.hostApiUrl ?? "https://api.vercel.com",
    token,
    project,
    team: inputs.hostTeam,
    bypass: inputs.protectionBypass,
    assets: inputs.assets,
    origins: pastOrigins(inputs),
    routes: () => readVercelJson(world.root),
    autoAssign: inputs.autoAssign,
    unpin: inputs.unpin,
    readyTimeout: inputs.readyTimeout,
    existingTimeout: inputs.existingTimeout,
    verifyTimeout: inputs.verifyTimeout,
    pollInterval: inputs.pollInterval,
  });
}

function openNetlify(inputs: WebInputs, world: HostWorld): Host {
  const { token, project } = accountOf(inputs, "<the site's id>");
  return netlifyHost(world, {
    apiUrl: inputs.hostApiUrl ?? "https://api.netlify.com/api/v1",
    token,
    site: project,
    assets: inputs.assets,
    autoAssign: inputs.autoAssign,
    unpin: inputs.unpin,
    readyTimeout: inputs.readyTimeout,
    verifyTimeout: inputs.verifyTimeout,
    pollInterval: inputs.pollInterval,
  });
}

/** What every vendor needs. @throws {UserError} PR104, PR102 */
function accountOf(
  { host, hostToken, hostProject }: WebInputs,
  example: string,
): { readonly token: string; readonly project: string } {
  if (hostToken === undefined) {
    const fix = "Set the secret for this environment and pass it as `host-token`.";
    throw new UserError("PR104", `Host ${host} needs \`host-token\`, but it is empty.`, fix);
  }
  if (hostProject === undefined) {
    const fix = `Write host-project: ${example} for this target.`;
    throw new UserError("PR102", `Host ${host} needs \`host-project\`, but it is not given.`, fix);
  }
  return { token: hostToken, project: hostProject };
}

function openCommand(inputs: WebInputs, world: HostWorld): Host {
  const { hostToken, commandToken } = inputs;
  const token = hostToken === undefined || commandToken === undefined ? {} : { [commandToken]: hostToken };
  return commandHost(world, {
    command: inputs.command,
    undoCommand: inputs.undoCommand,
    env: { ...inputs.commandEnv, ...token },
    origins: pastOrigins(inputs),
    verifyTimeout: inputs.verifyTimeout,
    pollInterval: inputs.pollInterval,
  });
}
