import type { Runtime } from "../../../kit/action/runtime.ts";
import { record } from "../../../kit/action/input-map.ts";
import { askOrigin } from "../../../kit/parts/web/ask-origin.ts";
import { pastOrigins } from "../../../kit/parts/web/origins.ts";
import { namesHeldOtherwise } from "../../../kit/parts/web/required-env.ts";
import { type WebInputs, webInputs } from "../../../kit/parts/web/inputs.ts";
import type { Host } from "../../../kit/providers/hosts/host.ts";
import { openHost } from "../../../kit/providers/hosts/hosts.ts";
import {
  type Answer,
  type Check,
  type Told,
  fail,
  failed,
  known,
  notAsked,
  ok,
  single,
  warn,
} from "../check.ts";
import type { Target } from "../target.ts";
import { type AtGitHub, protectionCheck } from "./protection.ts";

const what = "Web host";

/** The project at the host, its domains beside the origins, its values; and each origin as a browser asks it. */
export function webChecks(target: Target, token: string, several: boolean): readonly Check[] {
  if (!target.has("deploy-web")) return [];
  const inputs = target.section("deploy-web", webInputs);
  const { group } = target;
  return [
    hostCheck(target, inputs, { token, several }),
    ...inputs.origins.map((origin) => single(group, `Origin ${origin}`, (world) => askSite(origin, world))),
  ];
}

function hostCheck(target: Target, inputs: WebInputs, at: AtGitHub): Check {
  const { group } = target;
  if (inputs.host === "command")
    return known(group, notAsked(what, "host command has no API that could be asked"));
  if (inputs.hostToken === undefined) return known(group, target.without(what, "host-token"));
  return {
    group,
    what,
    ask: async (world) => {
      const host = openHost(inputs, world);
      const next = [valuesCheck(target, inputs), protectionCheck(target, inputs, at)];
      return { told: await askHost(host, inputs), next };
    },
    otherwise: ["Values at the host", "Staged site"].map((one) => notAsked(one, "the host did not answer")),
  };
}

async function askHost(host: Host, inputs: WebInputs): Promise<readonly Told[]> {
  const live = await host.inspect();
  const domains = Object.keys(live.domains);
  const serves = live.deployment === null ? "no one deployment is live on all" : `${live.deployment} is live`;
  const says = `${inputs.host} project ${live.project ?? inputs.hostProject ?? ""}: ${serves}; domains ${domains.join(", ") || "none"}`;
  const strangers = pastOrigins(inputs)
    .map((origin) => new URL(origin))
    .filter(({ hostname, host: name }) => !isHere(hostname) && !domains.includes(name));
  return [
    live.blocked === undefined ? ok(what, says) : failed(what, live.blocked),
    ...live.notes.map((note) => warn(what, note, "Decide which of the two deploys; see docs/hosts.md.")),
    ...strangers.map(({ host: name }) =>
      warn(
        "Domains",
        `${name} is among origins, but no domain of the project`,
        "Add the domain to the project; or, where a CDN fetches the site under another name, write that as `host-origins`.",
      ),
    ),
  ];
}

function isHere(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

function valuesCheck(target: Target, inputs: WebInputs): Check {
  const name = "Values at the host";
  return {
    group: target.group,
    what: name,
    ask: async (world): Promise<Answer> => {
      const own = { "required-env": record({ description: "", default: "{}" }) };
      const built = target.has("build") ? target.section("build", own).requiredEnv : {};
      const required = { ...built, ...inputs.requiredEnv };
      const names = Object.keys(required);
      if (names.length === 0) return { told: [] };
      const held = await openHost(inputs, world).env(names);
      const wrong = namesHeldOtherwise(required, held);
      const fix = "Correct it at the host for production, or let a release with `only: deploy-web` set it.";
      if (wrong.length > 0)
        return {
          told: wrong.map((one) => fail(name, `${one} has another value than rollout.yml requires`, fix)),
        };
      return { told: [ok(name, `${names.length} of ${names.length} required: none is held otherwise`)] };
    },
  };
}

async function askSite(origin: string, world: Runtime): Promise<Told> {
  const { ok: serves, said, marker, unsafe } = await askOrigin(world, origin);
  const name = `Origin ${origin}`;
  if (unsafe === true)
    return fail(
      name,
      said,
      "Have the host or the CDN issue a certificate for this name, or correct `origins`.",
    );
  if (!serves) return fail(name, said, "See the host and the CDN: a release is proven where browsers ask.");
  return ok(name, marker === null ? `${said}; the first release brings one` : said);
}
